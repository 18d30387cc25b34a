import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nearestNames } from './nearest-names.ts';

const NAMES = [
  'beautifulsoup4',
  'matplotlib',
  'numpy',
  'pandas',
  'pydantic',
  'pyyaml',
  'scikit-learn',
  'scipy',
  'six',
  'torch',
];

const CASES: readonly (readonly [wrong: string, nearest: readonly string[]])[] = [
  ['nunpy', ['numpy']],
  ['pnadas', ['pandas']],
  ['matplotllb', ['matplotlib']],
  ['beautifulsoup', ['beautifulsoup4']],
  ['Scikit_Lern', ['scikit-learn']],
  ['yaml', ['pyyaml']],
  ['scikitlearn', ['scikit-learn']],
  ['completely-else', []],
  ['sox', ['six']],
  ['x'.repeat(100_000), []],
];

for (const [wrong, nearest] of CASES)
  it(`${wrong.slice(0, 20)} is near to ${nearest.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(nearestNames(wrong, NAMES), nearest);
  });
