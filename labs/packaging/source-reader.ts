// A cursor over a text, and what is said when the text does not go on as the grammar wants.
// The messages are those of PyPA packaging 26.3 (_tokenizer.py), which pip prints.

import { reprPython } from './python-text.ts';

/** What the grammar wanted where a requirement or marker could not be read. */
export type Expectation =
  | 'package-name'
  | 'url'
  | 'whitespace-after-url'
  | 'semicolon-after-url'
  | 'semicolon-or-end'
  | 'comma-or-semicolon-or-end'
  | 'comma-between-extras'
  | 'extra-name'
  | 'closing-bracket'
  | 'closing-parenthesis'
  | 'no-wildcard'
  | 'no-local-label'
  | 'end-of-requirement'
  | 'valid-specifier'
  | 'marker-variable'
  | 'marker-operator'
  | 'quoted-string'
  | 'whitespace-after-not'
  | 'in-after-not'
  | 'end-of-marker'
  | 'less-nesting'
  | 'shorter-text';

/** Why a text is no requirement, or no marker. */
export interface ParseError {
  readonly kind: 'parse-error';
  /** Where the caret points: the offset at which reading stopped. */
  readonly at: number;
  /** Where the part that could not be read begins; it is underlined up to `at`. */
  readonly from: number;
  readonly expected: Expectation;
  /** The sentence that packaging prints. */
  readonly message: string;
}

/** A place in a text; reading moves it on. */
export interface SourceReader {
  readonly source: string;
  position: number;
}

/** Takes what the pattern (sticky) matches here, or takes nothing and gives undefined. */
export function take(reader: SourceReader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.position;
  const text = pattern.exec(reader.source)?.[0];
  if (text !== undefined) reader.position += text.length;
  return text;
}

/** Whether the pattern (sticky) matches here. */
export function sees(reader: SourceReader, pattern: RegExp): boolean {
  pattern.lastIndex = reader.position;
  return pattern.test(reader.source);
}

/** Whether nothing is left. */
export function atEnd(reader: SourceReader): boolean {
  return reader.position >= reader.source.length;
}

/** The error of not finding here what was expected. */
export function parseError(
  reader: SourceReader,
  expected: Expectation,
  message: string,
  span: { readonly from?: number; readonly at?: number } = {},
): ParseError {
  const { from = reader.position, at = reader.position } = span;
  return { kind: 'parse-error', at, from, expected, message };
}

/** The error that packaging raises for a specifier it cannot read: it has no place. */
export function specifierError(text: string): ParseError {
  return {
    kind: 'parse-error',
    at: 0,
    from: 0,
    expected: 'valid-specifier',
    message: `Invalid specifier: ${reprPython(text)}`,
  };
}

/** No text that anyone wrote is longer; reading one must not keep the page waiting. */
export const LONGEST_SOURCE = 100_000;

/** The error of a text that is too long to be read at all (packaging has no such limit). */
export function lengthError(source: string): ParseError | undefined {
  if (source.length <= LONGEST_SOURCE) return undefined;
  const message = `Expected at most ${LONGEST_SOURCE} characters`;
  return { kind: 'parse-error', at: 0, from: 0, expected: 'shorter-text', message };
}

/** The error as packaging prints it: the sentence, the text, and a caret under the place. */
export function formatParseError(error: ParseError, source: string): string {
  if (error.expected === 'valid-specifier' || error.expected === 'shorter-text') {
    return error.message;
  }
  const spaces = ' '.repeat(codePoints(source, 0, error.from));
  const tildes = '~'.repeat(codePoints(source, error.from, error.at));
  return `${error.message}\n    ${source}\n    ${spaces}${tildes}^`;
}

function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const isPair = (text.codePointAt(at) ?? 0) > 0xffff;
    if (isPair) at += 1;
    count += 1;
  }
  return count;
}
