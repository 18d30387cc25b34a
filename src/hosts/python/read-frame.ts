import { isRecord } from '../../../labs/core/json.ts';
import { readFromThread } from '../../../labs/python/read-thread.ts';
import type { FromFrame } from './frame-talk.ts';

/** What the frame said, or undefined where it is nothing that one says: a stranger's code runs there. */
export function readFromFrame(value: unknown): FromFrame | undefined {
  if (!isRecord(value)) return undefined;
  const { type, id, image, bytes, canInterrupt } = value;
  if (type === 'ready')
    return typeof canInterrupt === 'boolean' ? { type, canInterrupt } : undefined;
  if (type === 'pong') return { type };
  if (type === 'thread') {
    const message = readFromThread(value['message']);
    return message && Number.isSafeInteger(id) ? { type, id: Number(id), message } : undefined;
  }
  const isSnapshot = type === 'snapshot' && typeof image === 'string';
  return isSnapshot && bytes instanceof Uint8Array
    ? { type, image, bytes: new Uint8Array(bytes) }
    : undefined;
}
