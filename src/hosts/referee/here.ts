import { REAL_PIP } from '../../../labs/resolve/referee/question.ts';

/** The real pip, as far as this copy of the book has it. */
export interface PipHere {
  readonly version: string;
  /** What the first question loads. */
  readonly bytes: number;
}

/** Undefined: this copy was built without it. */
export const pipHere: PipHere | undefined = { version: REAL_PIP, bytes: 15_000_000 };
