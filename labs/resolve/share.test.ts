import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { MOST_CHARACTERS } from './bench-event.ts';
import { readShared, writeShared, type Shared } from './share.ts';

const LAB = 'tensorflow-pydantic';

it('a run in an address is plain to see but for the file', () => {
  const shared: Shared = { lab: LAB, text: 'numpy<2\n依赖\n', tool: 'pip', at: 12 };
  const hash = '#run=tensorflow-pydantic.pip.12.bnVtcHk8Mgrkvp3otZYK';
  assert.equal(writeShared(shared), hash);
  assert.deepEqual(readShared(hash, LAB), shared);
});

it('whatever is written is read back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('pip', 'pip-legacy'),
      fc.nat({ max: 9_999_999 }),
      (text, tool, at) => {
        const shared: Shared = { lab: LAB, text, tool: tool === 'pip' ? tool : 'pip-legacy', at };
        assert.deepEqual(readShared(writeShared(shared), LAB), shared);
      },
    ),
    { numRuns: 200 },
  );
});

it('a chosen machine travels with the file', () => {
  const target = { python: '3.9.23', platform: 'osx-arm64' } as const;
  const shared: Shared = { lab: LAB, text: 'numpy', tool: 'pip', at: 0, target };
  const hash = '#run=tensorflow-pydantic.pip.0.bnVtcHk~3.9.23~osx-arm64';
  assert.equal(writeShared(shared), hash);
  assert.deepEqual(readShared(hash, LAB), shared);
  for (const machine of ['~3.9.23~mars', '~2.7.18~linux-64', '~3~linux-64', '~3.9.23', '~~'])
    assert.equal(readShared(`#run=${LAB}.pip.0.bnVtcHk${machine}`, LAB), 'unreadable', machine);
});

it('half a letter becomes the sign for it, as in every UTF-8', () => {
  const read = readShared(writeShared({ lab: LAB, text: 'a\ud800b', tool: 'pip', at: 0 }), LAB);
  assert.equal(typeof read === 'object' && read.text, 'a\ufffdb');
});

it('what is not a run of this lab is told from what is none at all', () => {
  const of = (hash: string) => readShared(hash, LAB);
  for (const hash of ['', '#', '#legacy', '#run', '#run=other-lab.pip.1.YQ'])
    assert.equal(of(hash), 'none', hash);
  for (const hash of [
    '#run=',
    '#run=%%%',
    '#run=<script>',
    `#run=${LAB}.`,
    `#run=${LAB}.conda.1.YQ`,
    `#run=${LAB}.pip.-1.YQ`,
    `#run=${LAB}.pip.12345678.YQ`,
    `#run=${LAB}.pip.1.Y`,
    `#run=${LAB}.pip.1.Y=Q`,
    `#run=${LAB}.pip.1._w`, // the byte 255 is no UTF-8
    `#run=${LAB}.pip.1.${'YWFh'.repeat(MOST_CHARACTERS / 3 + 1)}`,
    `#run=${'.'.repeat(5_000_000)}`,
    `#run=${LAB}.pip.1.${'A'.repeat(5_000_000)}`,
  ])
    assert.equal(of(hash), 'unreadable', hash.slice(0, 60));
});

it('nothing at all makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      readShared(`#run=${LAB}.pip.1.${text}`, LAB);
      readShared(`#run=${text}`, LAB);
    }),
  );
});
