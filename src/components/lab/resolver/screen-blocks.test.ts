import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { screenBlocks } from './screen-blocks.ts';

const lines = Array.from({ length: 1000 }, (_, i) => (i % 20 > 17 ? '' : `line ${i}`));

test('the blocks hold the last lines, each with its end, however many there are', () => {
  for (const count of [0, 1, 19, 20, 21, 299, 300, 301, 320, 321, 1000]) {
    const blocks = screenBlocks(lines, count);
    const above = blocks[0]?.from ?? 0;
    ok(count - above <= 300 && (above === 0 || count - above > 280), `${count}: ${above} above`);
    const shown = lines.slice(above, count).map((line) => `${line}\n`);
    equal(blocks.map(({ text }) => text).join(''), shown.join(''), `${count}`);
  }
});

test('a step more changes the last block only', () => {
  deepEqual(screenBlocks(lines, 55).slice(0, 2), screenBlocks(lines, 54).slice(0, 2));
  deepEqual(screenBlocks(lines, 22).at(-1), { from: 20, text: 'line 20\nline 21\n' });
});
