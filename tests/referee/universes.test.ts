import assert from 'node:assert/strict';
import test from 'node:test';
import { OPTIONS, askedOf, plainOf } from './options.ts';
import { askOurs } from './ours.ts';
import { lacking, median, searches } from './rounds.ts';
import { countCandidates, questionOf } from './universes.ts';

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

test('a seed is one question for ever', () => {
  assert.deepEqual(questionOf(7), questionOf(7));
  assert.notDeepEqual(questionOf(7), questionOf(8));
});

test('a seed gets the same options for ever, and what was not thrown in changes nothing', () => {
  assert.deepEqual(askedOf(7), askedOf(7));
  const bare = SEEDS.map(askedOf).filter(({ thrown }) => thrown.length === 0);
  assert.ok(bare.length > 0);
  for (const asked of bare) assert.deepEqual(asked, plainOf(asked.seed));
});

for (const [name, of] of [['as they are', plainOf] as const, ['with options', askedOf] as const])
  test(`the universes are as hard as they say, ${name}`, () => {
    const questions = SEEDS.map((seed) => of(seed).question);
    const answers = questions.map((question) => askOurs(question, 5_000));
    const mix = {
      asked: SEEDS.length,
      unsolvable: answers.filter(({ rc }) => rc === 1).length,
      searching: answers.filter(searches).length,
      medianCandidates: median(questions.map(({ universe }) => countCandidates(universe))),
    };
    assert.deepEqual(lacking(mix), []);
  });

test('every option is thrown about as often as it says', () => {
  const asked = Array.from({ length: 2_000 }, (_, index) => askedOf(index + 1));
  assert.ok(asked.filter(({ thrown }) => thrown.length > 0).length > 0.7 * asked.length);
  const rare = OPTIONS.filter(({ name, share }) => {
    const count = asked.filter(({ thrown }) => thrown.includes(name)).length;
    // Some have a place only in half of the questions.
    return count < 0.2 * share * asked.length || count > 1.2 * share * asked.length;
  });
  assert.deepEqual(rare, []);
});
