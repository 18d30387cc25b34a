// The record of a run, read back from a stored or shared log: everything in it is looked at.

import { isRecord } from '../core/json.ts';
import {
  MOST_FILE_BYTES,
  MOST_OUTPUT_BYTES,
  type Ending,
  type FileBody,
  type Output,
  type Place,
  type RunRecord,
} from './run.ts';

/** A path on the small disk is not longer … */
const MOST_CHARACTERS_OF_PATH = 200;
/** … and a run has not more pieces of output, places and files than this. */
const MOST_PIECES = 10_000;
/** Base64 writes three bytes as four letters; text of a few bytes a letter is shorter than its bytes. */
const MOST_CHARACTERS = Math.ceil((MOST_OUTPUT_BYTES + MOST_FILE_BYTES) * 1.4);

/** Reads the record of a run; `undefined` when it is none. */
export function readRunRecord(value: unknown): RunRecord | undefined {
  if (!isRecord(value)) return undefined;
  const outputs = readOutputs(value['outputs']);
  const ending = readEnding(value['ending']);
  const changed = readChanged(value['changed']);
  if (!outputs || !ending || !changed) return undefined;
  const { found } = value;
  if (found === undefined) return { outputs, ending, changed };
  return isText(found) ? { outputs, ending, changed, found } : undefined;
}

/** Reads what a run printed and showed; `undefined` when it is something else. */
export const readOutputs = (value: unknown): readonly Output[] | undefined =>
  readAll(value, readOutput);

function readOutput(value: unknown): Output | undefined {
  if (!isRecord(value)) return undefined;
  const { type, stream, text, base64, alt, bytes } = value;
  switch (type) {
    case 'text':
      return (stream === 'stdout' || stream === 'stderr') && isText(text)
        ? { type, stream, text }
        : undefined;
    case 'value':
      return isText(text) ? { type, text } : undefined;
    case 'image':
      return isBase64(base64) && isText(alt) ? { type, base64, alt } : undefined;
    case 'cut':
      return isCount(bytes) ? { type, bytes } : undefined;
    default:
      return undefined;
  }
}

/** Reads how a run ended; `undefined` when it is no ending. */
export function readEnding(value: unknown): Ending | undefined {
  if (!isRecord(value)) return undefined;
  const { type, name, message, traceback, code, prompt, kept } = value;
  switch (type) {
    case 'finished':
      return { type };
    case 'raised': {
      const places = readAll(value['places'], readPlace);
      return isText(name) && isText(message) && isText(traceback) && places
        ? { type, name, message, traceback, places }
        : undefined;
    }
    case 'exited':
      return Number.isSafeInteger(code) ? { type, code: Number(code) } : undefined;
    case 'asks':
      return isText(prompt) ? { type, prompt } : undefined;
    case 'stopped':
      return typeof kept === 'boolean' ? { type, kept } : undefined;
    case 'died':
      return isText(message) ? { type, message } : undefined;
    default:
      return undefined;
  }
}

function readPlace(value: unknown): Place | undefined {
  if (!isRecord(value)) return undefined;
  const { where, line } = value;
  return isText(where) && isCount(line) ? { where, line } : undefined;
}

function readChanged(value: unknown): Readonly<Record<string, FileBody | null>> | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length > MOST_PIECES) return undefined;
  const changed: [string, FileBody | null][] = [];
  for (const [path, stored] of entries) {
    const body = stored === null ? null : readBody(stored);
    if (!isPath(path) || body === undefined) return undefined;
    changed.push([path, body]);
  }
  return Object.fromEntries(changed);
}

function readBody(value: unknown): FileBody | undefined {
  if (isText(value)) return value;
  return isRecord(value) && isBase64(value['base64']) ? { base64: value['base64'] } : undefined;
}

/** Is it the path of a file on the small disk: relative, with `/`, and never upwards? */
export function isPath(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= MOST_CHARACTERS_OF_PATH &&
    !/[\0-\x1f\x7f\\]/u.test(value) &&
    value.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

function readAll<T>(
  value: unknown,
  read: (item: unknown) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_PIECES) return undefined;
  const items = value.map(read);
  return items.every((item) => item !== undefined) ? items : undefined;
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MOST_CHARACTERS;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const isBase64 = (value: unknown): value is string => isText(value) && BASE64.test(value);
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
