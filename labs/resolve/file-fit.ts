// Whether one file is for one target: LinkEvaluator and _sort_key in pip's package_finder.py.

import type { IndexFile } from '../packaging/project-page.ts';
import type { SpecifierSet } from '../packaging/specifier.ts';
import { contains, parseSpecifierSet } from '../packaging/specifier.ts';
import type { Target } from '../packaging/tags.ts';
import { supportedTags } from '../packaging/tags.ts';
import { parseVersion } from '../packaging/version.ts';
import type { Request } from './types.ts';

/** How well a file fits, or why it does not. */
export type FileFit =
  /** A lower rank is a more specific tag; an sdist ranks after every wheel. */
  | { readonly fits: true; readonly rank: number }
  /** `note` is what pip says if it finds nothing in the end; most misfits it passes in silence. */
  | { readonly fits: false; readonly note: string | undefined };

const SILENT: FileFit = { fits: false, note: undefined };
const DIGITS = /^[0-9]+$/;

/** What is asked again for every file of every project, for one target. */
interface Fitting {
  readonly ranks: ReadonlyMap<string, number>;
  /** By the text of Requires-Python: whether the target's Python will do. */
  readonly pythons: Map<string, boolean>;
}

const MOST_PYTHONS = 10_000;
const fittings = new Map<string, Fitting>();

/** Whether pip, running as the request says, would consider this file. */
export function fileFit(file: IndexFile, request: Request): FileFit {
  const fitting = fittingOf(request.target);
  let rank = fitting.ranks.size;
  if (file.kind === 'wheel') {
    rank = Infinity;
    for (const tag of file.tags) rank = Math.min(rank, fitting.ranks.get(tag) ?? Infinity);
    if (rank === Infinity) return SILENT;
  }
  // A folder of files states nothing.
  const stated = request.index?.kind === 'find-links' ? undefined : file.requiresPython;
  if (stated === undefined || fitsPython(fitting, stated, request)) return { fits: true, rank };
  const specifier = parseSpecifierSet(stated);
  const isSpelt = request.version === '23.2' || specifier === undefined;
  const spelling = isSpelt ? stated : sortByDigits(specifier);
  return { fits: false, note: `${file.version.text} Requires-Python ${spelling}` };
}

function fittingOf(target: Target): Fitting {
  const key = `${target.python} ${target.platform} ${target.system?.join('.')}`;
  let fitting = fittings.get(key);
  if (fitting === undefined) {
    const ranks = new Map(supportedTags(target).map((tag, rank) => [tag, rank]));
    fittings.set(key, (fitting = { ranks, pythons: new Map() }));
  }
  return fitting;
}

// What is no specifier is no bound.
function fitsPython({ pythons }: Fitting, stated: string, { target }: Request): boolean {
  let fits = pythons.get(stated);
  if (fits === undefined) {
    const specifier = parseSpecifierSet(stated);
    const python = parseVersion(target.python);
    fits = specifier === undefined || python === undefined || contains(specifier, python);
    if (pythons.size >= MOST_PYTHONS) pythons.clear();
    pythons.set(stated, fits);
  }
  return fits;
}

// pip 26.3 sorts by the dot-separated parts that are all digits, which leaves out the first part
// with its operator: `<4,>=3.8` stays as it is, `>=3.8,<3.11` stays, `!=3.9.1,>=3.8` turns.
function sortByDigits(specifier: SpecifierSet): string {
  return specifier.specifiers
    .map(({ text }) => ({ text, key: text.split('.').filter((part) => DIGITS.test(part)) }))
    .sort((a, b) => compareNumbers(a.key.map(Number), b.key.map(Number)))
    .map(({ text }) => text)
    .join(',');
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
