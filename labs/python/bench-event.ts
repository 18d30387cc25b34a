import { isRecord } from '../core/json.ts';
import type { NewCell, SavedRun } from './cell.ts';
import { isPath } from './disk.ts';
import { readEnding, readOutputs, readRunRecord } from './read-run.ts';
import type { RunRecord } from './run.ts';

/** A file and a cell have at most so many characters, a notebook so many cells, an answer or a line so many. */
export const MOST_CHARACTERS_OF_FILE = 100_000;
export const MOST_CELLS = 200;
export const MOST_CHARACTERS_OF_LINE = 10_000;

/** What is run: a file as `python FILE`, a cell, every cell from the top (`fresh`: after a restart), a line at `>>>`. */
export type What =
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'cell'; readonly cell: string }
  | { readonly type: 'all'; readonly fresh: boolean }
  | { readonly type: 'line'; readonly text: string };

/** What a learner does at the bench, and (`supplied`) what came of a run. */
export type PythonEvent =
  | { readonly type: 'wrote'; readonly path: string; readonly text: string }
  | { readonly type: 'renamed'; readonly from: string; readonly to: string }
  | { readonly type: 'removed'; readonly path: string }
  | { readonly type: 'typed'; readonly cell: string; readonly text: string }
  /** A new cell, before the one that now stands there. */
  | { readonly type: 'cell-added'; readonly at: number }
  | { readonly type: 'cell-moved'; readonly cell: string; readonly to: number }
  | { readonly type: 'cell-removed'; readonly cell: string }
  /** A notebook takes the place of the one that is here. */
  | { readonly type: 'imported'; readonly cells: readonly NewCell[] }
  | { readonly type: 'ran'; readonly what: What }
  /** The answer to an `input()`. */
  | { readonly type: 'answered'; readonly text: string }
  | { readonly type: 'restarted' }
  /** The optional project is asked for. */
  | { readonly type: 'installed' }
  | { readonly type: 'supplied'; readonly record: RunRecord; readonly move: false };

/** Reads one event of a stored or shared log; `undefined` when it is none of ours. */
export function readPythonEvent(value: unknown): PythonEvent | undefined {
  if (!isRecord(value)) return undefined;
  const { type, path, text, from, to, cell, at } = value;
  switch (type) {
    case 'wrote':
      return isPath(path) && isText(text) ? { type, path, text } : undefined;
    case 'renamed':
      return isPath(from) && isPath(to) ? { type, from, to } : undefined;
    case 'removed':
      return isPath(path) ? { type, path } : undefined;
    case 'typed':
      return isId(cell) && isText(text) ? { type, cell, text } : undefined;
    case 'cell-added':
      return isPosition(at) ? { type, at } : undefined;
    case 'cell-moved':
      return isId(cell) && isPosition(to) ? { type, cell, to } : undefined;
    case 'cell-removed':
      return isId(cell) ? { type, cell } : undefined;
    case 'imported': {
      const cells = readCells(value['cells']);
      return cells && { type, cells };
    }
    case 'ran': {
      const what = readWhat(value['what']);
      return what && { type, what };
    }
    case 'answered':
      return isLine(text) ? { type, text } : undefined;
    case 'restarted':
    case 'installed':
      return { type };
    case 'supplied': {
      const record = readRunRecord(value['record']);
      return record && { type, record, move: false };
    }
    default:
      return undefined;
  }
}

function readWhat(value: unknown): What | undefined {
  if (!isRecord(value)) return undefined;
  const { type, path, cell, fresh, text } = value;
  switch (type) {
    case 'file':
      return isPath(path) ? { type, path } : undefined;
    case 'cell':
      return isId(cell) ? { type, cell } : undefined;
    case 'all':
      return typeof fresh === 'boolean' ? { type, fresh } : undefined;
    case 'line':
      return isLine(text) ? { type, text } : undefined;
    default:
      return undefined;
  }
}

/** Reads the cells of a notebook; `undefined` when they are none, or too many. */
export function readCells(value: unknown): readonly NewCell[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_CELLS) return undefined;
  const cells = value.map(readCell);
  return cells.every((cell) => cell !== undefined) ? cells : undefined;
}

function readCell(value: unknown): NewCell | undefined {
  if (!isRecord(value)) return undefined;
  const { type, source } = value;
  if ((type !== 'code' && type !== 'markdown') || !isText(source)) return undefined;
  if (value['saved'] === undefined) return { type, source };
  const saved = readSaved(value['saved']);
  return saved && { type, source, saved };
}

function readSaved(value: unknown): SavedRun | undefined {
  if (!isRecord(value)) return undefined;
  const { number } = value;
  const outputs = readOutputs(value['outputs']);
  if (!outputs || (number !== undefined && !isPosition(number))) return undefined;
  const run = { ...(number === undefined ? {} : { number }), outputs };
  if (value['ending'] === undefined) return run;
  const ending = readEnding(value['ending']);
  return ending?.type === 'raised' ? { ...run, ending } : undefined;
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MOST_CHARACTERS_OF_FILE;
const isLine = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MOST_CHARACTERS_OF_LINE;
const ID = /^cell-\d{1,6}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
const isPosition = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
