// Options of `pip install` thrown into a random question. Each is thrown with dice of its own, so that a new one leaves
// what the others made of old seeds as it was.

import type { Dice } from '../../labs/core/dice.ts';
import { diceOf } from '../../labs/core/dice.ts';
import { FILE_OPTIONS } from './options-files.ts';
import { INDEX_OPTIONS } from './options-index.ts';
import { INSTALLED_OPTIONS } from './options-installed.ts';
import { SELECTION_OPTIONS } from './options-selection.ts';
import type { Question } from './question.ts';
import { questionOf } from './universes.ts';

/** One thing that a command line may ask beyond its requirements. */
export interface Thrown {
  /** What the tally counts it as. */
  readonly name: string;
  /** Of the questions that get any options, how many get this one. */
  readonly share: number;
  /** The question with it, or undefined where it has no place. */
  apply(question: Question, dice: Dice): Question | undefined;
}

/** A question and what was thrown into it. */
export interface Asked {
  readonly seed: number;
  readonly question: Question;
  readonly thrown: readonly string[];
}

/** Of all questions, how many get options. */
const WITH_OPTIONS = 0.85;

/** All that can be thrown, in this order: what rewrites requirements comes before what moves them. */
export const OPTIONS: readonly Thrown[] = [
  ...INSTALLED_OPTIONS,
  ...SELECTION_OPTIONS,
  ...INDEX_OPTIONS,
  ...FILE_OPTIONS,
];

/** The question of this seed as the universes have it, with nothing thrown in. */
export function plainOf(seed: number): Asked {
  return { seed, question: questionOf(seed), thrown: [] };
}

/** The question of this seed with options. */
export function askedOf(seed: number): Asked {
  let asked = plainOf(seed);
  if (diceOf(seed ^ 0x0b7104).next() >= WITH_OPTIONS) return asked;
  for (const { name, share, apply } of OPTIONS) {
    const dice = diceOf(seed ^ nameHash(name));
    if (dice.next() >= share) continue;
    const question = apply(asked.question, dice);
    if (question !== undefined) asked = { seed, question, thrown: [...asked.thrown, name] };
  }
  return asked;
}

function nameHash(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
