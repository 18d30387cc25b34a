import type { Request } from './types.ts';

/** Whether every file must have a hash: one hash on one line is enough. */
export function requiresHashes({ requireHashes, lines }: Request): boolean {
  return requireHashes === true || lines.some(({ hashes = [] }) => hashes.length > 0);
}
