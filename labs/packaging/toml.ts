// TOML as pyproject.toml and pylock.toml use it. smol-toml reads it; what it does not tell, the line
// on which a text stands, is found here.

import { parse, TomlError } from 'smol-toml';

/** A TOML table, its values still to be looked at. */
export type TomlTable = Readonly<Record<string, unknown>>;

/** Why a text is not the file that it should be, and on which line (from 1) it shows. */
export interface FileFault {
  readonly kind: 'file-fault';
  readonly line: number | undefined;
  /** One sentence, without the name of the file. */
  readonly message: string;
}

/** The largest file that is read. */
export const LARGEST_TOML = 5_242_880;
const PREFIX = 'Invalid TOML document: ';
const LINE_BREAK = /\r?\n/;

/** The table that a document spells. */
export function parseToml(text: string): TomlTable | FileFault {
  if (text.length > LARGEST_TOML) return fileFault('expected at most 5 MB');
  try {
    return parse(text);
  } catch (problem) {
    if (!(problem instanceof TomlError)) return fileFault('expected a TOML document');
    const [first = ''] = problem.message.split('\n');
    return fileFault(`expected TOML: ${first.replace(PREFIX, '')}`, problem.line);
  }
}

/** A fault of a file. */
export function fileFault(message: string, line?: number): FileFault {
  return { kind: 'file-fault', line, message };
}

/** Whether what was read is a fault. */
export function isFileFault(read: object): read is FileFault {
  return 'kind' in read && read.kind === 'file-fault';
}

/** The value as a table, or undefined if it is none. */
export function asTable(value: unknown): TomlTable | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  // What smol-toml makes of a table is a record; dates and the like have no own keys.
  return value as TomlTable;
}

/** The text under a key, or undefined if there is none. */
export function textIn(table: TomlTable | undefined, key: string): string | undefined {
  const value = table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The table under a key, or undefined if there is none. */
export function tableIn(table: TomlTable | undefined, key: string): TomlTable | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? asTable(table[key]) : undefined;
}

/** Tells on which line a quoted text stands; the same text is found on its lines one after the other. */
export function createLineFinder(source: string): (text: string) => number | undefined {
  const lines = new Map<string, number[]>();
  for (const [index, line] of source.split(LINE_BREAK).entries())
    for (const text of quotedTexts(line)) {
      const known = lines.get(text);
      if (known === undefined) lines.set(text, [index + 1]);
      else known.push(index + 1);
    }
  const next = new Map<string, number>();
  return (text) => {
    const found = lines.get(text);
    const at = next.get(text) ?? 0;
    next.set(text, at + 1);
    return found?.[Math.min(at, found.length - 1)];
  };
}

function quotedTexts(line: string): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const quote = line.charAt(at);
    if (quote === '#') break;
    if (quote !== '"' && quote !== "'") continue;
    const end = endOfQuote(line, at);
    if (end === undefined) break;
    const inside = line.slice(at + 1, end);
    texts.push(quote === '"' ? inside.replaceAll('\\"', '"') : inside);
    at = end;
  }
  return texts;
}

function endOfQuote(line: string, start: number): number | undefined {
  const quote = line.charAt(start);
  for (let at = start + 1; at < line.length; at += 1) {
    if (line.charAt(at) === quote) return at;
    if (quote === '"' && line.charAt(at) === '\\') at += 1;
  }
  return undefined;
}
