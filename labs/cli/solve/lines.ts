// The user's lines in pip's order: cli/req_command.py, get_requirements.

import { readPylock } from '../../resolve/reading/reader-file.ts';
import type { RootLine } from '../../resolve/types.ts';
import { BadInput } from '../bad-input.ts';
import { readText } from '../read-text.ts';
import { readFileOfLines } from './file-lines.ts';
import { readGroup } from './groups.ts';
import type { SolveOptions } from './options.ts';
import { readEditable, readRootLine, type LeftOut } from './root-line.ts';
import type { Settings } from './settings.ts';

/** What the command line and the files that it names come to. */
export interface GivenLines {
  readonly lines: readonly RootLine[];
  readonly leftOut: readonly LeftOut[];
  /** With what the files themselves set. */
  readonly settings: Settings;
}

const LOCKFILE = /(?:^|[/\\])pylock(?:\.[^.]+)?\.toml$/;

/** Constraints files, the command line, groups, `-e`, requirements files. */
export async function readGivenLines(options: SolveOptions): Promise<GivenLines> {
  const found: (RootLine | LeftOut)[] = [];
  let { settings } = options;
  const readFile = async (file: string, constraint: boolean): Promise<void> => {
    const read = await readFileOfLines(file, constraint, settings, { version: options.version });
    found.push(...read.lines);
    ({ settings } = read);
  };
  const given = { place: '', constraint: false, comesFrom: undefined };
  for (const file of options.constraintFiles) await readFile(file, true);
  for (const text of options.words) found.push(readRootLine({ ...given, text }));
  for (const group of options.groups) found.push(...(await readGroup(group)));
  for (const text of options.editables) found.push(readEditable({ ...given, text }));
  for (const file of options.requirementFiles)
    if (LOCKFILE.test(file)) found.push(...(await readLockfile(file, options)));
    else await readFile(file, false);
  return {
    lines: found.filter((line): line is RootLine => !isLeftOut(line)),
    leftOut: found.filter(isLeftOut),
    settings,
  };
}

const isLeftOut = (line: RootLine | LeftOut): line is LeftOut => 'kind' in line;

/** The pins of a lockfile that are for this machine. */
async function readLockfile(
  file: string,
  { target }: SolveOptions,
): Promise<readonly (RootLine | LeftOut)[]> {
  const text = await readText(file, 'a lockfile');
  const { lines, passedOver, faults } = readPylock(text, target);
  const place = (line: number | undefined): string =>
    line === undefined ? file : `${file}, line ${line}`;
  const [fault] = faults;
  if (fault !== undefined) throw new BadInput(`${place(fault.line)}: ${fault.message}`);
  const leftOut = passedOver
    .filter(({ because }) => because !== 'other-machine')
    .map((each): LeftOut => ({
      kind: 'left-out',
      text: each.text,
      place: `${place(each.line)}: `,
    }));
  return [...lines, ...leftOut];
}
