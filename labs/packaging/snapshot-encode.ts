// Writes the form that snapshot.ts reads: the same page gives the same bytes, whatever the order in
// which the index listed its files.

import type { Metadata } from './metadata.ts';
import { foldOwnVersion } from './own-version.ts';
import type { IndexFile, ProjectPage } from './project-page.ts';
import { createRowTrail, type RowTrail } from './row-trail.ts';
import {
  VERSION_PLACE,
  type SnapshotFile,
  type SnapshotKind,
  type SnapshotMetadata,
  type SnapshotPage,
  type SnapshotRelease,
} from './snapshot.ts';
import { parseUtcSeconds } from './utc-seconds.ts';
import { compareVersions } from './version.ts';

/** What a snapshot says besides the page. */
export interface SnapshotHeading {
  readonly before: string;
  readonly cut?: string;
  readonly tick?: number;
  readonly dropped: number;
}

const WHEEL_VERSION = /^([^-]+-)([^-]+)(-.+)$/s;
const SDIST_VERSION = /^(.+-)([^-]+?)((?:\.tar)?\.[a-z][a-z0-9]*)$/s;

/** The page in the bundled form. Addresses and hashes are not kept, and times are whole ticks. */
export function encodeSnapshotPage(page: ProjectPage, heading: SnapshotHeading): SnapshotPage {
  const tables = createTables();
  let before = 0;
  const releases = groupByRelease(page.files).map(([spelling, files]): SnapshotRelease => {
    const times = files.map((file) => uploadedTick(file, heading.tick ?? 1));
    const known = times.filter((tick) => tick !== undefined);
    const first = known.length === 0 ? before : Math.min(...known);
    const rows = files.map((file, at) =>
      encodeFile(tables, page.project, file, (times[at] ?? first - 1) - first),
    );
    const after = first - before;
    before = first;
    return [spelling, after, rows];
  });
  const { filenames, pythons, reasons, names, requires, extras, metadata, kinds } = tables;
  const trail = createRowTrail();
  return {
    project: page.project,
    before: heading.before,
    ...(heading.cut === undefined ? {} : { cut: heading.cut }),
    ...(heading.tick === undefined ? {} : { tick: heading.tick }),
    dropped: heading.dropped,
    filenames: filenames.rows,
    pythons: pythons.rows,
    reasons: reasons.rows,
    names: names.rows,
    requires: requires.rows,
    extras: extras.rows,
    metadata: metadata.rows,
    kinds: kinds.rows.map(([python, row, yanked]): SnapshotKind => [
      python,
      row === 0 ? 0 : trail.backTo(row - 1) + 1,
      yanked,
    ]),
    releases,
  };
}

function encodeFile(tables: Tables, project: string, file: IndexFile, later: number): SnapshotFile {
  const python = tables.pythons.place(file.requiresPython);
  const metadata =
    typeof file.metadata === 'object' ? encodeMetadata(tables, project, file.metadata, file) : 0;
  const yanked = file.yanked === false ? 0 : tables.reasons.place(file.yanked);
  const kind = tables.trail.backTo(tables.kinds.place([python, metadata, yanked]) - 1);
  const filename = tables.filenames.place(templateOf(file)) - 1;
  return file.size === undefined ? [filename, kind, later] : [filename, kind, later, file.size];
}

function encodeMetadata(tables: Tables, project: string, of: Metadata, file: IndexFile): number {
  const name = tables.names.place(of.name === '' ? project : of.name) - 1;
  const python = tables.pythons.place(of.requiresPython);
  const requires = of.requiresDist.map(
    (text) => tables.requires.place(foldOwnVersion(text, file.version.text)) - 1,
  );
  const extras = of.providesExtra.length === 0 ? 0 : tables.extras.place(of.providesExtra);
  return tables.metadata.place(
    of.version === file.version.text
      ? [name, python, requires, extras]
      : [name, python, requires, extras, of.version],
  );
}

/** Releases from old to new; two spellings of one version are two releases. */
function groupByRelease(files: readonly IndexFile[]): [string, IndexFile[]][] {
  const groups = new Map<string, IndexFile[]>();
  for (const file of files) {
    const spelling = spellingOf(file);
    const group = groups.get(spelling);
    if (group === undefined) groups.set(spelling, [file]);
    else group.push(file);
  }
  for (const group of groups.values()) group.sort((a, b) => compareTexts(a.filename, b.filename));
  return [...groups].sort(([a, [first]], [b, [second]]) => {
    const order = first && second ? compareVersions(first.version, second.version) : 0;
    return order === 0 ? compareTexts(a, b) : order;
  });
}

function spellingOf(file: IndexFile): string {
  return versionPart(file)[2] ?? '';
}

function templateOf(file: IndexFile): string {
  const [, before, , after] = versionPart(file);
  return before === undefined ? file.filename : `${before}${VERSION_PLACE}${after ?? ''}`;
}

function versionPart(file: IndexFile): readonly (string | undefined)[] {
  return (file.kind === 'wheel' ? WHEEL_VERSION : SDIST_VERSION).exec(file.filename) ?? [];
}

function uploadedTick(file: IndexFile, tick: number): number | undefined {
  const seconds = file.uploadTime === undefined ? undefined : parseUtcSeconds(file.uploadTime);
  return seconds === undefined ? undefined : Math.floor(seconds / tick);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Table<Row> {
  readonly rows: readonly Row[];
  /** The row's number from 1, and 0 for undefined. */
  place(row: Row | undefined): number;
}

interface Tables {
  readonly filenames: Table<string>;
  readonly pythons: Table<string>;
  readonly reasons: Table<string>;
  readonly names: Table<string>;
  readonly requires: Table<string>;
  readonly extras: Table<readonly string[]>;
  readonly metadata: Table<SnapshotMetadata>;
  readonly kinds: Table<SnapshotKind>;
  /** Of files through `kinds`. */
  readonly trail: RowTrail;
}

function createTables(): Tables {
  return {
    filenames: createTable(),
    pythons: createTable(),
    reasons: createTable(),
    names: createTable(),
    requires: createTable(),
    extras: createTable(),
    metadata: createTable(),
    kinds: createTable(),
    trail: createRowTrail(),
  };
}

function createTable<Row>(): Table<Row> {
  const rows: Row[] = [];
  const places = new Map<string, number>();
  return {
    rows,
    place(row) {
      if (row === undefined) return 0;
      const key = JSON.stringify(row);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, rows.push(row));
      return rows.length;
    },
  };
}
