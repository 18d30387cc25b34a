// How one state follows from another: what is pinned or asked, and what that leaves to do.

import type { Criterion } from './criterion.ts';
import { isSatisfiedBy } from './requirements.ts';
import type { Pin, State } from './state.ts';

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
