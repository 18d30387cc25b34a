// What pip's finder has of a project: pip/_internal/index/package_finder.py.

import { foreignKey } from '../packaging/foreign-target.ts';
import { chosenFor } from '../packaging/name-choice.ts';
import type { IndexFile, ProjectPage } from '../packaging/project-page.ts';
import { parseUtcSeconds } from '../packaging/utc-seconds.ts';
import type { Version } from '../packaging/version.ts';
import { compareVersions } from '../packaging/version.ts';
import { fileFit } from './file-fit.ts';
import type { SourcePage } from './sources.ts';
import { mainSource } from './sources.ts';
import type { IndexSource, Request } from './types.ts';

/** What one project's pages come to for one target. */
export interface ProjectOffers {
  readonly project: string;
  /** Every file that fits the target, most wanted first; yanked ones at the end. */
  readonly files: readonly IndexFile[];
  /** Each version of these files once. */
  readonly versions: readonly Version[];
  /** What pip notes of files that its Python rules out: `3.0 Requires-Python >=3.14`. */
  readonly skippedForPython: readonly string[];
  /** Those from folders, which state no hashes: what a file's hash is shows when it is read. */
  readonly local: ReadonlySet<IndexFile>;
  /** The index that states no upload times, though pip was told to look at them. */
  readonly undated: IndexSource | undefined;
  /** Answers given before, by what was wanted. */
  readonly known: Map<string, readonly IndexFile[]>;
}

const NO_FILES: ProjectOffers = {
  project: '',
  files: [],
  versions: [],
  skippedForPython: [],
  local: new Set(),
  undated: undefined,
  known: new Map(),
};
const offersOfPages = new WeakMap<ProjectPage, Map<string, ProjectOffers>>();

/** What the page offers; undefined is the page that an index does not have. */
export function pageToOffers(page: ProjectPage | undefined, request: Request): ProjectOffers {
  if (page === undefined) return NO_FILES;
  let known = offersOfPages.get(page);
  if (known === undefined) offersOfPages.set(page, (known = new Map()));
  const source = mainSource(request);
  const key = `${source.kind} ${offersKey(request, page.project)}`;
  let offers = known.get(key);
  if (offers === undefined) {
    known.set(key, (offers = pagesToOffers(page.project, [{ source, page }], request)));
  }
  return offers;
}

/** What all these pages of one project offer together. */
export function pagesToOffers(
  project: string,
  pages: readonly SourcePage[],
  request: Request,
): ProjectOffers {
  const fitting: Ranked[] = [];
  const skipped = new Set<string>();
  const local = new Set<IndexFile>();
  let undated: IndexSource | undefined;
  const binary = chosenFor(request.binary, project);
  for (const { source, page } of pages) {
    for (const file of page?.files ?? []) {
      if (file.kind === 'wheel' && binary === 'no') continue;
      const fit = fileFit(file, request, source);
      if (!fit.fits && fit.note === undefined) continue;
      const age = fileAge(file, request, source);
      if (age === 'unknown') undated ??= source;
      if (age !== 'old-enough' || (file.kind === 'sdist' && binary === 'yes')) continue;
      if (source.kind === 'find-links') local.add(file);
      if (fit.fits) fitting.push({ file, rank: fit.rank });
      else if (fit.note !== undefined) skipped.add(fit.note);
    }
  }
  sortByWish(fitting, request.preferBinary === true);
  const versions = new Map(fitting.map(({ file }) => [file.version.key, file.version]));
  return {
    project,
    files: fitting.map(({ file }) => file),
    versions: [...versions.values()],
    skippedForPython: [...skipped],
    local,
    undated,
    known: new Map(),
  };
}

interface Ranked {
  readonly file: IndexFile;
  readonly rank: number;
}

// pip sorts ascending, keeps the order of equals and reads the list from its end.
function sortByWish(files: Ranked[], prefersBinary: boolean): void {
  files.reverse();
  files.sort(
    (a, b) =>
      Number(a.file.yanked !== false) - Number(b.file.yanked !== false) ||
      (prefersBinary ? Number(b.file.kind === 'wheel') - Number(a.file.kind === 'wheel') : 0) ||
      compareVersions(b.file.version, a.file.version) ||
      a.rank - b.rank ||
      compareBuilds(b.file.build, a.file.build),
  );
}

// Local files are exempt.
function fileAge(
  { uploadTime }: IndexFile,
  { uploadedPriorTo }: Request,
  source: IndexSource,
): 'old-enough' | 'too-new' | 'unknown' {
  if (uploadedPriorTo === undefined || source.kind === 'find-links') return 'old-enough';
  const uploaded = uploadTime === undefined ? undefined : parseUtcSeconds(uploadTime);
  if (uploaded === undefined) return 'unknown';
  return uploaded < uploadedPriorTo ? 'old-enough' : 'too-new';
}

/** Everything of a request that decides what one page offers, as a text. */
function offersKey(request: Request, project: string): string {
  const { python, platform, system } = request.target;
  return [
    python,
    platform,
    system?.join('.'),
    foreignKey(request.foreign),
    request.version,
    request.ignoreRequiresPython,
    request.uploadedPriorTo,
    request.preferBinary,
    chosenFor(request.binary, project),
    chosenFor(request.preReleases, project),
  ].join(' ');
}

function compareBuilds(a: IndexFile['build'], b: IndexFile['build']): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
}
