// Reads METADATA out of a wheel far away without fetching the wheel: a zip ends with its own table
// of contents (PKWARE APPNOTE 4.3.12 and 4.3.16), and a wheel keeps its dist-info last.
import { inflateSync } from 'fflate';
import type { IndexClient, RangeAnswer } from './index-client.ts';

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

/** The METADATA of the wheel at `url`, or undefined when it cannot be had by ranges. */
export async function readMetadataFromWheel(
  client: IndexClient,
  url: string,
): Promise<string | undefined> {
  let tail = await client.range(url, `bytes=-${FIRST_TRY}`);
  if (tail === undefined) return undefined;
  const directory = directoryStart(tail);
  if (directory === undefined) return undefined;
  if (directory < tail.start) {
    tail = await client.range(url, `bytes=${directory}-${tail.total - 1}`);
    if (tail === undefined) return undefined;
  }
  const entry = findMetadata(tail, directory);
  if (entry === undefined) return undefined;
  const end = Math.min(entry.offset + HEADER_ROOM + entry.compressed, tail.total);
  const part =
    entry.offset >= tail.start ? tail : await client.range(url, `bytes=${entry.offset}-${end - 1}`);
  return part === undefined ? undefined : unpack(part, entry);
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

function findMetadata(tail: RangeAnswer, directory: number): Entry | undefined {
  const view = viewOf(tail);
  let at = directory - tail.start;
  while (at >= 0 && at + 46 <= view.byteLength && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(tail.bytes.subarray(at + 46, at + 46 + nameLength));
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

function unpack(part: RangeAnswer, entry: Entry): string | undefined {
  const view = viewOf(part);
  const at = entry.offset - part.start;
  if (at < 0 || at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL_HEADER)
    return undefined;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = part.bytes.subarray(start, start + entry.compressed);
  if (data.length !== entry.compressed) return undefined;
  if (entry.method === STORED) return new TextDecoder().decode(data);
  if (entry.method !== DEFLATED) return undefined;
  try {
    return new TextDecoder().decode(inflateSync(data));
  } catch {
    return undefined;
  }
}

function viewOf(part: RangeAnswer): DataView {
  return new DataView(part.bytes.buffer, part.bytes.byteOffset, part.bytes.byteLength);
}
