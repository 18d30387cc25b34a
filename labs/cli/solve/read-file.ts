import { readFileSync } from 'node:fs';
import { BadInput } from '../bad-input.ts';
import { reasonOf } from '../read-text.ts';

/** The text of a file, or undefined if there is none; `expected` says what it should have been. */
export function readTextIfThere(path: string, expected: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new BadInput(`${path}: expected ${expected} (${reasonOf(error)})`);
  }
}
