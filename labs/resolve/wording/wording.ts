import type { Contradiction, Explanation } from '../explain/explanation.ts';
import type { Fix } from '../fixes/fix.ts';
import type { NewerRun } from '../newer-runs.ts';
import type { WhatIf } from '../what-if.ts';
import type { Language, Sentence } from './pieces.ts';

/** One side of a conflict: its chain link by link, and how many versions it leaves. */
export interface SideSaid {
  readonly links: readonly Sentence[];
  readonly leaves: Sentence | undefined;
}

/** How one language says it; every language is of this type. */
export interface Wording {
  /** The first sentence: the user's own lines, and what is wrong between them. */
  readonly sentence: (explanation: Explanation) => Sentence;
  /** The argument after it: chains, what each leaves, what would have served. */
  readonly argument: (explanation: Explanation) => readonly Sentence[];
  /** The sides of a conflict, one by one: the first part of its argument. */
  readonly sides: (explanation: Contradiction) => readonly SideSaid[];
  /** The argument without the sides. */
  readonly rest: (explanation: Explanation) => readonly Sentence[];
  /** What to do. */
  readonly fix: (fix: Fix) => Sentence;
  /** What pip would install then: the projects of the reader's lines, and how many others. */
  readonly effect: (fix: Fix, explanation: Explanation) => Sentence;
  /** Why some newer versions of a pin are not taken. */
  readonly newer: (run: NewerRun, project: string) => Sentence;
  /** What pip would take if a line asked for less. */
  readonly whatIf: (whatIf: WhatIf) => Sentence;
}

/** The wordings by language. */
export type Wordings = Readonly<Record<Language, Wording>>;
