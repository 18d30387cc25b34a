// Reads notebook files, whoever wrote them: anything gives cells or a reason, never a throw.

import { isRecord, parseJson } from '../core/json.ts';
import { MOST_CELLS, MOST_CHARACTERS_OF_FILE, readCells } from './bench-event.ts';
import type { NewCell, SavedRun } from './cell.ts';
import { OWN_KEY } from './notebook.ts';
import { sizeOf } from './read-run.ts';
import { MOST_OUTPUT_BYTES, type Output } from './run.ts';

/** A notebook's file may have so many characters. */
export const MOST_CHARACTERS_OF_NOTEBOOK = 5_000_000;

/** Why a file was not taken. */
export type NotTaken =
  'too-long' | 'not-json' | 'not-a-notebook' | 'other-format' | 'too-many-cells' | 'cell-too-long';

export type ReadCells =
  | { readonly ok: true; readonly cells: readonly NewCell[] }
  | { readonly ok: false; readonly why: NotTaken };

/** The text of an `.ipynb` → its cells, with what it says of their last run. */
export function readNotebook(text: string): ReadCells {
  if (text.length > MOST_CHARACTERS_OF_NOTEBOOK) return no('too-long');
  const value = parseJson(text);
  if (value === undefined) return no('not-json');
  if (!isRecord(value) || typeof value['nbformat'] !== 'number') return no('not-a-notebook');
  if (value['nbformat'] !== 4) return no('other-format');
  if (!Array.isArray(value['cells'])) return no('not-a-notebook');
  const cells = value['cells'].map(readCell);
  return cells.every((cell) => cell !== undefined) ? taken(cells) : no('not-a-notebook');
}

/** Cells that were read, if they fit on the bench. */
export function taken(cells: readonly NewCell[]): ReadCells {
  if (cells.length > MOST_CELLS) return no('too-many-cells');
  if (cells.some(({ source }) => source.length > MOST_CHARACTERS_OF_FILE))
    return no('cell-too-long');
  const read = readCells(cells); // what a log would not take back does not come in
  return read ? { ok: true, cells: read } : no('not-a-notebook');
}

const no = (why: NotTaken): ReadCells => ({ ok: false, why });

function readCell(value: unknown): NewCell | undefined {
  if (!isRecord(value)) return undefined;
  const source = textOf(value['source']);
  if (source === undefined) return undefined;
  if (value['cell_type'] !== 'code') return { type: 'markdown', source };
  const saved = readSaved(value);
  return saved ? { type: 'code', source, saved } : { type: 'code', source };
}

function readSaved(cell: Readonly<Record<string, unknown>>): SavedRun | undefined {
  const { execution_count: number, outputs } = cell;
  const list: readonly unknown[] = Array.isArray(outputs) ? outputs : [];
  const isCounted = Number.isSafeInteger(number) && Number(number) >= 0;
  if (!isCounted && list.length === 0) return undefined;
  const shown = list.flatMap((item) => readOutput(item) ?? []);
  const size = shown.reduce((sum, output) => sum + sizeOf(output), 0);
  const ending = list.map(readError).find((error) => error !== undefined);
  return {
    ...(isCounted ? { number: Number(number) } : {}),
    // More than a run may put out is left where it is.
    outputs: size > MOST_OUTPUT_BYTES ? [{ type: 'cut', bytes: size }] : shown,
    ...(ending ? { ending } : {}),
  };
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function readOutput(value: unknown): Output | undefined {
  if (!isRecord(value)) return undefined;
  const { output_type: type, name, metadata } = value;
  if (type === 'stream') {
    const text = textOf(value['text']);
    const stream = name === 'stderr' ? 'stderr' : 'stdout';
    return text === undefined ? undefined : { type: 'text', stream, text };
  }
  const data = value['data'];
  if ((type !== 'execute_result' && type !== 'display_data') || !isRecord(data)) return undefined;
  const own = isRecord(metadata) ? metadata[OWN_KEY] : undefined;
  if (isRecord(own) && Number.isSafeInteger(own['cut']) && Number(own['cut']) >= 0)
    return { type: 'cut', bytes: Number(own['cut']) };
  const text = textOf(data['text/plain']) ?? '';
  const base64 = textOf(data['image/png'])?.replaceAll('\n', '');
  if (base64 !== undefined && BASE64.test(base64))
    return { type: 'image', base64, alt: altIn(metadata) ?? text };
  return data['text/plain'] === undefined ? undefined : { type: 'value', text };
}

/** What is said of a picture where nbconvert looks for it. */
function altIn(metadata: unknown): string | undefined {
  const own = isRecord(metadata) ? metadata['image/png'] : undefined;
  return isRecord(own) && typeof own['alt'] === 'string' ? own['alt'] : undefined;
}

// IPython colours its tracebacks.
const COLOURS = /\x1b\[[\d;]*m/g;
const MOST_CHARACTERS_OF_TRACEBACK = 50_000;

function readError(value: unknown): SavedRun['ending'] {
  if (!isRecord(value) || value['output_type'] !== 'error') return undefined;
  const { ename, evalue, traceback } = value;
  if (typeof ename !== 'string' || typeof evalue !== 'string') return undefined;
  const lines: readonly unknown[] = Array.isArray(traceback) ? traceback : [];
  const text = lines.filter((line) => typeof line === 'string').join('\n');
  return {
    type: 'raised',
    name: ename.slice(0, 200),
    message: evalue.slice(0, MOST_CHARACTERS_OF_TRACEBACK),
    traceback: text.replaceAll(COLOURS, '').slice(0, MOST_CHARACTERS_OF_TRACEBACK),
    places: [],
  };
}

/** Text, or a list of its lines. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((line) => typeof line === 'string')
    ? value.join('')
    : undefined;
}
