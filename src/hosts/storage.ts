import { KEY_PREFIX } from '../../labs/core/backup.ts';

/** Did the device keep it? `full` and `refused` are said to the reader: nothing is lost in silence. */
export type Kept = 'kept' | 'full' | 'refused';

/** The stored text of a key, `undefined` where there is none or the browser refuses storage. */
export function readRecord(key: string): string | undefined {
  try {
    return localStorage.getItem(KEY_PREFIX + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeRecord(key: string, text: string): Kept {
  try {
    localStorage.setItem(KEY_PREFIX + key, text);
    return 'kept';
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError'
      ? 'full'
      : 'refused';
  }
}

export function removeRecord(key: string): void {
  try {
    localStorage.removeItem(KEY_PREFIX + key);
  } catch {
    // Storage that refuses to be written holds nothing of ours.
  }
}

/**
 * Keeps the text of a record under a key of its own, so that it can be exported and is never erased.
 * Where there is no room for it twice, it moves. Unless it is `kept`, the record must not be written.
 */
export function keepAside(key: string, text: string): Kept {
  let n = 1;
  for (; ; n++) {
    const there = readRecord(`aside:${key}:${n}`);
    if (there === text) return 'kept';
    if (there === undefined) break;
  }
  const aside = `aside:${key}:${n}`;
  const copied = writeRecord(aside, text);
  if (copied !== 'full') return copied;
  removeRecord(key);
  const moved = writeRecord(aside, text);
  if (moved !== 'kept') writeRecord(key, text);
  return moved;
}

/** Everything of ours on this device, by full key. */
export function allRecords(): Record<string, string> {
  const records: Record<string, string> = {};
  try {
    for (const key of Object.keys(localStorage).sort())
      if (key.startsWith(KEY_PREFIX)) records[key] = localStorage.getItem(key) ?? '';
  } catch {
    return records;
  }
  return records;
}
