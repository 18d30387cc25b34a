import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatUtcSeconds, parseUtcSeconds } from './utc-seconds.ts';

test('both forms that PyPI writes, and a bare day', () => {
  assert.equal(parseUtcSeconds('2023-07-05T17:56:21.123456Z'), 1_688_579_781);
  assert.equal(parseUtcSeconds('2023-07-05T17:56:21Z'), 1_688_579_781);
  assert.equal(parseUtcSeconds('2023-07-05'), 1_688_515_200);
});

test('every day of two centuries survives the round trip and agrees with Date', () => {
  for (let day = -20_000; day < 55_000; day += 1) {
    const seconds = day * 86_400 + (Math.abs(day) % 86_400);
    const text = formatUtcSeconds(seconds);
    assert.equal(text, new Date(seconds * 1000).toISOString().replace('.000', ''));
    assert.equal(parseUtcSeconds(text), seconds);
  }
});

test('what is no instant is undefined', () => {
  for (const text of [
    '',
    'yesterday',
    '2023-13-01',
    '2023-02-29',
    '2023-07-05T24:00:00Z',
    '2023-7-5',
  ])
    assert.equal(parseUtcSeconds(text), undefined, text);
});
