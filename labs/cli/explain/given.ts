// What was handed to `womm explain`, as lines for the resolver.

import { contains, parseSpecifierSet } from '../../packaging/specifier.ts';
import { parseVersion } from '../../packaging/version.ts';
import {
  readPylock,
  readPyproject,
  readRequirements,
  type PassedOver,
  type ReaderFile,
} from '../../resolve/reading/reader-file.ts';
import { textKind, type TextKind } from '../../resolve/reading/text-kind.ts';
import type { RootLine } from '../../resolve/types.ts';
import { BadInput } from '../bad-input.ts';
import { decodeText, readText } from '../read-text.ts';
import { readFileOfLines } from '../solve/file-lines.ts';
import type { LeftOut } from '../solve/root-line.ts';
import type { Settings } from '../solve/settings.ts';
import type { ExplainOptions } from './options.ts';

/** A text and what it is. */
export interface GivenText {
  readonly file: string;
  readonly text: string;
  readonly kind: TextKind;
}

/** Lines to be resolved, and what is to be said of the rest. */
export interface GivenFile {
  readonly lines: readonly RootLine[];
  readonly settings: Settings;
  /** A line each. */
  readonly notes: readonly string[];
  /** What the file asks of Python, where the chosen one does not meet it. */
  readonly otherPython: string | undefined;
}

const STDIN = '-';

/** Reads the text; what is no text for a resolver is refused by name. */
export async function readGivenText({ file }: ExplainOptions): Promise<GivenText> {
  const text = file === STDIN ? await readStdin() : await readText(file, 'a file');
  const kind = textKind(text, file === STDIN ? undefined : file);
  if (kind === 'empty')
    throw new BadInput(
      `${file === STDIN ? 'standard input' : file} is empty: expected requirements or what pip printed`,
    );
  if (kind === 'environment')
    throw new BadInput(
      `${file}: conda's environment.yml is not explained yet: expected requirements.txt, pyproject.toml, pylock.toml or what pip printed`,
    );
  return { file, text, kind };
}

/** The lines of a file that wants something installed. */
export async function readGivenFile(
  { file, text, kind }: GivenText,
  options: ExplainOptions,
): Promise<GivenFile> {
  const { settings, target, extras, groups } = options;
  if (kind === 'requirements' && file !== STDIN) {
    const read = await readFileOfLines(file, false, settings, { isFromElsewhere: true });
    const lines = read.lines.filter((line): line is RootLine => !('kind' in line));
    const notes = read.lines.flatMap((line) =>
      'kind' in line ? [`${line.place}'${line.text}' is left out: ${reasonFor(line)}`] : [],
    );
    return { lines, settings: read.settings, notes, otherPython: undefined };
  }
  const read =
    kind === 'pyproject'
      ? readPyproject(text, extras, groups)
      : kind === 'pylock'
        ? readPylock(text, target)
        : readRequirements(text);
  const place = (line: number | undefined): string =>
    line === undefined ? file : `${file}, line ${line}`;
  const [fault] = read.faults;
  if (fault !== undefined)
    throw new BadInput(`${place(fault.line)}: ${fault.message.split('\n')[0] ?? ''}`);
  const notes = read.passedOver.map(
    (each) => `${place(each.line)}: '${each.text}' is left out: ${PASSED_OVER[each.because]}`,
  );
  if (read.lines.length === 0 && notes.length > 0)
    throw new BadInput(`${notes[0]}: expected at least one requirement besides`);
  return { lines: read.lines, settings, notes, otherPython: unmetPython(read, options) };
}

const reasonFor = ({ isElsewhere }: LeftOut): string =>
  isElsewhere ? 'that file is not on this machine' : 'womm builds nothing';

const PASSED_OVER: Readonly<Record<PassedOver['because'], string>> = {
  option: 'an option here counts for nothing',
  'other-file': 'another file is not read from here',
  editable: 'womm builds nothing',
  address: 'what lies at an address is not fetched',
  folder: 'womm builds nothing',
  hashes: 'its hashes are not compared',
  'other-machine': 'its marker does not hold on this machine',
  dynamic: 'its dependencies are not written in the file, only building it would tell them',
  'other-tool': 'pip does not read the table of another tool',
};

function unmetPython(
  { requiresPython }: ReaderFile,
  { target }: ExplainOptions,
): string | undefined {
  const asked = requiresPython === undefined ? undefined : parseSpecifierSet(requiresPython);
  const python = parseVersion(target.python);
  return asked && python && !contains(asked, python) ? requiresPython : undefined;
}

async function readStdin(): Promise<string> {
  const parts: Buffer[] = [];
  // What comes in by a pipe comes as bytes.
  for await (const part of process.stdin) parts.push(part as Buffer);
  return decodeText('standard input', Buffer.concat(parts));
}
