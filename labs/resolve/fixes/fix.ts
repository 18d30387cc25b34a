// A fix: changes to the user's own lines after which the file can be installed.

import type { Target } from '../../packaging/target.ts';
import type { Candidate, RootLine } from '../types.ts';

/** A change that was solved again, and what comes of it. */
export interface Fix {
  readonly kind: FixKind;
  /** The user's lines that change; none where only the machine does. */
  readonly change: readonly LineChange[];
  /** Another Python or platform. */
  readonly target?: Target | undefined;
  /** The lines that go to an environment of their own (`split`). */
  readonly apart?: readonly RootLine[] | undefined;
  /** What would be installed; of a split, in the environment that keeps the other lines. */
  readonly pins: readonly Candidate[];
  /** Of a split: what would be installed in the second environment. */
  readonly pinsApart?: readonly Candidate[] | undefined;
  /** How far it is from what the user wrote; smaller comes first. */
  readonly cost: FixCost;
}

/** What kind of change it is. */
export type FixKind =
  /** A bound is widened or left out. */
  | 'relax'
  /** A line names another version. */
  | 'move'
  /** A line is left out. */
  | 'drop'
  /** A line goes to an environment of its own. */
  | 'split'
  | 'python'
  | 'platform'
  /** Another name, for one that is misspelt or not what it seems. */
  | 'rename';

/** One line, before and after; no `to`: it is left out. */
export interface LineChange {
  readonly line: RootLine;
  readonly from: string;
  readonly to: string | undefined;
}

/** Compared part by part. */
export interface FixCost {
  readonly lines: number;
  /** How many versions of the project lie between what was asked and what is pinned now. */
  readonly distance: number;
  readonly kind: number;
}

/** What was found, and whether everything was looked at. */
export interface Fixes {
  /** The best first. */
  readonly fixes: readonly Fix[];
  /** Whether the search ended at its bound. */
  readonly isCutShort: boolean;
  readonly solves: number;
}
