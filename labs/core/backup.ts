import { isRecord, parseJson } from './json.ts';

/** Everything the book has stored on one device: stored texts by key, word for word. */
export interface Backup {
  readonly records: Readonly<Record<string, string>>;
}

/** All keys of the book begin so; nothing else in the storage is read or written. */
export const KEY_PREFIX = 'womm:';

export type ReadBackup =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly why: 'not-json' | 'not-a-backup' | 'newer-format' | 'too-long' };

const MOST_CHARACTERS = 20_000_000;

export const writeBackup = ({ records }: Backup): string =>
  JSON.stringify({ kind: 'womm-backup', format: 1, records }, undefined, 1);

/** Reads an exported file. Records stay texts: each is validated where it is used. */
export function readBackup(text: string): ReadBackup {
  if (text.length > MOST_CHARACTERS) return { ok: false, why: 'too-long' };
  const value = parseJson(text);
  if (value === undefined) return { ok: false, why: 'not-json' };
  if (!isRecord(value) || value['kind'] !== 'womm-backup' || !isRecord(value['records']))
    return { ok: false, why: 'not-a-backup' };
  if (value['format'] !== 1) return { ok: false, why: 'newer-format' };
  const records: [string, string][] = [];
  for (const [key, record] of Object.entries(value['records'])) {
    if (!key.startsWith(KEY_PREFIX) || typeof record !== 'string')
      return { ok: false, why: 'not-a-backup' };
    records.push([key, record]);
  }
  return { ok: true, backup: { records: Object.fromEntries(records) } };
}
