// The bundled form of what an index said of one project on one day, with the METADATA of its files.
//
// Every text stands once, in a table, in the order of its first use; everything else is numbers that
// point there. Numbers of what may be missing count from 1, and 0 is "nothing". Kinds and METADATA are
// told by how far back they lie (row-trail.ts).

import type { Metadata } from './metadata.ts';
import { unfoldOwnVersion } from './own-version.ts';
import type { IndexFile, ProjectPage } from './project-page.ts';
import { classifyFilename } from './project-page.ts';
import { createRowTrail } from './row-trail.ts';
import { formatUtcSeconds } from './utc-seconds.ts';

/** What an index said of one project, dated and compact. */
export interface SnapshotPage {
  readonly project: string;
  /** Uploads of this day (UTC) and later are left out. */
  readonly before: string;
  /** When only the best file of each release for one machine was kept: that machine. */
  readonly cut?: string;
  /** In how many seconds times are counted: 1 if not given, and in a cut a day. */
  readonly tick?: number;
  /** How many files of the index are not here (too old, or for no machine that we know). */
  readonly dropped: number;
  /** File names; `*` stands for the version as the file name spells it. */
  readonly filenames: readonly string[];
  readonly pythons: readonly string[];
  /** Why files were yanked. */
  readonly reasons: readonly string[];
  /** Names as METADATA spells them. */
  readonly names: readonly string[];
  /** Lines of Requires-Dist; `$v` stands for the version of the release. */
  readonly requires: readonly string[];
  /** Lists of Provides-Extra. */
  readonly extras: readonly (readonly string[])[];
  readonly metadata: readonly SnapshotMetadata[];
  readonly kinds: readonly SnapshotKind[];
  /** Oldest first. */
  readonly releases: readonly SnapshotRelease[];
}

/** One METADATA: name, Requires-Python, Requires-Dist, extras; the version where it is not the release's own. */
export type SnapshotMetadata = readonly [
  name: number,
  python: number,
  requires: readonly number[],
  extras: number,
  version?: string,
];

/** What files have in common: Requires-Python on the page, METADATA, and why it was yanked. */
export type SnapshotKind = readonly [python: number, metadata: number, yanked: number];

/** A version as file names spell it, its first upload in ticks after that of the release before (or 1970), and its files. */
export type SnapshotRelease = readonly [
  version: string,
  after: number,
  files: readonly SnapshotFile[],
];

/** File name, kind, ticks after the release's first upload (-1 unknown), bytes (absent: unknown). */
export type SnapshotFile = readonly [filename: number, kind: number, later: number, size?: number];

/** Stands for the version in `filenames`; no version and no file name holds it. */
export const VERSION_PLACE = '*';

/** The page as the resolver reads it; rows that point nowhere are left out. */
export function decodeSnapshotPage(page: SnapshotPage): ProjectPage {
  const files: IndexFile[] = [];
  const kinds = placeKinds(page);
  const trail = createRowTrail();
  let uploaded = 0;
  for (const [version, after, rows] of page.releases) {
    uploaded += after;
    for (const row of rows) {
      const file = decodeFile(page, version, uploaded, row, kinds[trail.rowAt(row[1])]);
      if (file !== undefined) files.push(file);
    }
  }
  return { project: page.project, files };
}

/** The kinds with METADATA told by its number. */
function placeKinds({ kinds }: SnapshotPage): readonly SnapshotKind[] {
  const trail = createRowTrail();
  return kinds.map(([python, metadata, yanked]): SnapshotKind => [
    python,
    metadata === 0 ? 0 : trail.rowAt(metadata - 1) + 1,
    yanked,
  ]);
}

function decodeFile(
  page: SnapshotPage,
  spelling: string,
  uploaded: number,
  [filenameAt, , later, size]: SnapshotFile,
  kind: SnapshotKind | undefined,
): IndexFile | undefined {
  const filename = page.filenames[filenameAt]?.replace(VERSION_PLACE, () => spelling);
  if (filename === undefined || kind === undefined) return undefined;
  const named = classifyFilename(filename, page.project);
  if (typeof named === 'string') return undefined;
  const [python, metadata, yanked] = kind;
  return {
    filename,
    version: named.version,
    kind: named.kind,
    tags: named.tags,
    build: named.build,
    requiresPython: page.pythons[python - 1],
    yanked: page.reasons[yanked - 1] ?? false,
    uploadTime: later < 0 ? undefined : formatUtcSeconds((uploaded + later) * (page.tick ?? 1)),
    size,
    url: undefined,
    hashes: {},
    metadata:
      named.kind === 'sdist' ? 'unknown' : decodeMetadata(page, metadata, named.version.text),
  };
}

function decodeMetadata(page: SnapshotPage, at: number, version: string): Metadata | undefined {
  const row = page.metadata[at - 1];
  if (row === undefined) return undefined;
  const [name, python, requires, extras, written] = row;
  return {
    name: page.names[name] ?? page.project,
    version: written ?? version,
    requiresPython: page.pythons[python - 1],
    requiresDist: requires.flatMap((index) => {
      const text = page.requires[index];
      return text === undefined ? [] : unfoldOwnVersion(text, version);
    }),
    providesExtra: page.extras[extras - 1] ?? [],
  };
}
