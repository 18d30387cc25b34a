import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SNAPSHOT_SINCE } from '../../packaging/snapshot-select.ts';
import { decodeSnapshotPage, type SnapshotPage } from '../../packaging/snapshot.ts';
import { compareTexts } from '../compare-texts.ts';

/** What `index.json` says of one project. */
export interface IndexedProject {
  readonly project: string;
  readonly bytes: number;
  readonly releases: number;
  readonly files: number;
  /** Wheels whose METADATA is here, and those whose METADATA the index did not give. */
  readonly read: number;
  readonly unread: number;
  readonly dropped: number;
}

/** What a snapshot says of itself, in `index.json`. */
export interface SnapshotIndex {
  readonly before: string;
  readonly since: string;
  readonly source: string;
  readonly projects: readonly IndexedProject[];
  /** Required by something here, and left out because the snapshot would grow too large. */
  readonly leftOut: readonly string[];
  /** Required by something here, and unknown to the index. */
  readonly absent: readonly string[];
}

/** Everything that a run of `womm snapshot` found. */
export interface Found {
  readonly before: string;
  readonly source: string;
  readonly pages: readonly SnapshotPage[];
  readonly leftOut: readonly string[];
  readonly absent: readonly string[];
}

/** Writes one file a project and `index.json` into the folder; returns the index. */
export async function writeSnapshot(folder: string, found: Found): Promise<SnapshotIndex> {
  await mkdir(folder, { recursive: true });
  const pages = found.pages.toSorted((a, b) => compareTexts(a.project, b.project));
  const projects: IndexedProject[] = [];
  for (const page of pages) {
    const text = formatDocument(page);
    await writeFile(join(folder, `${page.project}.json`), text);
    projects.push(describe(page, Buffer.byteLength(text)));
  }
  const index: SnapshotIndex = {
    before: found.before,
    since: SNAPSHOT_SINCE,
    source: found.source,
    projects,
    leftOut: found.leftOut.toSorted(compareTexts),
    absent: found.absent.toSorted(compareTexts),
  };
  await writeFile(join(folder, 'index.json'), formatDocument(index));
  return index;
}

function describe(page: SnapshotPage, bytes: number): IndexedProject {
  const { files } = decodeSnapshotPage(page);
  const wheels = files.filter(({ kind }) => kind === 'wheel');
  const read = wheels.filter(({ metadata }) => metadata !== undefined).length;
  return {
    project: page.project,
    bytes,
    releases: page.releases.length,
    files: files.length,
    read,
    unread: wheels.length - read,
    dropped: page.dropped,
  };
}

/** JSON with one line for each item of a list, so that two snapshots can be compared by eye. */
function formatDocument(document: object): string {
  const fields = Object.entries(document).map(([key, value]: [string, unknown]) => {
    if (!Array.isArray(value) || value.length === 0)
      return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
    const items = value.map((item) => JSON.stringify(item));
    return `${JSON.stringify(key)}:[\n${items.join(',\n')}\n]`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}
