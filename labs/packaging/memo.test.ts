import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoizeByText } from './memo.ts';

test('an answer is computed once, until the memory is full; long texts are not kept', () => {
  const asked: string[] = [];
  const answer = memoizeByText(2, (text) => {
    asked.push(text);
    return text.length;
  });
  const long = 'x'.repeat(300);
  const texts = ['a', 'a', 'b', 'a', 'c', 'a', long, long];
  assert.deepEqual(texts.map(answer), [1, 1, 1, 1, 1, 1, 300, 300]);
  assert.deepEqual(asked, ['a', 'b', 'c', 'a', long, long]);
});
