import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diceOf } from './dice.ts';

const throws = (seed: number): number[] => {
  const dice = diceOf(seed);
  return Array.from({ length: 5 }, () => dice.below(1000));
};

test('the same seed throws the same numbers, another seed others', () => {
  assert.deepEqual(throws(7), throws(7));
  assert.notDeepEqual(throws(7), throws(8));
});
test('throws are spread evenly enough to teach with', () => {
  const dice = diceOf(1);
  const counts = new Array<number>(6).fill(0);
  for (let i = 0; i < 6000; i++) counts[dice.below(6)]!++;
  for (const count of counts) assert.ok(count > 850 && count < 1150, String(count));
});
