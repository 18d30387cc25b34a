import assert from 'node:assert/strict';
import test from 'node:test';
import { askOurs } from './ours.ts';
import { lacking, median, searches } from './rounds.ts';
import { countCandidates, questionOf } from './universes.ts';

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

test('a seed is one question for ever', () => {
  assert.deepEqual(questionOf(7), questionOf(7));
  assert.notDeepEqual(questionOf(7), questionOf(8));
});

test('the universes are as hard as they say', () => {
  const answers = SEEDS.map((seed) => askOurs(questionOf(seed), 5_000));
  const mix = {
    asked: SEEDS.length,
    unsolvable: answers.filter(({ rc }) => rc === 1).length,
    searching: answers.filter(searches).length,
    medianCandidates: median(SEEDS.map((seed) => countCandidates(questionOf(seed).universe))),
  };
  assert.deepEqual(lacking(mix), []);
});
