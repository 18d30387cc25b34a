import { KEY_PREFIX, readBackup, writeBackup } from '../../labs/core/backup.ts';
import { readEarned } from '../../labs/core/earned.ts';
import { download } from './download.ts';
import { EARNED_KEY, earnAlso } from './earned-record.ts';
import { allRecords, keepAside, readRecord, writeRecord } from './storage.ts';

/**
 * Hands the reader a file with everything that this device keeps for her, and with what stands on the
 * page (by key), which a device that is full or refuses does not keep.
 */
export function exportWork(live: Readonly<Record<string, string>>): void {
  const here = Object.entries(live).map(([key, text]) => [KEY_PREFIX + key, text]);
  const text = writeBackup({ records: { ...allRecords(), ...Object.fromEntries(here) } });
  download('works-on-my-machine.json', 'application/json', text);
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
    if (key === EARNED_KEY) return earnAlso(readEarned(text) ?? {}) === 'kept';
    if (here !== undefined && here !== text && keepAside(key, here) !== 'kept') return false;
    return writeRecord(key, text) === 'kept';
  });
  return written.length;
}
