import type { Graded } from './session.ts';

/** One graded session of one file. */
export type Row = Graded & { readonly file: string };

const PROBLEMS: Readonly<Record<string, string>> = {
  'unknown-lab': 'no lab of this copy of the book',
  'not-json': 'damaged: not JSON',
  'not-a-session': 'damaged: not a session',
  'newer-format': 'written by a newer book',
  'other-lab': 'a session of another lab',
  'other-edition': 'made for another edition of this lab',
  'bad-event': 'damaged: an event of no engine',
};

const COLUMNS = ['file', 'lab', 'tasks', 'of', 'missing', 'prediction', 'hints', 'runs'] as const;

/** The cells of one row, in the order of the columns. */
function cellsOf(row: Row): readonly string[] {
  if ('problem' in row)
    return [row.file, row.lab, '', '', PROBLEMS[row.problem] ?? row.problem, '', '', ''];
  const tasks = Object.entries(row.tasks);
  const missing = tasks.filter(([, met]) => !met).map(([id]) => id);
  const right = row.prediction?.isRight;
  return [
    row.file,
    row.lab,
    String(tasks.length - missing.length),
    String(tasks.length),
    missing.join(' '),
    right === undefined ? '' : right === null ? 'open' : right ? 'right' : 'wrong',
    String(row.hints),
    row.runs ? `${row.runs.asked - row.runs.other} of ${row.runs.asked} confirmed` : '',
  ];
}

/** Rows as a table for a terminal. */
export function formatTable(rows: readonly Row[]): string {
  const lines = [COLUMNS, ...rows.map(cellsOf)];
  const widths = COLUMNS.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)));
  return lines
    .map((cells) => `${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
    .concat('\n');
}

const NEEDS_QUOTES = /[",\r\n]/;
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t]/;

/** Rows as CSV (RFC 4180). A cell that a spreadsheet would run is made a text. */
export const formatCsv = (rows: readonly Row[]): string =>
  [COLUMNS, ...rows.map(cellsOf)].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');

function csvCell(cell: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
