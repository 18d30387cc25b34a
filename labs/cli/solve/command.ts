import { BadInput } from '../bad-input.ts';
import type { Terminal } from '../terminal.ts';
/** `womm solve`. */
export async function runSolve(_words: readonly string[], _terminal: Terminal): Promise<number> {
  throw new BadInput('solve: not yet');
}
