import { KEY_PREFIX, readBackup } from '../../core/backup.ts';
import { BadInput } from '../bad-input.ts';
import { readText } from '../read-text.ts';
import type { Terminal } from '../terminal.ts';
import { readWords, type OptionShape } from '../words.ts';
import type { Ask } from './rerun.ts';
import { gradeSession } from './session.ts';
import { formatCsv, formatTable, type Row } from './table.ts';

const SHAPES: Readonly<Record<string, OptionShape>> = {
  '--rerun': 'flag',
  '--json': 'flag',
  '--csv': 'flag',
};
const SESSION_PREFIX = `${KEY_PREFIX}lab:`;

const NOT_READ: Readonly<Record<string, string>> = {
  'not-json': 'it is not JSON',
  'not-a-backup': 'it is something else',
  'newer-format': 'a newer book wrote it',
  'too-long': 'it is too long',
};

/**
 * `womm grade`: replays the sessions in exported files, and says which tasks each has met. Exit code 1
 * where a session cannot be read, or where Python says something else than a record.
 */
export async function runGrade(words: readonly string[], terminal: Terminal): Promise<number> {
  const { options, rest } = readWords(SHAPES, words);
  const has = (name: string): boolean => options.some((option) => option.name === name);
  if (rest.length === 0) throw new BadInput("expected a file that the book's Export wrote");
  const ask = has('--rerun') ? await realPython() : undefined;
  const rows: Row[] = [];
  for (const file of rest)
    for (const [lab, text] of await sessionsIn(file))
      rows.push({ file, ...(await gradeSession(lab, text, ask)) });
  if (has('--json')) terminal.print(`${JSON.stringify(rows)}\n`);
  else terminal.print(has('--csv') ? formatCsv(rows) : formatTable(rows));
  return rows.some((row) => 'problem' in row || (row.runs?.other ?? 0) > 0) ? 1 : 0;
}

/** The sessions of an exported file: lab and stored text. */
async function sessionsIn(file: string): Promise<readonly (readonly [string, string])[]> {
  const read = readBackup(await readText(file, "a file that the book's Export wrote"));
  if (!read.ok)
    throw new BadInput(
      `${file}: expected a file that the book's Export wrote (${NOT_READ[read.why] ?? read.why})`,
    );
  return Object.entries(read.backup.records)
    .filter(([key]) => key.startsWith(SESSION_PREFIX))
    .map(([key, text]) => [key.slice(SESSION_PREFIX.length), text] as const);
}

/** Python is 10 MB: it is loaded when it is asked for. */
const realPython = async (): Promise<Ask> => (await import('../python/guarded.ts')).runGuarded;
