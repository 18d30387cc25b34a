import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { live, states } from '../core/session.ts';
import { after, cellsOf, ran, ranCell, recordOf, setupOf, supplied } from './bench.fixture.ts';
import { pythonBench } from './bench.ts';
import type { PythonEvent } from './bench-event.ts';
import type { RunRequest } from './run.ts';
import { openLines } from './running.ts';

const restartAll = ran({ type: 'all', fresh: true });
const sourceOf = ({ step: { what } }: RunRequest): string =>
  what.type === 'file' ? what.path : what.source;

test('a run is a need until its record is supplied; then it is told, and its files are on the disk', async () => {
  const setup = setupOf({ shape: 'files', files: { 'main.py': 'print(1)' } });
  const events = [ran({ type: 'file', path: 'main.py' })];
  const [, waits] = await states(pythonBench, setup, events);
  assert.ok(waits);
  assert.deepEqual(pythonBench.needs?.(waits), {
    wheels: [],
    past: [],
    step: { what: { type: 'file', path: 'main.py' }, files: setup.files, answers: [] },
    seed: 0,
  });
  const record = recordOf({ changed: { 'out.txt': '1', 'main.py': null } });
  const end = await pythonBench.apply(waits, supplied(record));
  assert.equal(pythonBench.needs?.(end), undefined);
  assert.deepEqual(end.files, { 'out.txt': '1' });
  assert.deepEqual(
    end.runs.map((run) => run.record),
    [record],
  );
});

test('a cell runs after those that ran before it, a file always alone', async () => {
  const setup = setupOf({ cells: cellsOf('a = 1', 'a'), files: { 'm.py': '' } });
  const asked: RunRequest[] = [];
  await after(
    setup,
    [ranCell('cell-2'), ranCell('cell-1'), ran({ type: 'file', path: 'm.py' }), ranCell('cell-2')],
    (request) => {
      asked.push(request);
      return recordOf();
    },
  );
  assert.deepEqual(
    asked.map(({ past, step: { what }, seed }) => [
      past.length,
      what.type === 'cell' ? what.number : what.type,
      seed,
    ]),
    [
      [0, 1, 0],
      [1, 2, 0],
      [0, 'file', 2],
      [2, 3, 0],
    ],
  );
});

test('Restart & Run All runs every cell in a fresh interpreter and stops at the first error', async () => {
  const setup = setupOf({ cells: cellsOf('a = 1', '', 'b', 'c') });
  const asked: string[] = [];
  const state = await after(setup, [ranCell('cell-1'), restartAll], (request) => {
    asked.push(`${request.past.length} ${sourceOf(request)}`);
    return sourceOf(request) === 'b'
      ? recordOf({ ending: { type: 'exited', code: 2 } })
      : recordOf();
  });
  assert.deepEqual(asked, ['0 a = 1', '0 a = 1', '1 b']);
  assert.equal(state.interpreter.number, 2);
  assert.equal(state.interpreter.count, 2);
});

test('an input() without an answer runs again with it, and is one run', async () => {
  const setup = setupOf({ cells: cellsOf('input()', 'next') });
  const asked: (readonly string[])[] = [];
  const events: PythonEvent[] = [
    ran({ type: 'all', fresh: false }),
    { type: 'answered', text: 'Lin' },
  ];
  const state = await after(setup, events, ({ step }) => {
    asked.push(step.answers);
    const isAsking = step.what.type === 'cell' && step.what.source === 'input()';
    return isAsking && step.answers.length === 0
      ? recordOf({ ending: { type: 'asks', prompt: 'Name? ' } })
      : recordOf();
  });
  assert.deepEqual(asked, [[], ['Lin'], []], 'and the cells after it run too');
  assert.equal(state.runs.length, 2);
  assert.equal(state.asking, undefined);
  assert.deepEqual(
    state.interpreter.past.map(({ answers }) => answers),
    [['Lin'], []],
  );
});

test('an interpreter that is ended or dies forgets; one that was only interrupted does not', async () => {
  const setup = setupOf({ cells: cellsOf('a = 1', 'loop') });
  const end = async (ending: Parameters<typeof recordOf>[0]) =>
    (
      await after(setup, [ranCell('cell-1'), ranCell('cell-2')], (request) =>
        sourceOf(request) === 'loop' ? recordOf(ending) : recordOf(),
      )
    ).interpreter;
  assert.deepEqual((await end({ ending: { type: 'stopped', kept: false } })).past, []);
  assert.deepEqual((await end({ ending: { type: 'died', message: 'memory' } })).past, []);
  const kept = await end({ ending: { type: 'stopped', kept: true } });
  assert.deepEqual(
    kept.past.map(({ stopped }) => stopped),
    [undefined, true],
  );
});

test('a line that is not whole goes on with the next; exit() ends the prompt’s Python', async () => {
  const setup = setupOf({ shape: 'console' });
  const line = (text: string) => ran({ type: 'line', text });
  const asked: string[] = [];
  const tell = (request: RunRequest) => {
    const source = sourceOf(request);
    asked.push(source);
    if (source === 'exit()') return recordOf({ ending: { type: 'exited', code: 0 } });
    return recordOf(source.endsWith(':') ? { ending: { type: 'incomplete' } } : {});
  };
  const begun = await after(setup, [line('if 1:')], tell);
  assert.equal(openLines(begun), 'if 1:');
  const state = await after(setup, [line('if 1:'), line('  print(1)'), line('exit()')], tell);
  assert.deepEqual(asked.slice(1), ['if 1:', 'if 1:\n  print(1)', 'exit()']);
  assert.equal(openLines(state), undefined);
  assert.equal(state.runs.length, 2);
  assert.deepEqual([state.interpreter.number, state.interpreter.past], [2, []]);
});

test('the optional project comes when it is asked for, into a fresh interpreter, and goes with an undo', async () => {
  const optional = { project: 'table', wheels: ['b.whl'] };
  const setup = setupOf({ cells: cellsOf('a'), wheels: ['a.whl'], optional });
  const installed: PythonEvent = { type: 'installed' };
  const asked: unknown[] = [];
  const state = await after(
    setup,
    [ranCell('cell-1'), installed, installed, ranCell('cell-1')],
    ({ wheels, past }) => {
      asked.push([wheels, past.length]);
      return recordOf();
    },
  );
  assert.deepEqual(asked, [
    [['a.whl'], 0],
    [['a.whl', 'b.whl'], 0],
  ]);
  assert.equal(state.interpreter.number, 2);
  assert.equal((await after(setupOf(), [installed])).hasOptional, undefined);
});

test('while something runs nothing else begins; texts may be changed', async () => {
  const setup = setupOf({ cells: cellsOf('a', 'b') });
  const events: PythonEvent[] = [
    ranCell('cell-1'),
    ranCell('cell-2'),
    { type: 'restarted' },
    { type: 'typed', cell: 'cell-1', text: 'changed' },
  ];
  const passed = await states(pythonBench, setup, events);
  const needs = passed.slice(1).map((state) => pythonBench.needs?.(state));
  assert.ok(
    needs.every((need) => need !== undefined && need === needs[0]),
    'the same object',
  );
  assert.equal(passed.at(-1)?.cells[0]?.source, 'changed');
});

test('an undo takes back a run with all that was supplied to it', () => {
  const events = [ranCell('cell-1'), restartAll, supplied(recordOf()), supplied(recordOf())];
  assert.deepEqual(live([...events, { type: 'undo' }]), [ranCell('cell-1')]);
});

test('cells are added, moved and removed; names are never given twice', async () => {
  const setup = setupOf({ cells: cellsOf('a', 'b', 'c') });
  const state = await after(setup, [
    { type: 'cell-removed', cell: 'cell-3' },
    { type: 'cell-added', at: 99 },
    { type: 'cell-moved', cell: 'cell-2', to: 0 },
    { type: 'cell-moved', cell: 'cell-9', to: 0 },
    { type: 'imported', cells: cellsOf('x') },
    { type: 'cell-added', at: 0 },
  ]);
  assert.deepEqual(
    state.cells.map(({ id, source }) => [id, source]),
    [
      ['cell-6', ''],
      ['cell-5', 'x'],
    ],
  );
});

test('a file that gets a name that is taken keeps its own', async () => {
  const setup = setupOf({ shape: 'files', files: { 'a.py': 'a', 'b.py': 'b' } });
  const state = await after(setup, [
    { type: 'renamed', from: 'a.py', to: 'b.py' },
    { type: 'renamed', from: 'a.py', to: 'lib/a.py' },
    { type: 'removed', path: 'nowhere.py' },
    { type: 'wrote', path: '__proto__', text: 'x' },
  ]);
  assert.deepEqual(Object.entries(state.files), [
    ['__proto__', 'x'],
    ['b.py', 'b'],
    ['lib/a.py', 'a'],
  ]);
});

test('an event that was read is one that was written, whatever stands in a log', () => {
  const path = fc.constantFrom('a.py', 'lib/a.py', '../a', '/a', 'a//b', '', 7);
  const text = fc.oneof(fc.string({ maxLength: 5 }), fc.constant('x'.repeat(100_001)));
  const cell = fc.constantFrom('cell-1', 'cell-x', 3);
  const event = fc.record(
    {
      type: fc.constantFrom(
        ...['wrote', 'renamed', 'removed', 'typed', 'cell-added', 'cell-moved', 'ran'],
        ...['answered', 'restarted', 'installed', 'supplied', 'imported', 'undo'],
      ),
      path,
      from: path,
      to: fc.oneof(path, fc.integer()),
      text,
      cell,
      at: fc.oneof(fc.integer(), fc.string()),
      what: fc.oneof(
        fc.record({ type: fc.constantFrom('file', 'cell', 'all', 'line'), path, cell, text }),
        fc.jsonValue(),
      ),
      record: fc.oneof(fc.jsonValue(), fc.constant(recordOf())),
      cells: fc.oneof(fc.jsonValue(), fc.constant(cellsOf('a'))),
    },
    { requiredKeys: ['type'] },
  );
  fc.assert(
    fc.property(fc.oneof(event, fc.jsonValue()), (value) => {
      const read = pythonBench.readEvent(value);
      if (read) assert.deepEqual(pythonBench.readEvent(JSON.parse(JSON.stringify(read))), read);
    }),
  );
  assert.equal(pythonBench.readEvent({ type: 'wrote', path: '../a', text: '' }), undefined);
  assert.equal(
    pythonBench.readEvent({ type: 'typed', cell: 'cell-1', text: 'x'.repeat(100_001) }),
    undefined,
  );
});
