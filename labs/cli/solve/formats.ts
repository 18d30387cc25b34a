// --only-binary and --no-binary: pip/_internal/models/format_control.py.

import { normalizeName } from '../../packaging/names.ts';
import type { IndexFile } from '../../packaging/project-page.ts';
import type { GivenOption } from '../words.ts';

/** Which kinds of file a project may come as. */
export interface Formats {
  readonly onlyBinary: ReadonlySet<string>;
  readonly noBinary: ReadonlySet<string>;
}

const ALL = ':all:';
const NONE = ':none:';

/** The later option wins over the earlier, for the projects that it names. */
export function readFormats(options: readonly GivenOption[]): Formats {
  const onlyBinary = new Set<string>();
  const noBinary = new Set<string>();
  for (const { name, value } of options)
    if (name === '--only-binary') apply(value, onlyBinary, noBinary);
    else if (name === '--no-binary') apply(value, noBinary, onlyBinary);
  return { onlyBinary, noBinary };
}

function apply(value: string, target: Set<string>, other: Set<string>): void {
  let names = value.split(',');
  while (names.includes(ALL)) {
    other.clear();
    target.clear();
    target.add(ALL);
    names = names.slice(names.indexOf(ALL) + 1);
    if (!names.includes(NONE)) return;
  }
  for (const each of names) {
    if (each === NONE) {
      target.clear();
      continue;
    }
    const project = normalizeName(each);
    other.delete(project);
    target.add(project);
  }
}

/** Whether the project may come as this kind of file; what names the project beats `:all:`. */
export function allowsFormat(formats: Formats, project: string, kind: IndexFile['kind']): boolean {
  const { onlyBinary, noBinary } = formats;
  if (onlyBinary.has(project)) return kind === 'wheel';
  if (noBinary.has(project)) return kind === 'sdist';
  if (onlyBinary.has(ALL)) return kind === 'wheel';
  return !noBinary.has(ALL) || kind === 'sdist';
}
