import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { counter, type Added } from './counter.fixture.ts';
import { canUndo, live, predicted, states, type Entry } from './session.ts';

const added = (amount: number): Added => ({ type: 'added', amount });
const supplied = (amount: number): Added => ({ type: 'added', amount, move: false });
const undo = { type: 'undo' } as const;
const reset = { type: 'reset' } as const;

test('undo cancels the last move', () =>
  assert.deepEqual(live([added(1), added(2), undo, undo, added(3)]), [added(3)]));

test('undo takes back what was supplied together with the move that needed it', () =>
  assert.deepEqual(live([added(1), added(2), supplied(9), supplied(8), undo]), [added(1)]));

test('undo on an empty session changes nothing', () =>
  assert.deepEqual(live<Added>([undo, undo, added(1)]), [added(1)]));

test('a reset can be undone', () => {
  assert.deepEqual(live([added(1), added(2), reset]), []);
  assert.deepEqual(live([added(1), added(2), reset, added(5)]), [added(5)]);
  assert.deepEqual(live([added(1), added(2), reset, undo]), [added(1), added(2)]);
});

test('a prediction is no move: undo leaves it, the last word counts', () => {
  const log: Entry<Added>[] = [
    { type: 'predicted', option: 'a' },
    added(1),
    { type: 'predicted', option: 'b' },
    undo,
  ];
  assert.deepEqual(live(log), []);
  assert.equal(predicted(log), 'b');
  assert.equal(predicted<Added>([added(1)]), undefined);
});

const move = fc.integer({ min: -9, max: 9 }).map(added);
const entry: fc.Arbitrary<Entry<Added>> = fc.oneof(
  { weight: 6, arbitrary: move },
  { weight: 1, arbitrary: fc.integer().map(supplied) },
  { weight: 2, arbitrary: fc.constant(undo) },
  { weight: 1, arbitrary: fc.constant(reset) },
);
const log = fc.array(entry, { maxLength: 60 });

test('the fold is deterministic', () =>
  fc.assert(
    fc.asyncProperty(log, async (entries) => {
      const once = await states(counter, 0, live(entries));
      const again = await states(counter, 0, live(structuredClone(entries)));
      assert.deepEqual(once, again);
    }),
    { seed: 20261123 },
  ));

test('undoing n moves returns to the state before them', () =>
  fc.assert(
    fc.property(
      log,
      fc.array(fc.oneof(move, fc.constant(reset)), { maxLength: 20 }),
      (before, moves) => {
        // Supplied events at the end of `before` would belong to the move before them, which is not undone here.
        const undone = [...before, ...moves, ...moves.map(() => undo)];
        assert.deepEqual(live(undone), live(before));
      },
    ),
    { seed: 20261123 },
  ));

test('nothing to undo, nothing changes', () =>
  fc.assert(
    fc.property(log, (entries) => {
      if (!canUndo(entries)) assert.deepEqual(live([...entries, undo]), live(entries));
    }),
    { seed: 20261123 },
  ));
test('there is a move to take back after a move, none once all are taken back', () => {
  assert.equal(canUndo([supplied(1)]), false);
  assert.equal(canUndo([added(1), supplied(1)]), true);
  assert.equal(canUndo([added(1), supplied(1), undo]), false);
  assert.equal(canUndo([added(1), undo, reset]), true);
});
