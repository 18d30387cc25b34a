// The stack of states and its saved copy: optimistic backjumping in resolvelib 1.2
// (pip/_vendor/resolvelib/resolvers/resolution.py).

import type { State } from './state.ts';
import { EMPTY_STATE } from './state.ts';
import type { PipVersion } from './types.ts';

/** The part of the rounds left that jumping over unrelated pins may take before it is given up. */
const OPTIMISTIC_SHARE = 0.1;

/** The states so far, newest last, and what is needed to take an optimistic jump back. */
export interface History {
  states: State[];
  /** Pins that had no part in a conflict are jumped over, until that fails once. */
  isOptimistic: boolean;
  /** The stack before the first jump over an unrelated pin. */
  saved: State[] | undefined;
  /** The round from which `saved` counts, and the round in which it is returned to. */
  deadline: number | undefined;
}

/** A stack whose bottom is the state before the first pin; a second copy is worked on. */
export function startHistory(version: PipVersion, root: State): History {
  const isOptimistic = version !== '23.2';
  return { states: [root, root], isOptimistic, saved: undefined, deadline: undefined };
}

/** The state in work. */
export function top({ states }: History): State {
  return states.at(-1) ?? EMPTY_STATE;
}

/** Takes the state in work off the stack. */
export function popTop({ states }: History): State {
  return states.pop() ?? EMPTY_STATE;
}

/** Remembers the stack as it is, once. */
export function save(history: History): void {
  history.saved ??= [...history.states];
}

/** Returns to the saved stack for good: from here on only pins that conflict are taken back. */
export function rollBack(history: History): void {
  history.isOptimistic = false;
  if (history.saved !== undefined) history.states = history.saved;
  history.saved = undefined;
}

/** Whether the optimistic jumps have had their share of the rounds. */
export function isOverdue(history: History, round: number, mostRounds: number): boolean {
  if (!history.isOptimistic || history.saved === undefined) return false;
  if (history.deadline === undefined) {
    const share = Math.floor((mostRounds - round) * OPTIMISTIC_SHARE);
    history.deadline = round + share;
    return share <= 0;
  }
  return round >= history.deadline;
}
