import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readRunRecord } from './read-run.ts';
import { readFromThread } from './read-thread.ts';
import { MOST_FILE_BYTES, MOST_OUTPUT_BYTES, type RunRecord } from './run.ts';

const record: RunRecord = {
  outputs: [
    { type: 'text', stream: 'stdout', text: 'a' },
    { type: 'value', text: '1' },
    { type: 'image', base64: 'AAAA', alt: 'a line' },
    { type: 'cut', bytes: 3 },
  ],
  ending: {
    type: 'raised',
    name: 'E',
    message: 'm',
    traceback: 't',
    places: [{ where: 'main.py', line: 1 }],
  },
  changed: { 'a/b.txt': 'x', 'c.bin': { base64: '/w==' }, 'd.txt': null },
  unkept: ['large'],
  found: '1',
};
const endings: readonly RunRecord['ending'][] = [
  { type: 'finished' },
  { type: 'incomplete' },
  { type: 'exited', code: 2 },
  { type: 'asks', prompt: '? ' },
  { type: 'lacking', wheel: 'x.whl' },
  { type: 'stopped', kept: true },
  { type: 'died', message: 'm' },
];

test('every record is read as it was written, and nothing is added to it', () => {
  for (const ending of [record.ending, ...endings]) {
    const whole = { ...record, ending };
    deepEqual(readRunRecord(structuredClone(whole)), whole);
    deepEqual(readRunRecord({ ...whole, more: 1, ending: { ...ending, more: 1 } }), whole);
  }
  const plain = { outputs: [], ending: { type: 'finished' }, changed: {} };
  deepEqual(readRunRecord(plain), plain);
});

test('what is larger than a run may be, or leads out of its folder, is no record', () => {
  const withOutput = (length: number) => ({
    ...record,
    outputs: [{ type: 'text', stream: 'stdout', text: 'x'.repeat(length) }],
  });
  equal(readRunRecord(withOutput(MOST_OUTPUT_BYTES)) === undefined, false);
  equal(readRunRecord(withOutput(MOST_OUTPUT_BYTES + 1)), undefined);
  for (const changed of [
    { a: 'x'.repeat(2 * MOST_FILE_BYTES + 1) },
    { '../a': 'x' },
    { '/a': 'x' },
    { 'a//b': 'x' },
    { './a': 'x' },
    { a: { base64: '<b>' } },
    { a: 1 },
    [],
  ])
    equal(readRunRecord({ ...record, changed }), undefined, JSON.stringify(changed).slice(0, 40));
  for (const places of [[{ where: 'a', line: -1 }], [{ where: 'a' }], [null], 'a'])
    equal(readRunRecord({ ...record, ending: { ...record.ending, places } }), undefined);
});

test('anything at all is read without a throw, and what is read is read again', () => {
  const like = fc.oneof(
    fc.anything(),
    fc.record(
      {
        type: fc.constantFrom(
          'text',
          'value',
          'image',
          'cut',
          'finished',
          'raised',
          'asks',
          'died',
        ),
        outputs: fc.array(fc.anything()),
        ending: fc.oneof(fc.anything(), fc.constantFrom(...endings)),
        end: fc.constant(record),
        changed: fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.string())),
        text: fc.anything(),
      },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(like, (value) => {
      readFromThread(value);
      const read = readRunRecord(value);
      if (read) deepEqual(readRunRecord(read), read);
    }),
    { numRuns: 2000 },
  );
});

test('what a thread says is read; a forged snapshot is not', () => {
  const { outputs, ...end } = record;
  for (const message of [
    { type: 'began' },
    { type: 'started', how: 'restored' },
    { type: 'outputs', outputs },
    { type: 'ended', end },
    { type: 'died', ending: { type: 'died', message: 'm' } },
    { type: 'returned', text: '{}' },
  ])
    deepEqual(readFromThread({ ...message, more: 1 }), message);
  for (const message of [
    { type: 'snapshot', bytes: new Uint8Array(4) },
    { type: 'started', how: 'forged' },
    { type: 'ended', end: { ...end, changed: { '../a': 'x' } } },
    { type: 'returned', text: 1 },
    null,
  ])
    equal(readFromThread(message), undefined);
});
