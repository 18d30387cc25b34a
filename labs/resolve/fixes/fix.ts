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
  readonly cost: FixCost;
}

/** What kind of change it is; of several lines, the kind of the one that changes most. */
export type FixKind =
  /** Another name, for one that is misspelt or not what it seems. */
  | 'rename'
  /** A bound is widened. */
  | 'relax'
  /** A line names another version. */
  | 'move'
  /** A line is left out. */
  | 'drop'
  | 'python'
  | 'platform'
  /** A line goes to an environment of its own. */
  | 'split';

/** One line, before and after; no `to`: it is left out. */
export interface LineChange {
  readonly line: RootLine;
  readonly from: string;
  readonly to: string | undefined;
}

/** How far a fix is from what the user wrote: fewer lines first, then the smaller move. */
export interface FixCost {
  readonly lines: number;
  /** Versions of the projects between what the lines admitted and what they admit now. */
  readonly distance: number;
}

/** What was found, and whether everything was looked at. */
export interface Fixes {
  /** The best first. */
  readonly fixes: readonly Fix[];
  /** Whether the search ended at its bound. */
  readonly isCutShort: boolean;
  readonly solves: number;
}

/** Mildest first. */
const KINDS: readonly FixKind[] = [
  'rename',
  'relax',
  'move',
  'drop',
  'python',
  'platform',
  'split',
];

/** Whether the first of two kinds changes more. */
export const isHarsher = (a: FixKind, b: FixKind): boolean => KINDS.indexOf(a) > KINDS.indexOf(b);

/** Whether the file is left as it is, and something else changes. */
const isElsewhere = ({ kind }: Fix): boolean =>
  kind === 'python' || kind === 'platform' || kind === 'split';

/** Negative where the first is the better fix: what changes the file comes before what changes the world. */
export function compareFixes(a: Fix, b: Fix): number {
  return (
    Number(isElsewhere(a)) - Number(isElsewhere(b)) ||
    a.cost.lines - b.cost.lines ||
    a.cost.distance - b.cost.distance ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
  );
}
