import { isRecord } from '../core/json.ts';
import type { Ending, FileBody, Output, Place, RunRecord } from './run.ts';
import { MOST_FILE_BYTES, MOST_OUTPUT_BYTES } from './run.ts';

// What comes from where a learner's code runs, or out of a stored log, may be anything. What is read here is made
// anew, field by field, and is no larger than a run may be.

/** A picture's text for who cannot see it, a message, a name: longer ones are cut off. */
const MOST_TEXT = 20_000;
const MOST_ITEMS = 20_000;

/** The record, or undefined where it is none. */
export function readRunRecord(value: unknown): RunRecord | undefined {
  if (!isRecord(value)) return undefined;
  const end = readRunEnd(value);
  const outputs = readOutputs(value['outputs']);
  return end && outputs && { ...end, outputs };
}

/** A record without its outputs. */
export function readRunEnd(value: unknown): Omit<RunRecord, 'outputs'> | undefined {
  if (!isRecord(value)) return undefined;
  const ending = readEnding(value['ending']);
  const changed = readChanged(value['changed']);
  const unkept = value['unkept'] === undefined ? [] : readTexts(value['unkept']);
  const { found } = value;
  if (!ending || !changed || !unkept || (found !== undefined && !isText(found, MOST_FILE_BYTES)))
    return undefined;
  return {
    ending,
    changed,
    ...(unkept.length > 0 ? { unkept } : {}),
    ...(found === undefined ? {} : { found }),
  };
}

/** Outputs, never more than a run may have. */
export function readOutputs(value: unknown): readonly Output[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_ITEMS) return undefined;
  const outputs = value.map(readOutput);
  const isWhole = outputs.every((one) => one !== undefined);
  const size = outputs.reduce((sum, one) => sum + (one ? sizeOf(one) : 0), 0);
  return isWhole && size <= MOST_OUTPUT_BYTES ? outputs : undefined;
}

/** How much of what a run may put out this takes. */
export function sizeOf(output: Output): number {
  if (output.type === 'cut') return 0;
  return output.type === 'image' ? output.base64.length : output.text.length;
}

function readOutput(value: unknown): Output | undefined {
  if (!isRecord(value)) return undefined;
  const { type, stream, text, base64, alt, bytes } = value;
  if (type === 'text' && (stream === 'stdout' || stream === 'stderr'))
    return isText(text, MOST_OUTPUT_BYTES) ? { type, stream, text } : undefined;
  if (type === 'value') return isText(text, MOST_OUTPUT_BYTES) ? { type, text } : undefined;
  if (type === 'image')
    return isBase64(base64) && isText(alt, MOST_TEXT) ? { type, base64, alt } : undefined;
  return type === 'cut' && isCount(bytes) ? { type, bytes } : undefined;
}

/** An ending, or undefined where it is none. */
export function readEnding(value: unknown): Ending | undefined {
  if (!isRecord(value)) return undefined;
  const { type } = value;
  if (type === 'finished' || type === 'incomplete') return { type };
  if (type === 'raised') return readRaised(value);
  if (type === 'exited') return isCount(value['code']) ? { type, code: value['code'] } : undefined;
  if (type === 'asks') return readWith(type, 'prompt', value);
  if (type === 'lacking') return readWith(type, 'wheel', value);
  if (type === 'died') return readWith(type, 'message', value);
  if (type === 'stopped')
    return typeof value['kept'] === 'boolean' ? { type, kept: value['kept'] } : undefined;
  return undefined;
}

function readWith<Type extends string, Field extends string>(
  type: Type,
  field: Field,
  value: Readonly<Record<string, unknown>>,
): ({ readonly type: Type } & Readonly<Record<Field, string>>) | undefined {
  const text = value[field];
  if (!isText(text, MOST_OUTPUT_BYTES)) return undefined;
  // A computed key makes TypeScript forget which one it was.
  return { type, [field]: text } as { readonly type: Type } & Readonly<Record<Field, string>>;
}

function readRaised(value: Readonly<Record<string, unknown>>): Ending | undefined {
  const { name, message, traceback, places } = value;
  if (!isText(name, MOST_TEXT) || !isText(message) || !isText(traceback)) return undefined;
  if (!Array.isArray(places) || places.length > MOST_ITEMS) return undefined;
  const read = places.map(readPlace);
  if (!read.every((place) => place !== undefined)) return undefined;
  return { type: 'raised', name, message, traceback, places: read };
}

function readPlace(value: unknown): Place | undefined {
  if (!isRecord(value)) return undefined;
  const { where, line } = value;
  return isText(where, MOST_TEXT) && isCount(line) ? { where, line } : undefined;
}

function readChanged(value: unknown): RunRecord['changed'] | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).map(([path, body]) => [path, readBody(body)] as const);
  if (entries.length > MOST_ITEMS || !entries.every(isFile)) return undefined;
  const size = entries.reduce((sum, [path, body]) => sum + path.length + bodySize(body), 0);
  return size <= 2 * MOST_FILE_BYTES ? Object.fromEntries(entries) : undefined;
}

function isFile(
  entry: readonly [string, FileBody | null | undefined],
): entry is readonly [string, FileBody | null] {
  return isPath(entry[0]) && entry[1] !== undefined;
}

/** Relative, and it stays where it belongs. */
function isPath(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function readBody(value: unknown): FileBody | null | undefined {
  if (value === null || typeof value === 'string') return value;
  return isRecord(value) && isBase64(value['base64']) ? { base64: value['base64'] } : undefined;
}

function bodySize(body: FileBody | null): number {
  return body === null ? 0 : typeof body === 'string' ? body.length : body.base64.length;
}

function readTexts(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_ITEMS) return undefined;
  return value.every((one): one is string => isText(one, MOST_TEXT)) ? [...value] : undefined;
}

function isText(value: unknown, most: number = 10 * MOST_OUTPUT_BYTES): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isBase64(value: unknown): value is string {
  return isText(value, 2 * MOST_FILE_BYTES) && /^[A-Za-z0-9+/]*={0,2}$/.test(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
