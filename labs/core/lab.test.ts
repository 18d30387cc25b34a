import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counter, type Added } from './counter.fixture.ts';
import { defineLab, progress } from './lab.ts';

const added = (amount: number): Added => ({ type: 'added', amount });
const lab = defineLab({
  id: 'three',
  edition: 1,
  engine: counter,
  setup: 0,
  tasks: [
    {
      id: 'reach-three',
      check: (total) => (total === 3 ? { ok: true } : { ok: false, why: 'not-three' }),
    },
  ],
  hints: [],
  solutions: [{ route: 'up', events: [added(1), added(2)] }],
  nearMisses: [{ events: [added(4)], task: 'reach-three', why: 'not-three' }],
});

test('nothing done, nothing met', async () =>
  assert.deepEqual(await progress(lab, lab.setup, []), new Set()));
test('the solution meets every task', async () =>
  assert.deepEqual(
    await progress(lab, lab.setup, lab.solutions[0]!.events),
    new Set(['reach-three']),
  ));
test('a near miss does not', async () =>
  assert.deepEqual(await progress(lab, lab.setup, lab.nearMisses[0]!.events), new Set()));
test('a task once met stays met', async () =>
  assert.deepEqual(await progress(lab, lab.setup, [added(3), added(9)]), new Set(['reach-three'])));
