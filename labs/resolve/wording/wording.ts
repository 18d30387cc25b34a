import type { Explanation } from '../explain/explanation.ts';
import type { Fix } from '../fixes/fix.ts';
import type { Language, Sentence } from './pieces.ts';

/** How one language says it; both languages are of this type. */
export interface Wording {
  /** The first sentence: the user's own lines, and what is wrong between them. */
  readonly sentence: (explanation: Explanation) => Sentence;
  /** The argument after it: chains, the empty range, what would have served. */
  readonly argument: (explanation: Explanation) => readonly Sentence[];
  /** What to do, and what comes of it. */
  readonly fix: (fix: Fix) => Sentence;
}

/** The wordings by language. */
export type Wordings = Readonly<Record<Language, Wording>>;
