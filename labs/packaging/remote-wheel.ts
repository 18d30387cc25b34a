// Reads METADATA out of a wheel far away without fetching the wheel: a zip ends with its own table
// of contents (PKWARE APPNOTE 4.3.12 and 4.3.16), and a wheel keeps its dist-info last.

import type { RemoteHost } from './remote-get.ts';

/** A part of a file: where it starts and how long the whole is. */
export interface RangeAnswer {
  readonly start: number;
  readonly total: number;
  readonly bytes: Uint8Array;
}

/** Asks for a part of the wheel (`bytes=100-199`); undefined when the server does not give it. */
export type AskRange = (range: string) => Promise<RangeAnswer | undefined>;

/** What a zip's table of contents says of one file. */
interface Entry {
  readonly method: number;
  readonly compressed: number;
  /** Where its local header starts. */
  readonly offset: number;
}

const FIRST_TRY = 65_536;
/** Of a local header: 30 bytes, the name and extra fields; nobody's extra fields are longer. */
const HEADER_ROOM = 4096;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const METADATA_NAME = /^[^/]+\.dist-info\/METADATA$/;
/** No METADATA, and no table of contents of a wheel, is longer. */
const MOST_BYTES = 8_000_000;

/**
 * The METADATA of a wheel, or undefined when it cannot be had by ranges. Where the index says how
 * long the wheel is, it is asked for by place: a browser asks another host for "the last bytes" only
 * after an OPTIONS that many do not answer (Fetch standard, CORS-safelisted `Range`).
 */
export async function readMetadataFromWheel(
  ask: AskRange,
  size: number | undefined,
  { decode, inflate }: Pick<RemoteHost, 'decode' | 'inflate'>,
): Promise<string | undefined> {
  const first =
    size === undefined
      ? `bytes=-${FIRST_TRY}`
      : `bytes=${Math.max(0, size - FIRST_TRY)}-${size - 1}`;
  let tail = await ask(first);
  if (tail === undefined) return undefined;
  const directory = directoryStart(tail);
  if (directory === undefined || tail.total - directory > MOST_BYTES) return undefined;
  if (directory < tail.start) {
    tail = await ask(`bytes=${directory}-${tail.total - 1}`);
    if (tail === undefined) return undefined;
  }
  const entry = findMetadata(tail, directory, decode);
  if (entry === undefined || entry.compressed > MOST_BYTES) return undefined;
  const end = Math.min(entry.offset + HEADER_ROOM + entry.compressed, tail.total);
  const part = entry.offset >= tail.start ? tail : await ask(`bytes=${entry.offset}-${end - 1}`);
  const data = part && unpack(part, entry, inflate);
  return data && decode(data);
}

function directoryStart(tail: RangeAnswer): number | undefined {
  const view = viewOf(tail);
  for (let at = view.byteLength - 22; at >= 0; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) {
      const start = view.getUint32(at + 16, true);
      return start < tail.total ? start : undefined;
    }
  return undefined;
}

function findMetadata(
  tail: RangeAnswer,
  directory: number,
  decode: RemoteHost['decode'],
): Entry | undefined {
  const view = viewOf(tail);
  let at = directory - tail.start;
  while (at >= 0 && at + 46 <= view.byteLength && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const name = decode(tail.bytes.subarray(at + 46, at + 46 + nameLength));
    if (METADATA_NAME.test(name))
      return {
        method: view.getUint16(at + 10, true),
        compressed: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return undefined;
}

function unpack(
  part: RangeAnswer,
  entry: Entry,
  inflate: RemoteHost['inflate'],
): Uint8Array | undefined {
  const view = viewOf(part);
  const at = entry.offset - part.start;
  if (at < 0 || at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL_HEADER)
    return undefined;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = part.bytes.subarray(start, start + entry.compressed);
  if (data.length !== entry.compressed) return undefined;
  if (entry.method === STORED) return data;
  return entry.method === DEFLATED ? inflate(data, MOST_BYTES) : undefined;
}

function viewOf(part: RangeAnswer): DataView {
  return new DataView(part.bytes.buffer, part.bytes.byteOffset, part.bytes.byteLength);
}
