import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pythonBench } from './bench.ts';
import { MOST_CELLS } from './bench-event.ts';
import type { NewCell, SavedRun } from './cell.ts';
import { toNotebook } from './notebook.ts';
import { readNotebook } from './read-notebook.ts';
import { readScript, toScript } from './script.ts';
import type { Output } from './run.ts';
import type { PythonState } from './state.ts';

const bench = (cells: readonly NewCell[]): PythonState =>
  // `as`: nothing of the start is asynchronous.
  pythonBench.start({
    shape: 'notebook',
    files: {},
    cells,
    wheels: [],
    suggested: [],
    goal: () => [],
  });

/** Objects as JSON gives them. */
const plainRecord = { noNullPrototype: true };
const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const lines = fc.array(text, { maxLength: 4 }).map((each) => each.join('\n'));
const output: fc.Arbitrary<Output> = fc.oneof(
  fc.record(
    {
      type: fc.constant('text' as const),
      stream: fc.constantFrom('stdout' as const, 'stderr' as const),
      text: lines,
    },
    plainRecord,
  ),
  fc.record({ type: fc.constant('value' as const), text: lines }, plainRecord),
  fc.record(
    {
      type: fc.constant('image' as const),
      base64: fc.base64String({ maxLength: 40 }),
      alt: lines,
    },
    plainRecord,
  ),
  fc.record({ type: fc.constant('cut' as const), bytes: fc.nat() }, plainRecord),
);
const ending: fc.Arbitrary<NonNullable<SavedRun['ending']>> = fc.record(
  {
    type: fc.constant('raised' as const),
    name: fc.constantFrom('NameError', 'ValueError'),
    message: text,
    traceback: lines.map((each) => each.replaceAll('\u001b', '')),
    places: fc.constant([]),
  },
  plainRecord,
);
const saved: fc.Arbitrary<SavedRun> = fc
  .tuple(fc.nat(), fc.array(output, { maxLength: 4 }), fc.option(ending, { nil: undefined }))
  .map(([number, outputs, raised]) =>
    raised ? { number, outputs, ending: raised } : { number, outputs },
  );
const cell: fc.Arbitrary<NewCell> = fc.oneof(
  fc.record({ type: fc.constant('markdown' as const), source: lines }, plainRecord),
  fc.record({ type: fc.constant('code' as const), source: lines }, plainRecord),
  fc.record({ type: fc.constant('code' as const), source: lines, saved }, plainRecord),
);

test('a notebook that is written and read is the same, outputs and errors included', () =>
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
      assert.deepEqual(readNotebook(toNotebook(bench(cells))), { ok: true, cells });
    }),
  ));

test('a script that is written and read has the same cells', () => {
  const isPlain = (source: string) => !/^# ?%%/m.test(source) && !/\n$|\r/.test(source);
  const plain = fc.record(
    {
      type: fc.constantFrom('code' as const, 'markdown' as const),
      source: lines.filter(isPlain),
    },
    plainRecord,
  );
  fc.assert(
    fc.property(fc.array(plain, { maxLength: 6 }), (cells) => {
      assert.deepEqual(readScript(toScript(cells)), { ok: true, cells });
    }),
  );
});

test('what is written has what nbformat 4.5 asks for', () => {
  const cells: readonly NewCell[] = [
    { type: 'markdown', source: '# Fares' },
    {
      type: 'code',
      source: 'a = 1\na',
      saved: {
        number: 2,
        outputs: [
          { type: 'image', base64: 'AAAA', alt: 'Rain\nin Bergen' },
          { type: 'value', text: '1' },
        ],
      },
    },
  ];
  assert.deepEqual(JSON.parse(toNotebook(bench(cells))), {
    cells: [
      { cell_type: 'markdown', id: 'cell-1', metadata: {}, source: ['# Fares'] },
      {
        cell_type: 'code',
        id: 'cell-2',
        metadata: {},
        source: ['a = 1\n', 'a'],
        execution_count: 2,
        outputs: [
          {
            output_type: 'display_data',
            data: { 'image/png': 'AAAA', 'text/plain': ['Rain\n', 'in Bergen'] },
            metadata: { 'image/png': { alt: 'Rain\nin Bergen' } },
          },
          {
            output_type: 'execute_result',
            execution_count: 2,
            data: { 'text/plain': ['1'] },
            metadata: {},
          },
        ],
      },
    ],
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  });
});

test('a script without markers is one cell; what stands before the first marker is one too', () => {
  assert.deepEqual(readScript('a = 1\nb = 2\n'), {
    ok: true,
    cells: [{ type: 'code', source: 'a = 1\nb = 2' }],
  });
  assert.deepEqual(
    readScript('import os\r\n\r\n# %% sums\r\n1 + 1\r\n# %% [markdown]\r\n# hello'),
    {
      ok: true,
      cells: [
        { type: 'code', source: 'import os' },
        { type: 'code', source: '1 + 1' },
        { type: 'markdown', source: 'hello' },
      ],
    },
  );
});

test('a file that is no notebook is refused with the reason', () => {
  const many = Array.from({ length: MOST_CELLS + 1 }, () => ({ cell_type: 'code', source: '' }));
  const long = { cell_type: 'code', source: 'x'.repeat(100_001) };
  for (const [given, why] of [
    ['{', 'not-json'],
    ['[]', 'not-a-notebook'],
    ['{"nbformat": 4}', 'not-a-notebook'],
    ['{"nbformat": 3, "worksheets": []}', 'other-format'],
    ['{"nbformat": 4, "cells": [1]}', 'not-a-notebook'],
    ['{"nbformat": 4, "cells": [{"cell_type": "code", "source": 7}]}', 'not-a-notebook'],
    [JSON.stringify({ nbformat: 4, cells: many }), 'too-many-cells'],
    [JSON.stringify({ nbformat: 4, cells: [long] }), 'cell-too-long'],
    [' '.repeat(5_000_001), 'too-long'],
  ] as const)
    assert.deepEqual(readNotebook(given), { ok: false, why }, given.slice(0, 60));
});

test('whatever JSON a file holds, it gives cells or a reason, and cells that a log takes back', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.json().map((cells) => `{"nbformat":4,"cells":[${cells}]}`),
        fc
          .jsonValue()
          .map((outputs) =>
            JSON.stringify({ nbformat: 4, cells: [{ cell_type: 'code', source: '', outputs }] }),
          ),
      ),
      (given) => {
        const read = readNotebook(given);
        if (!read.ok) return;
        const event = { type: 'imported', cells: read.cells };
        assert.deepEqual(pythonBench.readEvent(JSON.parse(JSON.stringify(event))), event);
      },
    ),
  ));

test('five megabytes of brackets are answered', () => {
  assert.equal(readNotebook('['.repeat(4_900_000)).ok, false);
  assert.equal(readScript('# %%\n'.repeat(900_000)).ok, false);
});
