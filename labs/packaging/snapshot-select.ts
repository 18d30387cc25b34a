// Which files of an index a snapshot keeps: what one of our machines could install, and not older
// than a student can meet.

import type { IndexFile, ProjectPage } from './project-page.ts';
import { supportedTags } from './tags.ts';
import { PLATFORMS, type Target } from './target.ts';
import { parseUtcSeconds } from './utc-seconds.ts';
import { compareVersions } from './version.ts';

/** The files kept, and how many were not. */
export interface Selection {
  readonly page: ProjectPage;
  readonly dropped: number;
}

/** Uploads before this day are left out, unless a project has no others. */
export const SNAPSHOT_SINCE = '2019-01-01';

const PYTHONS: readonly string[] = [
  '3.8.0',
  '3.9.0',
  '3.10.0',
  '3.11.0',
  '3.12.0',
  '3.13.0',
  '3.14.0',
];

/** The machines that a snapshot is for. */
export const SNAPSHOT_TARGETS: readonly Target[] = PYTHONS.flatMap((python) =>
  PLATFORMS.map((platform): Target => ({ python, platform, implementation: 'cp' })),
);

/** What a snapshot keeps of `page`, when uploads of the day `before` (UTC) and later do not exist. */
export function selectFiles(page: ProjectPage, before: string): Selection {
  const end = parseUtcSeconds(before) ?? Infinity;
  const start = parseUtcSeconds(SNAPSHOT_SINCE) ?? 0;
  const existing = page.files.filter((file) => uploadedAt(file) < end);
  const usable = existing.filter((file) => file.kind === 'sdist' || fitsSomeMachine(file));
  const recent = usable.filter((file) => uploadedAt(file) >= start);
  const files = recent.length > 0 ? recent : newestRelease(usable);
  return { page: { project: page.project, files }, dropped: existing.length - files.length };
}

function newestRelease(files: readonly IndexFile[]): readonly IndexFile[] {
  const newest = files.toSorted((a, b) => compareVersions(b.version, a.version))[0];
  return files.filter((file) => file.version.key === newest?.version.key);
}

/** Without an upload time a file is taken for one that was always there. */
function uploadedAt(file: IndexFile): number {
  return (file.uploadTime === undefined ? undefined : parseUtcSeconds(file.uploadTime)) ?? 0;
}

function fitsSomeMachine(file: IndexFile): boolean {
  knownTags ??= new Set(SNAPSHOT_TARGETS.flatMap(supportedTags));
  return file.tags.some((tag) => knownTags?.has(tag));
}

let knownTags: ReadonlySet<string> | undefined;
