// requirements.txt and constraints.txt, line by line, as pip 26.3 reads them (req/req_file.py).
// `${NAME}` is left as it is: what it stands for is the caller's environment.

import type { FileOption, FileOptionName } from './file-options.ts';
import { readFileOptions } from './file-options.ts';
import type { LogicalLine } from './logical-lines.ts';
import { logicalLines } from './logical-lines.ts';
import type { LineFault, RequirementLine } from './requirement-line.ts';
import { parseRequirementLine } from './requirement-line.ts';
import { lengthError } from './source-reader.ts';
import { splitShellWords } from './shell-words.ts';

/** One line that says something, with the number (from 1) of its first physical line. */
export type FileLine = LogicalLine & FileLineMeaning;

/** What a line of a requirements file means to pip. */
export type FileLineMeaning =
  | {
      readonly kind: 'requirement';
      /** The part before the options. */
      readonly written: string;
      readonly wanted: Exclude<RequirementLine, LineFault>;
      /** `sha256:…`, each as written. */
      readonly hashes: readonly string[];
      readonly options: readonly FileOption[];
    }
  | { readonly kind: 'editable'; readonly target: string; readonly options: readonly FileOption[] }
  /** Another file whose lines stand here: `-r` (requirements) or `-c` (constraints). */
  | { readonly kind: 'include'; readonly file: string; readonly as: 'requirements' | 'constraints' }
  | { readonly kind: 'options'; readonly options: readonly FileOption[] }
  | InvalidLine;

/** A line at which pip stops. */
export interface InvalidLine {
  readonly kind: 'invalid';
  /** What is wrong with it; `formatInvalidLine` adds the rest of what pip prints. */
  readonly message: string;
  readonly hint: string | undefined;
  /** pip says in which line of which file it is. */
  readonly isPlaced: boolean;
  /** Where in the line's text it went wrong: the caret, and where the underlining begins. */
  readonly at: number;
  readonly from: number;
}

const OPTION_START = /(?:^| )-/;

/** The lines of a file. Never fails: a line that pip refuses is one of kind 'invalid'. */
export function parseRequirementsFile(content: string): FileLine[] {
  const { lines, firstUnread } = logicalLines(content);
  const read: FileLine[] = lines.map((line) => ({ ...line, ...meaningOf(line.text) }));
  if (firstUnread === undefined) return read;
  const fault = invalidAt(0, `Expected at most ${firstUnread - 1} lines`);
  return [...read, { line: firstUnread, text: '', ...fault }];
}

/** What pip prints of the line, behind `ERROR: `. */
export function formatInvalidLine(line: LogicalLine & InvalidLine, filename: string): string {
  const place = line.isPlaced ? ` (from line ${line.line} of ${filename})` : '';
  const hint = line.hint === undefined ? '' : `\nHint: ${line.hint}`;
  return line.message + place + hint;
}

function meaningOf(text: string): FileLineMeaning {
  const tooLong = lengthError(text);
  if (tooLong !== undefined) return invalidAt(0, tooLong.message);
  const start = optionStart(text);
  const written = text.slice(0, start).replace(/ $/, '');
  const words = splitShellWords(text.slice(start));
  if (words === undefined) {
    const fault = `Could not split options: ${text.slice(start)}`;
    return invalidAt(start, `Invalid requirement: ${text}\n${fault}`);
  }
  const options = readFileOptions(words);
  if ('kind' in options) {
    return invalidAt(
      start,
      options.isCommandError
        ? options.message
        : `Invalid requirement: ${text}\npip: error: ${options.message}`,
    );
  }
  const [editable] = valuesOf(options, 'editable');
  if (editable !== undefined) {
    return { kind: 'editable', target: written === '' ? editable : written, options };
  }
  return written === '' ? optionsMeaning(options) : requirementMeaning(written, options);
}

/** Options begin at the first word that begins with a dash; the marker before keeps its quotes. */
function optionStart(text: string): number {
  const match = OPTION_START.exec(text);
  return match === null ? text.length : match.index + match[0].length - 1;
}

function requirementMeaning(written: string, options: readonly FileOption[]): FileLineMeaning {
  const wanted = parseRequirementLine(written);
  if (wanted.kind === 'line-fault') {
    const { message, hint, part, at, from } = wanted;
    return { kind: 'invalid', message, hint, isPlaced: part === 'name', at, from };
  }
  return { kind: 'requirement', written, wanted, hashes: valuesOf(options, 'hash'), options };
}

/** The first -r, else the first -c decides; the rest of such a line counts for nothing. */
function optionsMeaning(options: readonly FileOption[]): FileLineMeaning {
  const [file] = valuesOf(options, 'requirement');
  if (file !== undefined) return { kind: 'include', file, as: 'requirements' };
  const [constraints] = valuesOf(options, 'constraint');
  if (constraints !== undefined) return { kind: 'include', file: constraints, as: 'constraints' };
  return { kind: 'options', options };
}

function valuesOf(options: readonly FileOption[], name: FileOptionName): readonly string[] {
  return options.filter((option) => option.name === name).map(({ value }) => value);
}

function invalidAt(at: number, message: string): InvalidLine {
  return { kind: 'invalid', message, hint: undefined, isPlaced: false, at, from: at };
}
