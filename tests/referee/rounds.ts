// Question after question to the real pip and to ours, and the count of where they part.

import { createHash } from 'node:crypto';
import type { Difference } from './compare.ts';
import { firstDifference } from './compare.ts';
import { askOurs } from './ours.ts';
import type { Answer, Question } from './question.ts';
import type { RealPip } from './real-pip.ts';
import { MIX, countCandidates, questionOf } from './universes.ts';

/** More steps than this and a question is set aside: seconds of the real pip, and none of it new. */
export const MOST_EVENTS = 5_000;

/** Beyond this many rejected candidates and backtracks a question counts as a search. */
const SEARCH = 5;

/** How the questions of one run came out. */
export interface Tally {
  readonly asked: number;
  readonly same: number;
  /** Set aside, by seed: the real pip took more than MOST_EVENTS steps. */
  readonly tooLong: readonly number[];
  readonly different: readonly (Difference & { readonly seed: number })[];
  readonly unsolvable: number;
  readonly searching: number;
  readonly medianCandidates: number;
}

/** Asks the questions of these seeds. Stops early after `mostDifferent` that differ. */
export function holdAgainst(pip: RealPip, seeds: Iterable<number>, mostDifferent = 20): Tally {
  const tooLong: number[] = [];
  const different: (Difference & { seed: number })[] = [];
  const candidates: number[] = [];
  let [same, unsolvable, searching] = [0, 0, 0];
  for (const seed of seeds) {
    if (different.length >= mostDifferent) break;
    const question = questionOf(seed);
    candidates.push(countCandidates(question.universe));
    const real = pip.ask(question, { mostEvents: MOST_EVENTS });
    if (searches(real)) searching++;
    if (real.rc === 'too-long') {
      tooLong.push(seed);
      continue;
    }
    if (real.rc !== 0) unsolvable++;
    const difference = firstDifference(real, askOurs(question, 4 * MOST_EVENTS));
    if (difference === undefined) same++;
    else different.push({ seed, ...difference });
  }
  const medianCandidates = median(candidates);
  const asked = candidates.length;
  return { asked, same, tooLong, different, unsolvable, searching, medianCandidates };
}

/** What this mix lacks of the promised hardness; empty when it is hard enough. */
export function lacking(tally: Omit<Tally, 'same' | 'tooLong' | 'different'>): readonly string[] {
  const { asked, unsolvable, searching, medianCandidates } = tally;
  const lacks: string[] = [];
  if (unsolvable < MIX.unsolvableAtLeast * asked) lacks.push(`${unsolvable} unsolvable`);
  if (searching < MIX.searchingAtLeast * asked) lacks.push(`${searching} searching`);
  if (medianCandidates < MIX.medianCandidatesAtLeast) lacks.push(`${medianCandidates} candidates`);
  return lacks;
}

/** Did this run go back at all seriously? */
export function searches({ events }: Answer): boolean {
  return events.filter(([kind]) => kind === 'reject' || kind === 'backtrack').length >= SEARCH;
}

/** Tells whether a kept seed still stands for the question it was kept for. */
export function questionDigest(question: Question): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 12);
}

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
