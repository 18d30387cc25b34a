// Question after question to the real pip and to ours, and the count of where they part.

import { createHash } from 'node:crypto';
import type { Difference } from '../../labs/resolve/referee/compare.ts';
import { firstDifference } from '../../labs/resolve/referee/compare.ts';
import type { Asked } from './options.ts';
import { askOurs } from './ours.ts';
import type { Answer } from '../../labs/resolve/referee/question.ts';
import type { Question } from './question.ts';
import type { RealPip } from './real-pip.ts';
import { MIX, countCandidates } from './universes.ts';

/** More steps than this and a question is set aside: seconds of the real pip, and none of it new. */
export const MOST_EVENTS = 5_000;

/** Beyond this many rejected candidates and backtracks a question counts as a search. */
const SEARCH = 5;

/** One easy question in so many is not put: what is left searches more than the promised mix. */
const EASY_LEFT_OUT = 3;

/** A question on which the two part, and what was thrown into it. */
export interface Different extends Difference {
  readonly seed: number;
  readonly thrown: readonly string[];
}

/** How hard the questions of one run were. */
export interface Mix {
  readonly asked: number;
  readonly unsolvable: number;
  readonly searching: number;
  readonly medianCandidates: number;
}

/** How the questions of one run came out. */
export interface Tally extends Mix {
  readonly same: number;
  /** Set aside, by seed: the real pip took more than MOST_EVENTS steps. */
  readonly tooLong: readonly number[];
  /** Not put to the real pip, by seed: it would begin to build an sdist, which needs another Python. */
  readonly notSimulated: readonly number[];
  readonly different: readonly Different[];
  /** How many questions had what thrown in. */
  readonly thrown: ReadonlyMap<string, number>;
}

/** Asks these questions. Stops early after `mostDifferent` that differ. */
export function holdAgainst(pip: RealPip, questions: Iterable<Asked>, mostDifferent = 20): Tally {
  const tooLong: number[] = [];
  const notSimulated: number[] = [];
  const different: Different[] = [];
  const candidates: number[] = [];
  const counts = new Map<string, number>();
  let [same, unsolvable, searching] = [0, 0, 0];
  for (const { seed, question, thrown } of questions) {
    if (different.length >= mostDifferent) break;
    const ours = askOurs(question, 4 * MOST_EVENTS);
    if (ours.notSimulated !== undefined) {
      notSimulated.push(seed);
      continue;
    }
    if (seed % EASY_LEFT_OUT === 0 && !searches(ours)) continue;
    candidates.push(countCandidates(question.universe));
    for (const name of thrown) counts.set(name, (counts.get(name) ?? 0) + 1);
    const real = pip.ask(question, { mostEvents: MOST_EVENTS });
    if (searches(real)) searching++;
    if (real.rc === 'too-long') {
      tooLong.push(seed);
      continue;
    }
    if (real.rc !== 0) unsolvable++;
    const difference = firstDifference(real, ours);
    if (difference === undefined) same++;
    else different.push({ seed, thrown, ...difference });
  }
  const medianCandidates = median(candidates);
  const asked = candidates.length;
  const mix = { asked, unsolvable, searching, medianCandidates };
  return { ...mix, same, tooLong, notSimulated, different, thrown: counts };
}

/** What this mix lacks of the promised hardness; empty when it is hard enough. */
export function lacking(tally: Mix): readonly string[] {
  const { asked, unsolvable, searching, medianCandidates } = tally;
  const lacks: string[] = [];
  if (unsolvable < MIX.unsolvableAtLeast * asked) lacks.push(`${unsolvable} unsolvable`);
  if (searching < MIX.searchingAtLeast * asked) lacks.push(`${searching} searching`);
  if (medianCandidates < MIX.medianCandidatesAtLeast) lacks.push(`${medianCandidates} candidates`);
  return lacks;
}

/** One line for a reader: what came out, and how often what was thrown in. */
export function describeTally(tally: Tally): string {
  const { asked, same, different, tooLong, notSimulated, unsolvable, searching } = tally;
  const thrown = [...tally.thrown].sort(([, a], [, b]) => b - a);
  return (
    `${same} of ${asked} the same, ${different.length} different, ${tooLong.length} too long, ` +
    `${notSimulated.length} not simulated; ${unsolvable} unsolvable, ${searching} searching, ` +
    `median ${tally.medianCandidates} files; ` +
    `${thrown.map(([name, count]) => `${name} ${count}`).join(', ')}`
  );
}

/** Two runs as one; the medians are not joined. */
export function addTallies(a: Tally, b: Tally): Tally {
  const thrown = new Map(a.thrown);
  for (const [name, count] of b.thrown) thrown.set(name, (thrown.get(name) ?? 0) + count);
  return {
    asked: a.asked + b.asked,
    same: a.same + b.same,
    tooLong: [...a.tooLong, ...b.tooLong],
    notSimulated: [...a.notSimulated, ...b.notSimulated],
    different: [...a.different, ...b.different],
    unsolvable: a.unsolvable + b.unsolvable,
    searching: a.searching + b.searching,
    medianCandidates: b.medianCandidates,
    thrown,
  };
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
