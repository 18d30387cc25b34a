import type { RootLine } from '../types.ts';

/** A change of one line, as text: where it stands, before and after; no `to`: it is left out. */
export interface TextChange {
  /** From 1; undefined: wherever the text stands. */
  readonly line: number | undefined;
  readonly from: string;
  readonly to: string | undefined;
}

const LINE_OF_ORIGIN = /\(line (\d{1,9})\)/;
const LINE_BREAK = /\r\n|\n|\r/;
/** A requirement may begin some lines before its text, where lines are joined by backslashes. */
const MOST_JOINED = 10;

/** The number of a line in its file, as pip says it. */
export function lineNumberOf({ comesFrom }: Pick<RootLine, 'comesFrom'>): number | undefined {
  const number = LINE_OF_ORIGIN.exec(comesFrom ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/** A file after the changes, everything else left as it is; undefined if one does not stand in it. */
export function applyChanges(text: string, changes: readonly TextChange[]): string | undefined {
  const lines = text.split(LINE_BREAK);
  const gone = new Set<number>();
  for (const { line, from, to } of changes) {
    const at = findLine(lines, line, from);
    const old = lines[at];
    if (old === undefined) return undefined;
    const quoted = quotedIn(old, from);
    if (to !== undefined) lines[at] = replaceOnce(old, from, to);
    else if (quoted === undefined) gone.add(at);
    else {
      const rest = replaceOnce(old, quoted, '').replace(LOOSE_COMMA, '$1');
      if (rest.trim() === '') gone.add(at);
      lines[at] = rest;
    }
  }
  return lines.filter((_, at) => !gone.has(at)).join('\n');
}

/** A comma that has lost what stood before or after it: `["a", , "b"]`, `[, "b"]`, `,` alone. */
const LOOSE_COMMA = /(^\s*|\[\s*|,\s*),\s*/;

function findLine(lines: readonly string[], number: number | undefined, from: string): number {
  if (number !== undefined)
    for (let at = number - 1; at < Math.min(lines.length, number - 1 + MOST_JOINED); at += 1)
      if (lines[at]?.includes(from)) return at;
  return lines.findIndex((line) => line.includes(from));
}

/** The text with its quotes, where the file quotes its requirements (TOML). */
const quotedIn = (line: string, from: string): string | undefined =>
  [`"${from}"`, `'${from}'`].find((each) => line.includes(each));

function replaceOnce(line: string, from: string, to: string): string {
  const at = line.indexOf(from);
  return line.slice(0, at) + to + line.slice(at + from.length);
}
