import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { readFromFrame } from './read-frame.ts';

test('what a frame says is read', () => {
  for (const message of [
    { type: 'ready', canInterrupt: true },
    { type: 'pong' },
    { type: 'thread', id: 3, message: { type: 'returned', text: 'so' } },
    { type: 'snapshot', image: 'python', bytes: Uint8Array.of(1, 2) },
  ])
    deepEqual(readFromFrame({ ...message, more: 1 }), message);
});

test('anything else is nothing', () => {
  for (const message of [
    ...[undefined, null, 7, 'ready', [], {}, { type: 'ping' }],
    { type: 'ready', canInterrupt: 1 },
    { type: 'thread', id: '3', message: { type: 'began' } },
    { type: 'thread', id: 3, message: { type: 'snapshot', bytes: Uint8Array.of(1) } },
    { type: 'thread', id: 3, message: { type: 'returned', text: 4 } },
    { type: 'snapshot', image: 'python', bytes: [1, 2] },
    { type: 'snapshot', image: 1, bytes: Uint8Array.of(1) },
  ])
    deepEqual(readFromFrame(message), undefined);
});
