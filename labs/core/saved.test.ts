import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBackup, writeBackup } from './backup.ts';
import { counter } from './counter.fixture.ts';
import { joinEarned, readEarned, writeEarned } from './earned.ts';
import { readSaved, writeSaved, type Saved } from './saved.ts';
import type { Added } from './counter.fixture.ts';

const lab = { id: 'three', edition: 2, engine: counter };
const saved: Saved<Added> = {
  format: 1,
  lab: 'three',
  edition: 2,
  log: [
    { type: 'predicted', option: 'yes' },
    { type: 'added', amount: 2 },
    { type: 'undo' },
    { type: 'reset' },
    { type: 'added', amount: 1, move: false },
  ],
  hints: ['nudge'],
};

test('a session survives being stored', () =>
  assert.deepEqual(readSaved(writeSaved(saved), lab), { ok: true, saved }));

const refused: [string, string, string][] = [
  ['not-json', '{"format":1', 'cut off in mid-write'],
  ['not-json', '', 'nothing'],
  ['not-a-session', '[1,2]', 'another shape'],
  ['not-a-session', '{"format":1,"lab":"three","edition":2}', 'no log'],
  [
    'not-a-session',
    '{"format":1,"lab":"three","edition":2,"log":[],"hints":3}',
    'hints of an old form',
  ],
  ['newer-format', '{"format":2,"log":[]}', 'a later release wrote it'],
  ['other-lab', writeSaved({ ...saved, lab: 'four' }), 'another lab'],
  ['other-edition', writeSaved({ ...saved, edition: 1 }), 'an older edition'],
  [
    'bad-event',
    '{"format":1,"lab":"three","edition":2,"log":[{"type":"added","amount":"2"}],"hints":[]}',
    'an event of no engine',
  ],
];
for (const [why, text, what] of refused)
  test(`refused: ${what}`, () => assert.deepEqual(readSaved(text, lab), { ok: false, why }));

test('any stored garbage is refused or read, never thrown at', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((json) => `{"format":1,"log":[${json}]}`),
      ),
      (text) => {
        assert.equal(typeof readSaved(text, lab).ok, 'boolean');
        assert.equal(typeof readBackup(text).ok, 'boolean');
        readEarned(text);
      },
    ),
    { seed: 20261123, numRuns: 500 },
  ));

test('a backup keeps every record word for word, readable or not', () =>
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string().map((key) => `womm:${key}`),
        fc.string(),
      ),
      (records) => {
        assert.deepEqual(readBackup(writeBackup({ records })), {
          ok: true,
          backup: { records: { ...records } },
        });
      },
    ),
    { seed: 20261123 },
  ));

test('a backup with a foreign key is refused', () =>
  assert.deepEqual(readBackup('{"kind":"womm-backup","format":1,"records":{"other":"x"}}'), {
    ok: false,
    why: 'not-a-backup',
  }));

test('ticks: read back, joined, and never lost to a broken neighbour', () => {
  const ours = { three: ['a', 'b'] };
  assert.deepEqual(readEarned(writeEarned(ours)), ours);
  assert.deepEqual(
    readEarned('{"format":1,"labs":{"three":["b","a",7],"four":"x","__proto__":["y"]}}'),
    ours,
  );
  assert.equal(readEarned('{"format":9}'), undefined);
  assert.deepEqual(joinEarned(ours, { three: ['c'], four: ['d'] }), {
    four: ['d'],
    three: ['a', 'b', 'c'],
  });
});
