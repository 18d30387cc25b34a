// What one machine needs of a page, so that a lab loads little: a release's best file, as
// package_finder.py ranks files (wheels by tag, then by build; an sdist only where no wheel fits).

import type { IndexFile, ProjectPage } from './project-page.ts';
import { encodeSnapshotPage } from './snapshot-encode.ts';
import { decodeSnapshotPage, type SnapshotPage } from './snapshot.ts';
import { contains, parseSpecifierSet } from './specifier.ts';
import { supportedTags } from './tags.ts';
import type { Target } from './target.ts';
import { parseVersion, type Version } from './version.ts';

/** A file that the target can use, and its place in pip's order of preference. */
interface Usable {
  readonly file: IndexFile;
  readonly rank: number;
  readonly fitsPython: boolean;
}

const DAY = 86_400;

/** The page for one machine: one file a release and the day of its upload, without sizes. */
export function cutPage(page: SnapshotPage, target: Target): SnapshotPage {
  const decoded = decodeSnapshotPage(page);
  const files = bestFiles(decoded, target).map((file): IndexFile => ({ ...file, size: undefined }));
  const cut: ProjectPage = { project: page.project, files };
  return encodeSnapshotPage(cut, {
    before: page.before,
    cut: `${target.platform} ${target.python}`,
    tick: DAY,
    dropped: page.dropped + decoded.files.length - files.length,
  });
}

/** Of each release the one file that pip takes on a machine; none of a release that does not fit it. */
export function bestFiles(page: ProjectPage, target: Target): readonly IndexFile[] {
  const ranks = new Map(supportedTags(target).map((tag, rank) => [tag, rank]));
  const python = parseVersion(target.python);
  const best = new Map<string, Usable>();
  for (const file of page.files) {
    const rank = rankOf(file, ranks);
    if (rank === undefined) continue;
    const usable = { file, rank, fitsPython: fitsPython(file, python) };
    const known = best.get(file.version.key);
    if (known === undefined || isBetter(usable, known)) best.set(file.version.key, usable);
  }
  return [...best.values()].map(({ file }) => file);
}

/** Lower is better; undefined where the file is for other machines. */
function rankOf(file: IndexFile, ranks: ReadonlyMap<string, number>): number | undefined {
  if (file.kind === 'sdist') return ranks.size;
  const fitting = file.tags.flatMap((tag) => ranks.get(tag) ?? []);
  return fitting.length === 0 ? undefined : Math.min(...fitting);
}

/** What is not yanked, and what the interpreter may use, comes before what only has a better tag. */
function isBetter(a: Usable, b: Usable): boolean {
  if (a.fitsPython !== b.fitsPython) return a.fitsPython;
  const [aYanked, bYanked] = [a.file.yanked !== false, b.file.yanked !== false];
  if (aYanked !== bYanked) return bYanked;
  if (a.rank !== b.rank) return a.rank < b.rank;
  return compareBuilds(a.file, b.file) > 0;
}

function compareBuilds(a: IndexFile, b: IndexFile): number {
  const [aNumber, aRest] = a.build ?? [-1, ''];
  const [bNumber, bRest] = b.build ?? [-1, ''];
  if (aNumber !== bNumber) return aNumber < bNumber ? -1 : 1;
  return aRest < bRest ? -1 : aRest > bRest ? 1 : 0;
}

function fitsPython(file: IndexFile, python: Version | undefined): boolean {
  if (file.requiresPython === undefined || python === undefined) return true;
  const set = parseSpecifierSet(file.requiresPython);
  return set === undefined || contains(set, python, { prereleases: true });
}
