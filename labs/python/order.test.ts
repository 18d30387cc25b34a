import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, cellsOf, raisedAt, ran, ranCell, recordOf, setupOf } from './bench.fixture.ts';
import type { PythonEvent } from './bench-event.ts';
import { errorMarksOf } from './error-marks.ts';
import { fromTheTop, numberOf, standingOf } from './order.ts';

const THREE = setupOf({ cells: cellsOf('a', 'b', 'c') });
const restartAll = ran({ type: 'all', fresh: true });

async function standings(...events: readonly PythonEvent[]): Promise<readonly string[]> {
  const state = await after(THREE, events);
  return state.cells.map((cell) => `${numberOf(state, cell) ?? ' '} ${standingOf(state, cell)}`);
}

test('a cell says how it stands to what the interpreter did', async () => {
  assert.deepEqual(await standings(ranCell('cell-3'), ranCell('cell-1')), [
    '2 in-order',
    '  not-run',
    '1 out-of-order',
  ]);
  assert.deepEqual(
    await standings(
      restartAll,
      { type: 'typed', cell: 'cell-2', text: 'B' },
      { type: 'restarted' },
      ranCell('cell-3'),
    ),
    ['1 before-restart', '2 before-restart', '1 in-order'],
  );
  assert.deepEqual(await standings(restartAll, { type: 'typed', cell: 'cell-2', text: 'B' }), [
    '1 in-order',
    '2 changed',
    '3 in-order',
  ]);
  const saved = setupOf({
    cells: [{ type: 'code', source: 'a', saved: { number: 7, outputs: [] } }],
  });
  const state = await after(saved, []);
  assert.deepEqual(
    state.cells.map((cell) => [numberOf(state, cell), standingOf(state, cell)]),
    [[7, 'saved']],
  );
});

test('a notebook is whole when the interpreter ran it once from the top, as it stands', async () => {
  const how = async (...events: readonly PythonEvent[]) => fromTheTop(await after(THREE, events));
  assert.equal(await how(), 'not-whole');
  assert.equal(await how(restartAll), 'whole');
  assert.equal(await how(ranCell('cell-1'), ranCell('cell-2'), ranCell('cell-3')), 'whole');
  assert.equal(await how(ranCell('cell-2'), ranCell('cell-1'), ranCell('cell-3')), 'not-whole');
  assert.equal(await how(restartAll, ranCell('cell-3')), 'not-whole');
  assert.equal(await how(restartAll, { type: 'cell-removed', cell: 'cell-2' }), 'not-whole');
  assert.equal(
    await how(restartAll, { type: 'typed', cell: 'cell-3', text: 'C' }, restartAll),
    'whole',
  );
  const state = await after(THREE, [restartAll], ({ step }) =>
    step.what.type === 'cell' && step.what.number === 2 ? raisedAt('cell 2', 1) : recordOf(),
  );
  assert.deepEqual(fromTheTop(state), { stopsAt: state.cells[1] });
});

test('the lines that a traceback names are marked while the text is the one that ran', async () => {
  const setup = setupOf({ shape: 'files', files: { 'main.py': 'boom()', 'lib.py': '' } });
  const run = ran({ type: 'file', path: 'main.py' });
  const state = await after(setup, [run], () => raisedAt('main.py', 1));
  assert.deepEqual(errorMarksOf(state, 'main.py'), [{ line: 1, said: 'NameError: no such name' }]);
  assert.deepEqual(errorMarksOf(state, 'lib.py'), []);
  const changed = await after(
    setup,
    [run, { type: 'wrote', path: 'main.py', text: 'bang()' }],
    () => raisedAt('main.py', 1),
  );
  assert.deepEqual(errorMarksOf(changed, 'main.py'), []);
});

test('an error in a function of another cell marks that cell, too', async () => {
  const state = await after(THREE, [ranCell('cell-2'), ranCell('cell-1')], ({ past }) =>
    past.length === 0
      ? recordOf()
      : recordOf({
          ending: {
            type: 'raised',
            name: 'KeyError',
            message: "'x'",
            traceback: '…',
            places: [
              { where: 'cell 2', line: 3 },
              { where: 'cell 1', line: 1 },
            ],
          },
        }),
  );
  assert.deepEqual(errorMarksOf(state, 'cell-1'), [{ line: 3, said: undefined }]);
  assert.deepEqual(errorMarksOf(state, 'cell-2'), [{ line: 1, said: "KeyError: 'x'" }]);
  assert.deepEqual(errorMarksOf(state, 'cell-3'), []);
});
