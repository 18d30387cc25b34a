import { checksumOf } from '../../../labs/python/checksum.ts';
import files from 'virtual:python-files';

// Pyodide's files and the snapshots of its memory, between visits: in Cache Storage, apart from what the service
// worker keeps there. Where there is none (plain http) or it is full, everything is fetched and made anew.

const NAME = `python-${files.version}`;
const CHECKSUM = 'X-Checksum';

let opened: Promise<Cache | undefined> | undefined;

/** The cache of this version; those of others are thrown away when it is first asked for. */
function openShelf(): Promise<Cache | undefined> {
  opened ??= (async () => {
    try {
      const names = await caches.keys();
      const others = names.filter((name) => name.startsWith('python-') && name !== NAME);
      await Promise.all(others.map((name) => caches.delete(name)));
      return await caches.open(NAME);
    } catch {
      return undefined;
    }
  })();
  return opened;
}

/** What is kept under an address of ours, or undefined. */
export async function takeFromShelf(path: string): Promise<Response | undefined> {
  try {
    return await (await openShelf())?.match(path);
  } catch {
    return undefined;
  }
}

/** Keeps it; false where that could not be done. */
export async function putOnShelf(
  path: string,
  body: Blob | Uint8Array<ArrayBuffer>,
  headers = {},
): Promise<boolean> {
  try {
    const shelf = await openShelf();
    await shelf?.put(path, new Response(body, { headers }));
    return shelf !== undefined;
  } catch {
    return false;
  }
}

/** Where the snapshot of an image is kept: its name, and what it was made from. */
function snapshotPath(name: string, made: string): string {
  return `/python/${files.version}/snapshot-${name}-${checksumOf(new TextEncoder().encode(made))}`;
}

/** The snapshot of an image that was made from `made`; damaged ones are thrown away. */
export async function takeSnapshot(name: string, made: string): Promise<Uint8Array | undefined> {
  const path = snapshotPath(name, made);
  const kept = await takeFromShelf(path);
  if (!kept) return undefined;
  try {
    const bytes = new Uint8Array(await kept.arrayBuffer());
    if (kept.headers.get(CHECKSUM) === String(checksumOf(bytes))) return bytes;
  } catch {
    // It cannot be read: as good as damaged.
  }
  await dropSnapshot(name, made);
  return undefined;
}

/** Keeps a snapshot; older ones of that image go. False where it could not be kept. */
export async function putSnapshot(
  name: string,
  made: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const path = snapshotPath(name, made);
  try {
    const shelf = await openShelf();
    for (const { url } of (await shelf?.keys()) ?? [])
      if (url.includes(`/snapshot-${name}-`)) await shelf?.delete(url);
  } catch {
    return false;
  }
  return putOnShelf(path, bytes, { [CHECKSUM]: String(checksumOf(bytes)) });
}

/** Throws a snapshot away. */
export async function dropSnapshot(name: string, made: string): Promise<void> {
  try {
    await (await openShelf())?.delete(snapshotPath(name, made));
  } catch {
    // It is damaged and stays: it is looked at, and not used, once more.
  }
}
