// The stack of states in pip/_vendor/resolvelib/resolvers/resolution.py.

import type { Criterion } from './criterion.ts';
import type { AnyCandidate, Cause } from './types.ts';

/**
 * Where a resolution stands between two rounds. States and the maps in them are never changed, so
 * that they can be shared by the stack, by its saved copy and by whoever watches.
 */
export interface State {
  /** What is pinned, in the order of pinning. */
  readonly pins: ReadonlyMap<string, AnyCandidate>;
  readonly criteria: ReadonlyMap<string, Criterion>;
  /** The names whose pin does not meet their criterion, or that have none: what is left to do. */
  readonly unmet: ReadonlySet<string>;
  /** The pin made last, which is the last of `pins`. */
  readonly last: Pin | undefined;
  /** The causes of the conflict that was backtracked from most recently. */
  readonly backtrackCauses: readonly Cause[];
}

/**
 * A candidate pinned under a name. The name is not always the candidate's own: when nobody asks for
 * `x[e]` any more but the name is still on record, pip 26.3 pins plain `x` under it.
 */
export interface Pin {
  readonly name: string;
  readonly candidate: AnyCandidate;
}

/** Nothing asked, nothing pinned. */
export const EMPTY_STATE: State = {
  pins: new Map(),
  criteria: new Map(),
  unmet: new Set(),
  last: undefined,
  backtrackCauses: [],
};
