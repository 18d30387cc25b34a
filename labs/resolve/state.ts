// The stack of states in pip/_vendor/resolvelib/resolvers/resolution.py.

import type { Criterion } from './criterion.ts';
import { isSatisfiedBy } from './requirements.ts';
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

/** `state` with one pin more, the last, and the criteria that this gives; `touched` of them differ. */
export function withPin(
  state: State,
  pin: Pin,
  criteria: ReadonlyMap<string, Criterion>,
  touched: Iterable<string>,
): State {
  const pins = new Map(state.pins);
  pins.delete(pin.name);
  pins.set(pin.name, pin.candidate);
  const next = { ...state, pins, criteria, last: pin };
  const unmet = new Set(state.unmet);
  for (const name of [pin.name, ...touched]) {
    if (isNameMet(next, name)) unmet.delete(name);
    else unmet.add(name);
  }
  return { ...next, unmet };
}

/** `state` with other criteria. */
export function withCriteria(state: State, criteria: ReadonlyMap<string, Criterion>): State {
  const next = { ...state, criteria };
  const names = [...criteria.keys()].filter((name) => !isNameMet(next, name));
  return { ...next, unmet: new Set(names) };
}

function isNameMet({ pins, criteria }: Omit<State, 'unmet'>, name: string): boolean {
  const candidate = pins.get(name);
  const criterion = criteria.get(name);
  if (candidate === undefined || criterion === undefined) return false;
  return criterion.information.every(({ requirement }) => isSatisfiedBy(requirement, candidate));
}
