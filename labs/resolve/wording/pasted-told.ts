import type { PastedError } from '../pasted/pasted.ts';
import type { Sentence } from './pieces.ts';

/** What is told of an error that was recognised in pip's output. */
export interface PastedTold {
  /** What it is. */
  readonly what: Sentence;
  /** What separates it from those that look alike, in ten seconds. */
  readonly check: Sentence;
  /** What to do. */
  readonly next: Sentence;
}

/** How one language tells an error. */
export type PastedWording = (error: PastedError) => PastedTold;
