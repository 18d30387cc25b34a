// The lines of a requirements file as pip 26.3 sees them: joined where a backslash says so, without
// comments, without empty ones (req/req_file.py: preprocess).

import { PYTHON_SPACE, stripPython } from './python-text.ts';

/** A line with something on it. */
export interface LogicalLine {
  /** Of its first physical line, counted from 1. */
  readonly line: number;
  /** Without comment and without space around it. */
  readonly text: string;
}

/** Nobody wrote more. */
const MOST_LINES = 20_000;
const BYTE_ORDER_MARK = '\ufeff';
/** Where Python's `str.splitlines` ends a line. */
export const LINE_BREAK = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
const COMMENT_LINE = new RegExp(`^[${PYTHON_SPACE}]*#`);
const SPACE = new RegExp(`[${PYTHON_SPACE}]`);

/** What was read of a file. */
export interface LogicalLines {
  readonly lines: readonly LogicalLine[];
  /** In a file of too many lines: the number of the first that was not read. */
  readonly firstUnread: number | undefined;
}

/** The lines of a file that say something, with their numbers. */
export function logicalLines(content: string): LogicalLines {
  const text = content.startsWith(BYTE_ORDER_MARK) ? content.slice(1) : content;
  const physical = text.split(LINE_BREAK, MOST_LINES + 1);
  const found: LogicalLine[] = [];
  for (const { line, text: joined } of joinLines(physical.slice(0, MOST_LINES))) {
    const stripped = stripPython(withoutComment(joined));
    if (stripped !== '') found.push({ line, text: stripped });
  }
  return { lines: found, firstUnread: physical.length > MOST_LINES ? MOST_LINES + 1 : undefined };
}

/** A line that ends in a backslash goes on in the next; a comment line ends what was begun. */
function joinLines(physical: readonly string[]): LogicalLine[] {
  const joined: LogicalLine[] = [];
  let first = 0;
  let parts: string[] = [];
  for (const [index, text] of physical.entries()) {
    const isComment = COMMENT_LINE.test(text);
    if (text.endsWith('\\') && !isComment) {
      if (parts.length === 0) first = index + 1;
      parts.push(withoutBackslashes(text));
      continue;
    }
    // The space keeps the comment a comment when it is joined to a line.
    const rest = isComment ? ` ${text}` : text;
    joined.push(
      parts.length === 0
        ? { line: index + 1, text: rest }
        : { line: first, text: [...parts, rest].join('') },
    );
    parts = [];
  }
  if (parts.length > 0) joined.push({ line: first, text: parts.join('') });
  return joined;
}

/** pip strips every backslash at both ends of a line that goes on. */
function withoutBackslashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charAt(start) === '\\') start += 1;
  while (end > start && text.charAt(end - 1) === '\\') end -= 1;
  return text.slice(start, end);
}

/** A `#` begins a comment at the start of a line and after space, not inside a URL. */
function withoutComment(text: string): string {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    if (at === 0 || SPACE.test(text.charAt(at - 1))) return text.slice(0, at);
  }
  return text;
}
