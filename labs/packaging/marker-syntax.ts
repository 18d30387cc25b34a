// PEP 508 environment markers: what they are, how they are read and written.
// After PyPA packaging 26.3 (_parser.py, markers.py).

import { memoizeByText } from './memo.ts';
import { normalizeName } from './names.ts';
import { readPythonString } from './python-string.ts';
import * as token from './requirement-tokens.ts';
import type { ParseError, SourceReader } from './source-reader.ts';
import { atEnd, lengthError, parseError, take } from './source-reader.ts';

/** A fact about an interpreter and its machine that a marker may ask for. */
export type MarkerVariable =
  | 'implementation_name'
  | 'implementation_version'
  | 'os_name'
  | 'platform_machine'
  | 'platform_python_implementation'
  | 'platform_release'
  | 'platform_system'
  | 'platform_version'
  | 'python_full_version'
  | 'python_version'
  | 'sys_platform';

/** Every name a marker may use; the last three say what was asked for, not where it runs. */
export type MarkerName = MarkerVariable | 'extra' | 'extras' | 'dependency_groups';

/** How two operands are compared. */
export type MarkerOperator = '<=' | '<' | '!=' | '==' | '>=' | '>' | '~=' | '===' | 'in' | 'not in';

/** A name to be looked up, or a text in quotes. */
export type MarkerOperand =
  | { readonly kind: 'variable'; readonly name: MarkerName }
  | { readonly kind: 'value'; readonly text: string };

/** `python_version < "3.11"` */
export interface MarkerComparison {
  readonly kind: 'comparison';
  readonly left: MarkerOperand;
  readonly operator: MarkerOperator;
  readonly right: MarkerOperand;
}

/** Comparisons and groups in a row; `joins[i]` stands before `items[i + 1]`, and binds before or. */
export interface MarkerGroup {
  readonly kind: 'group';
  readonly items: readonly (MarkerComparison | MarkerGroup)[];
  readonly joins: readonly ('and' | 'or')[];
}

/** A whole marker: what stands behind the semicolon. */
export type Marker = MarkerGroup;

/** Python's own parser gives up at a depth of some hundreds. */
const DEEPEST = 200;

const OPERATORS: ReadonlySet<string> = new Set(['<=', '<', '!=', '==', '>=', '>', '~=', '===']);

/** The marker that a text spells. */
export const parseMarker: (text: string) => Marker | ParseError = memoizeByText(20_000, (text) => {
  const tooLong = lengthError(text);
  if (tooLong !== undefined) return tooLong;
  const reader: SourceReader = { source: text, position: 0 };
  const marker = readMarker(reader, 0);
  if (marker.kind === 'parse-error' || atEnd(reader)) return marker;
  return parseError(reader, 'end-of-marker', 'Expected end of marker expression');
});

/** Reads a marker in the middle of a text, to where it ends. */
export function readMarker(reader: SourceReader, depth: number): Marker | ParseError {
  const items: (MarkerComparison | MarkerGroup)[] = [];
  const joins: ('and' | 'or')[] = [];
  for (;;) {
    const item = readAtom(reader, depth);
    if (item.kind === 'parse-error') return item;
    items.push(item);
    const join = take(reader, token.AND_OR);
    if (join === undefined) return { kind: 'group', items, joins };
    joins.push(join === 'and' ? 'and' : 'or');
  }
}

/** The marker as `str(Marker)` writes it: double quotes, no needless parentheses. */
export function formatMarker(marker: Marker): string {
  return formatItem(marker, true);
}

function readAtom(
  reader: SourceReader,
  depth: number,
): MarkerComparison | MarkerGroup | ParseError {
  take(reader, token.SPACE);
  const opening = reader.position;
  if (take(reader, token.LEFT_PARENTHESIS) === undefined) return readComparison(reader);
  if (depth >= DEEPEST) {
    return parseError(reader, 'less-nesting', 'maximum recursion depth exceeded');
  }
  take(reader, token.SPACE);
  const group = readMarker(reader, depth + 1);
  if (group.kind === 'parse-error') return group;
  take(reader, token.SPACE);
  if (take(reader, token.RIGHT_PARENTHESIS) === undefined) {
    const message =
      'Expected matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS, after marker expression';
    return parseError(reader, 'closing-parenthesis', message, { from: opening });
  }
  take(reader, token.SPACE);
  return group;
}

function readComparison(reader: SourceReader): MarkerComparison | ParseError {
  const left = readOperand(reader);
  if (left.kind === 'parse-error') return left;
  take(reader, token.SPACE);
  const operator = readOperator(reader);
  if (typeof operator !== 'string') return operator;
  take(reader, token.SPACE);
  const right = readOperand(reader);
  if (right.kind === 'parse-error') return right;
  take(reader, token.SPACE);
  return normalizeNamesIn({ kind: 'comparison', left, operator, right });
}

function readOperand(reader: SourceReader): MarkerOperand | ParseError {
  const name = take(reader, token.VARIABLE);
  if (name !== undefined) return { kind: 'variable', name: currentName(name) };
  const start = reader.position;
  const quoted = take(reader, token.QUOTED);
  if (quoted === undefined) {
    return parseError(reader, 'marker-variable', 'Expected a marker variable or quoted string');
  }
  const text = readPythonString(quoted);
  if (text !== undefined) return { kind: 'value', text };
  return parseError(reader, 'quoted-string', 'Invalid quoted string', { from: start });
}

function readOperator(reader: SourceReader): MarkerOperator | ParseError {
  if (take(reader, token.IN) !== undefined) return 'in';
  if (take(reader, token.NOT) !== undefined) {
    if (take(reader, token.SPACE) === undefined) {
      return parseError(reader, 'whitespace-after-not', "Expected whitespace after 'not'");
    }
    if (take(reader, token.IN) !== undefined) return 'not in';
    return parseError(reader, 'in-after-not', "Expected 'in' after 'not'");
  }
  const operator = take(reader, token.COMPARISON);
  if (operator !== undefined && isOperator(operator)) return operator;
  const message = 'Expected marker operator, one of <=, <, !=, ==, >=, >, ~=, ===, in, not in';
  return parseError(reader, 'marker-operator', message);
}

function isOperator(text: string): text is MarkerOperator {
  return OPERATORS.has(text);
}

/** `os.name` and `python_implementation` are old spellings. */
function currentName(name: string): MarkerName {
  const dotless = name.replaceAll('.', '_');
  // The pattern of VARIABLE admits these names only.
  return dotless === 'python_implementation'
    ? 'platform_python_implementation'
    : (dotless as MarkerName);
}

/** PEP 685, PEP 735: names of extras and groups are compared, and written, normalised. */
function normalizeNamesIn(comparison: MarkerComparison): MarkerComparison {
  const { left, right } = comparison;
  if (left.kind === 'variable' && left.name === 'extra' && right.kind === 'value') {
    return { ...comparison, right: { kind: 'value', text: normalizeName(right.text) } };
  }
  const isSetOrExtra =
    right.kind === 'variable' &&
    (right.name === 'extra' || right.name === 'extras' || right.name === 'dependency_groups');
  if (isSetOrExtra && left.kind === 'value') {
    return { ...comparison, left: { kind: 'value', text: normalizeName(left.text) } };
  }
  return comparison;
}

function formatItem(item: MarkerComparison | MarkerGroup, isOutermost: boolean): string {
  if (item.kind === 'comparison') {
    return `${formatOperand(item.left)} ${item.operator} ${formatOperand(item.right)}`;
  }
  const [only] = item.items;
  if (item.items.length === 1 && only !== undefined) return formatItem(only, isOutermost);
  const inner = item.items
    .map((part, index) => {
      const join = item.joins[index - 1];
      return join === undefined ? formatItem(part, false) : `${join} ${formatItem(part, false)}`;
    })
    .join(' ');
  return isOutermost ? inner : `(${inner})`;
}

function formatOperand(operand: MarkerOperand): string {
  if (operand.kind === 'variable') return operand.name;
  return operand.text.includes('"') ? `'${operand.text}'` : `"${operand.text}"`;
}
