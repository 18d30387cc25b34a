import type { Verdict } from '../../../labs/resolve/referee/verdict.ts';
import type { AskPip } from '../../../labs/resolve/referee/hold.ts';
import type { Trouble } from '../explain-answer.ts';

/** What came of asking the real pip. */
export interface Held {
  readonly verdict: Verdict;
  /** All of it as text. */
  readonly report: string;
}

/** Puts the question to a real pip and holds its answer against ours. */
export type Hold = (ask: AskPip) => Promise<Held>;

/** The worker could not hold an answer of its own against the real pip's. */
export class NotHeld extends Error {
  override readonly name = 'NotHeld';
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.kind);
    this.trouble = trouble;
  }
}
