import { KEY_PREFIX, readBackup, writeBackup } from '../../labs/core/backup.ts';
import { joinEarned, readEarned, writeEarned } from '../../labs/core/earned.ts';
import { EARNED_KEY } from './lab-session.ts';
import { allRecords, keepAside, readRecord, writeRecord } from './storage.ts';

/** Hands the reader a file with everything that this device keeps for her. */
export function exportWork(): void {
  const text = writeBackup({ records: allRecords() });
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'works-on-my-machine.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/**
 * Brings an exported file back: ticks are joined, a session that stands in the way is put aside.
 * Returns how many records were written; undefined when the file is none of ours, and nothing was.
 */
export async function importWork(file: Blob): Promise<number | undefined> {
  const read = readBackup(await file.text());
  if (!read.ok) return undefined;
  const written = Object.entries(read.backup.records).filter(([fullKey, text]) => {
    const key = fullKey.slice(KEY_PREFIX.length);
    const here = readRecord(key);
    if (key === EARNED_KEY) {
      const both = joinEarned(readEarned(here ?? '') ?? {}, readEarned(text) ?? {});
      return writeRecord(key, writeEarned(both)) === 'kept';
    }
    if (here !== undefined && here !== text) keepAside(key, here);
    return writeRecord(key, text) === 'kept';
  });
  return written.length;
}
