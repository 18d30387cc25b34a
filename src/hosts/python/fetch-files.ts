import files from 'virtual:python-files';
import type { PyodideFiles } from './frame-talk.ts';
import { putOnShelf, takeFromShelf } from './shelf.ts';

/** Told of bytes that have come and of bytes in all. */
export type OnBytes = (bytes: number, all: number) => void;

/** A file below /python/ could not be fetched. */
export class FilesFailure extends Error {
  override readonly name = 'FilesFailure';
}

const NAMES = {
  script: 'pyodide.mjs',
  module: 'pyodide.asm.mjs',
  wasm: 'pyodide.asm.wasm',
  stdlib: 'python_stdlib.zip',
  lock: 'pyodide-lock.json',
} as const;

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Pyodide's files, all at once, from the shelf where they are kept. */
export async function fetchPyodide(onBytes: OnBytes): Promise<PyodideFiles> {
  const names = Object.entries(NAMES).map(
    ([part, name]) => [part, `/python/${files.version}/${name}`] as const,
  );
  const all = names.reduce((sum, [, path]) => sum + (files.sizes[path] ?? 0), 0);
  let bytes = 0;
  const bodies = await Promise.all(
    names.map(async ([part, path]) => {
      const body = await fetchOne(path, (more) => onBytes((bytes += more), all));
      return [part, body] as const;
    }),
  );
  // One body for each part of NAMES.
  return Object.fromEntries(bodies) as unknown as PyodideFiles;
}

/** The page that Python's frame shows. The service worker keeps it, with the pages of the book. */
export async function fetchFrame(): Promise<string> {
  const path = '/python/frame.html';
  try {
    const response = await fetch(base + path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return await response.text();
  } catch (cause) {
    throw failureOf(path, cause);
  }
}

/** A wheel; undefined: this copy of the book was built without it. */
export async function fetchWheel(
  file: string,
  onBytes: OnBytes = () => undefined,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const path = `/python/wheels/${file}`;
  const all = files.sizes[path];
  if (all === undefined) return undefined;
  let bytes = 0;
  return new Uint8Array(await fetchOne(path, (more) => onBytes((bytes += more), all)));
}

/** How large these wheels are together; undefined: this copy of the book was built without one of them. */
export function sizeOfWheels(names: readonly string[]): number | undefined {
  const sizes = names.map((file) => files.sizes[`/python/wheels/${file}`]);
  return sizes.every((size) => size !== undefined)
    ? sizes.reduce((sum, size) => sum + size, 0)
    : undefined;
}

/** What was fetched and is not on the shelf yet: a disk that is busy would make the first start slower. */
const unshelved = new Map<string, Blob>();

/** Puts on the shelf what was fetched since. */
export async function shelveFetched(): Promise<void> {
  const fetched = [...unshelved];
  unshelved.clear();
  for (const [path, body] of fetched) await putOnShelf(path, body);
}

async function fetchOne(path: string, onBytes: (more: number) => void): Promise<ArrayBuffer> {
  try {
    return await fetchBody(path, onBytes);
  } catch (cause) {
    throw failureOf(path, cause);
  }
}

const failureOf = (path: string, cause: unknown): FilesFailure =>
  new FilesFailure(cause instanceof Error ? cause.message : path, { cause });

async function fetchBody(path: string, onBytes: (more: number) => void): Promise<ArrayBuffer> {
  const size = files.sizes[path] ?? 0;
  const kept = await (await takeFromShelf(path))?.arrayBuffer();
  if (kept?.byteLength === size) {
    onBytes(size);
    return kept;
  }
  const response = await fetch(base + path);
  if (!response.ok || !response.body) throw new Error(`${path}: ${response.status}`);
  const bytes = await readWhole(response.body, size, onBytes);
  if (!bytes) throw new Error(`${path}: not ${size} bytes`);
  unshelved.set(path, new Blob([bytes]));
  return bytes.buffer;
}

/** So many bytes, or undefined where there are more or fewer. */
async function readWhole(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  size: number,
  onBytes: (more: number) => void,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = new Uint8Array(size);
  let at = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return at === size ? bytes : undefined;
    if (at + value.length > size) return undefined;
    bytes.set(value, at);
    at += value.length;
    onBytes(value.length);
  }
}
