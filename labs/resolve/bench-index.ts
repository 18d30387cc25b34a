import type { Read } from '../core/engine.ts';
import { isRecord, parseJson } from '../core/json.ts';
import { decodeIndexCut, type IndexCut } from '../packaging/index-cut.ts';
import { openSnapshotShelf, SNAPSHOT, type PageShelf } from '../packaging/snapshot-shelf.ts';
import type { Source } from './asking.ts';

/** The index of a bench, once it was opened. */
export interface BenchIndex {
  /** The pages at hand. */
  readonly pages?: PageShelf;
  /** Where pages that are not at hand come from. */
  readonly source?: Source;
}

/** Opens an index by its name: a data file that holds it, or the whole snapshot, page by page. */
export async function openIndex(name: string, read: Read): Promise<BenchIndex> {
  if (name === SNAPSHOT) {
    const snapshot = await openSnapshotShelf(read);
    return { pages: snapshot, source: (project) => snapshot.fetch(project) };
  }
  const cut = parseJson(await read(name));
  if (!isRecord(cut) || !Array.isArray(cut['pages'])) throw new Error(`${name}: not an index`);
  // `as`: our own build wrote the pages; decoding leaves out what points nowhere.
  return { pages: decodeIndexCut(cut as unknown as IndexCut) };
}
