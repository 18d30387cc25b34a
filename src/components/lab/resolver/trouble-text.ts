import { NotHeld } from '../../../hosts/referee/held.ts';
import { PipTrouble } from '../../../hosts/referee/trouble.ts';
import { word, type Words } from '../words.ts';

/** Bytes as a reader is told them before they are loaded. */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Why there is no answer, in words. */
export function troubleWords(error: unknown, words: Words): string {
  const message = error instanceof Error ? error.message : String(error);
  return word(words, `referee.trouble.${troubleKind(error)}`, { message });
}

function troubleKind(error: unknown): string {
  if (error instanceof PipTrouble) return error.kind;
  if (error instanceof NotHeld && error.trouble.kind !== 'crash') return 'data';
  return error instanceof Error && error.name === 'DataFailure' ? 'data' : 'crash';
}
