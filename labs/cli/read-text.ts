import { readFile } from 'node:fs/promises';
import { BadInput } from './bad-input.ts';

const LARGEST_FILE = 5_000_000;

/** The text of a file that someone named as `kind`. */
export async function readText(file: string, kind: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new BadInput(`${file}: expected ${kind} that can be read (${reasonOf(error)})`);
  }
  return decodeText(file, bytes);
}

/** Why the system would not read a file, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return REASONS[code] ?? code;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

/** Bytes as text: UTF-8, or UTF-16 with a byte order mark, which PowerShell's `>` writes and pip reads. */
export function decodeText(file: string, bytes: Uint8Array): string {
  if (bytes.length > LARGEST_FILE) throw new BadInput(`${file}: expected at most 5 MB`);
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`${file}: expected a text in UTF-8`);
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
