import assert from 'node:assert/strict';
import test from 'node:test';
import type { OurAnswer } from './our-answer.ts';
import type { Answer } from './question.ts';
import { verdictReport } from './report.ts';
import { judge } from './verdict.ts';

const solved: Answer = {
  rc: 0,
  pins: { alpha: '2.0', beta: '1.0' },
  events: [['starting'], ['add', 'alpha', 'alpha', null], ['pin', 'alpha==2.0']],
  output:
    'Looking in indexes: https://index.invalid/simple\nCollecting alpha\n' +
    '  Downloading alpha-2.0-py3-none-any.whl.metadata (61 bytes)\nWould install alpha-2.0 beta-1.0\n',
  milliseconds: 7,
};
const ours: OurAnswer = {
  ...solved,
  output: 'Collecting alpha\nWould install alpha-2.0 beta-1.0\n',
};

const command = {
  words: ['-r', 'requirements.txt'],
  files: { 'requirements.txt': 'alpha\n' },
  target: { python: '3.12.1', platform: 'linux-64', implementation: 'cp' },
} as const;

test('two answers agree in outcome, pins, every step and words; where it looked is no word', () => {
  const { difference, ends, pins, steps, hasSameWords } = judge(solved, ours);
  assert.deepEqual(
    { difference, ends, pins, steps, hasSameWords },
    {
      difference: undefined,
      ends: { real: 'solved', ours: 'solved' },
      pins: { real: 2, ours: 2, differing: [] },
      steps: { real: 3, ours: 3, same: 3 },
      hasSameWords: true,
    },
  );
});

test('another outcome is the first difference, and the pins and steps are told besides', () => {
  const real: Answer = { ...solved, rc: 1, pins: null, events: solved.events.slice(0, 2) };
  const { difference, pins, steps } = judge(real, ours);
  assert.deepEqual(difference, { what: 'exit code', real: 'refused', ours: 'solved' });
  assert.deepEqual(pins.differing, [
    { project: 'alpha', real: undefined, ours: '2.0' },
    { project: 'beta', real: undefined, ours: '1.0' },
  ]);
  assert.deepEqual(steps, { real: 2, ours: 3, same: 2 });
});

test('another version and another word are found', () => {
  const pinned = judge({ ...solved, pins: { alpha: '2.0', beta: '1.1' } }, ours);
  assert.equal(pinned.difference?.what, 'pins');
  assert.deepEqual(pinned.pins.differing, [{ project: 'beta', real: '1.1', ours: '1.0' }]);
  const worded = judge({ ...solved, output: solved.output.replace('Would', 'Will') }, ours);
  assert.deepEqual(worded.difference, {
    what: 'output',
    at: 1,
    real: 'Will install alpha-2.0 beta-1.0',
    ours: 'Would install alpha-2.0 beta-1.0',
  });
  assert.equal(worded.hasSameWords, false);
});

test('where neither came to an end they agree as far as both were followed', () => {
  const more = [...solved.events, ['pin', 'beta==1.0'] as const];
  const real: Answer = { ...solved, rc: 'too-long', pins: null, events: more };
  const given: OurAnswer = { ...ours, rc: 'too-long', pins: null };
  assert.equal(judge(real, given).difference, undefined);
  const other = {
    ...given,
    events: [...given.events.slice(0, 2), ['reject', 'alpha==2.0'] as const],
  };
  assert.deepEqual(judge(real, other).difference, {
    what: 'event',
    at: 2,
    real: '["pin","alpha==2.0"]',
    ours: '["reject","alpha==2.0"]',
  });
});

test('a file that would have to be built ends both, and only both', () => {
  const real: Answer = {
    ...solved,
    rc: 'lacking',
    pins: null,
    lacks: ['https://index.invalid/files/a-1.tar.gz'],
  };
  const stopped: OurAnswer = { ...ours, rc: 2, pins: null, notSimulated: 'unknown-metadata' };
  assert.equal(judge(real, stopped).difference, undefined);
  assert.deepEqual(judge(real, ours).difference, {
    what: 'exit code',
    real: 'builds',
    ours: 'solved',
  });
});

test('a report holds the question, the first difference, its surroundings and both outputs', () => {
  const other = { ...ours, events: [...ours.events.slice(0, 2), ['pin', 'alpha==1.9'] as const] };
  const report = verdictReport(judge(solved, other), command, { index: 'an index', page: '/x/' });
  assert.equal(
    report,
    `# The real pip and this book
pip 26.3 in Pyodide; CPython 3.12.1, linux-64; an index; /x/

$ pip install -r requirements.txt
# requirements.txt
alpha

They differ: event 3
real: ["pin","alpha==2.0"]
ours: ["pin","alpha==1.9"]
ended: real solved, ours solved
steps: 2 the same; real 3, ours 3

real 1 ["starting"]
real 2 ["add","alpha","alpha",null]
real 3 → ["pin","alpha==2.0"]
ours 1 ["starting"]
ours 2 ["add","alpha","alpha",null]
ours 3 → ["pin","alpha==1.9"]

## What the real pip printed
Collecting alpha
Would install alpha-2.0 beta-1.0

## What ours printed
Collecting alpha
Would install alpha-2.0 beta-1.0
`,
  );
});
