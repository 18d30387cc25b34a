import { openSnapshotShelf, type SnapshotShelf } from '../../labs/packaging/snapshot-shelf.ts';
import { readData } from './data.ts';

/** The book's own data could not be fetched. */
export class DataFailure extends Error {
  override readonly name = 'DataFailure';
}

let opened: Promise<SnapshotShelf> | undefined;

/** PyPI as it comes with the book; a failure to fetch it is not remembered. */
export function openSnapshot(): Promise<SnapshotShelf> {
  opened ??= openSnapshotShelf(read).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function read(path: string): Promise<string> {
  try {
    return await readData(path);
  } catch (error) {
    throw new DataFailure(path, { cause: error });
  }
}
