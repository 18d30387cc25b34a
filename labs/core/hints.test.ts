import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextHint, type Hint } from './hints.ts';

const hints: Hint[] = [
  { id: 'nudge' },
  { id: 'where' },
  { id: 'move' },
  { id: 'dropped-it', after: 'requirement-gone' },
];

test('the ladder, in order', () => {
  assert.equal(nextHint(hints, [], undefined)?.id, 'nudge');
  assert.equal(nextHint(hints, ['nudge'], undefined)?.id, 'where');
});
test('the last mistake is answered first', () =>
  assert.equal(nextHint(hints, ['nudge'], 'requirement-gone')?.id, 'dropped-it'));
test('none twice, and then no more', () => {
  assert.equal(nextHint(hints, ['dropped-it'], 'requirement-gone')?.id, 'nudge');
  assert.equal(nextHint(hints, ['nudge', 'where', 'move'], undefined)?.id, 'dropped-it');
  assert.equal(nextHint(hints, ['nudge', 'where', 'move', 'dropped-it'], undefined), undefined);
});
