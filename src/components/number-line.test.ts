import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { layOutNumberLine } from './number-line.ts';

const scipy = { label: 'numpy<1.27', asker: 'scipy 1.10.1', keeps: [true, true, false, false] };
const opencv = { label: 'numpy>=2', asker: 'opencv-python 5.0', keeps: [false, false, true, true] };
const versions = ['1.25', '1.26', '2.0', '2.1'];

test('two requirements that never meet leave every version refused', () => {
  const line = layOutNumberLine(versions, [scipy, opencv]);
  equal(line.meets, false);
  deepEqual(
    line.ticks.map(({ standing }) => standing),
    ['refused', 'refused', 'refused', 'refused'],
  );
  deepEqual(
    line.rows.map(({ spans }) => spans),
    [
      [{ shape: 'asked', from: 0.125, to: 0.375, y: 50 }],
      [{ shape: 'asked', from: 0.625, to: 0.875, y: 118 }],
    ],
  );
});

test('a hole splits a requirement in two, and silence is drawn as silence', () => {
  const line = layOutNumberLine(versions, [
    { label: 'numpy!=1.26', asker: 'a', keeps: [true, false, true, undefined] },
  ]);
  deepEqual(line.rows[0]?.spans, [
    { shape: 'asked', from: 0.125, to: 0.125, y: 50 },
    { shape: 'asked', from: 0.625, to: 0.625, y: 50 },
    { shape: 'unknown', from: 0.875, to: 0.875, y: 50 },
  ]);
  deepEqual(
    line.ticks.map(({ standing }) => standing),
    ['chosen', 'refused', 'chosen', 'unknown'],
  );
});

test('a refusal outweighs not knowing', () => {
  const line = layOutNumberLine(
    ['1'],
    [
      { label: 'x', asker: 'a', keeps: [undefined] },
      { label: 'y', asker: 'b', keeps: [false] },
    ],
  );
  equal(line.ticks[0]?.standing, 'refused');
});

test('of many versions only as many are labelled as there is room for, and always the last', () => {
  const many = Array.from({ length: 25 }, (_, minor) => `1.${minor}`);
  const labelled = layOutNumberLine(many, [], 10).ticks.filter((tick) => tick.labelled);
  deepEqual(
    labelled.map(({ version }) => version),
    ['1.0', '1.3', '1.6', '1.9', '1.12', '1.15', '1.18', '1.21', '1.24'],
  );
});

test('a label that would touch the last one gives way to it', () => {
  const many = Array.from({ length: 26 }, (_, minor) => `1.${minor}`);
  const labelled = layOutNumberLine(many, [], 10).ticks.filter((tick) => tick.labelled);
  deepEqual(
    labelled.map(({ version }) => version),
    ['1.0', '1.3', '1.6', '1.9', '1.12', '1.15', '1.18', '1.21', '1.25'],
  );
});

test('no version at all is a line without ticks', () => {
  deepEqual(layOutNumberLine([], [scipy]).ticks, []);
});
