// _backjump and _patch_criteria in pip/_vendor/resolvelib/resolvers/resolution.py.
//
//   [ state Z ]   no candidate worked here: dropped
//   [ state Y ]   its pin is taken back and excluded: dropped, what it had excluded is kept
//   [ state X ]   pushed once more, with those exclusions applied, to be worked on
//
// If the exclusions leave some criterion empty, the new state is the next Z.

import { isAnyLeft } from './candidates.ts';
import type { Criterion } from './criterion.ts';
import { namesAsked, warnOfUnknownExtras } from './dependencies.ts';
import type { History } from './history.ts';
import { popTop, rollBack, save, top } from './history.ts';
import { findMatches } from './matching.ts';
import type { Resolving } from './resolving.ts';
import { told } from './resolving.ts';
import type { Pin, State } from './state.ts';
import { withCriteria } from './state-changes.ts';
import type { Telling } from './telling.ts';
import type { AnyCandidate, Cause } from './types.ts';

/** A state whose pin proved wrong, and that pin. */
interface Broken {
  readonly state: State;
  readonly pin: Pin;
}

/** Goes back to a state from which there is something left to try; false if there is none. */
export function* backjump(
  resolving: Resolving,
  history: History,
  causes: readonly Cause[],
): Telling<boolean> {
  const isOpen = yield* unwind(resolving, history, causes);
  if (!isOpen && history.isOptimistic && history.saved !== undefined) {
    rollBack(history);
    return true;
  }
  if (isOpen) history.states.push({ ...popTop(history), backtrackCauses: causes });
  return isOpen;
}

function* unwind(
  resolving: Resolving,
  history: History,
  causes: readonly Cause[],
): Telling<boolean> {
  const involved = new Set<string>();
  for (const { requirement, parent } of causes) {
    involved.add(requirement.name);
    if (parent !== undefined) involved.add(parent.name);
  }
  while (history.states.length >= 3) {
    history.states.pop();
    const broken = findBroken(resolving, history, involved);
    if (broken === undefined) return false;
    yield told(resolving, { type: 'backtracking', candidate: broken.pin.candidate });
    const patched = yield* patchCriteria(resolving, top(history), broken);
    history.states.push(patched ?? top(history));
    if (patched !== undefined) return true;
  }
  return false;
}

/** Takes states off the stack until one is found whose pin had a part in the conflict. */
function findBroken(
  resolving: Resolving,
  history: History,
  involved: ReadonlySet<string>,
): Broken | undefined {
  const isComplete = resolving.request.version !== '23.2';
  for (;;) {
    const state = history.states.pop();
    const pin = state?.last;
    if (state === undefined || pin === undefined) return undefined;
    const broken = { state, pin };
    if (isComplete && !involved.has(pin.name)) {
      if (!history.isOptimistic) return broken;
      save(history);
    }
    warnOfUnknownExtras(resolving, pin.candidate);
    if (namesAsked(resolving, pin.candidate).some((name) => involved.has(name))) return broken;
    if (!isComplete) continue;
    // The first pin of all: going further would leave nothing to go back to.
    if (state.pins.size === 1) return broken;
    if (history.states.length <= 1) return undefined;
  }
}

/** `state` without the broken pin and all that was excluded while it stood; undefined if empty. */
function* patchCriteria(
  resolving: Resolving,
  state: State,
  { state: broken, pin }: Broken,
): Telling<State | undefined> {
  const criteria = new Map(state.criteria);
  const excludedNow = [...broken.criteria].map(([name, { excluded }]) => [name, excluded] as const);
  excludedNow.push([pin.name, new Set([pin.candidate])]);
  for (const [name, excluded] of excludedNow) {
    if (excluded.size === 0) continue;
    const criterion = criteria.get(name);
    if (criterion === undefined) continue;
    const patched = yield* exclude(resolving, name, criterion, excluded, criteria);
    if (patched === undefined) return undefined;
    criteria.set(name, patched);
  }
  return withCriteria(state, criteria);
}

function* exclude(
  resolving: Resolving,
  name: string,
  criterion: Criterion,
  more: ReadonlySet<AnyCandidate>,
  criteria: ReadonlyMap<string, Criterion>,
): Telling<Criterion | undefined> {
  const excluded = new Set([...criterion.excluded, ...more]);
  const matches = yield* findMatches(resolving, name, criterion, criteria, excluded);
  if (!(yield* isAnyLeft(resolving, matches, excluded))) return undefined;
  return { ...criterion, matches, excluded };
}
