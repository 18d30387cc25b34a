// What one lab needs of a snapshot, in one document: the pages of every project that its lines could
// reach on its machine, each cut down to that machine. What only releases of long ago required (the
// boto3 of an early streamlit, the notebook of an early pydeck) would be most of it, and is left out.

import { keyOf, requiredByFiles, type Wanted } from './closure.ts';
import type { IndexFile, ProjectPage } from './project-page.ts';
import { cutPage } from './snapshot-cut.ts';
import { decodeSnapshotPage, type SnapshotPage } from './snapshot.ts';
import { targetEnvironment } from './target-environment.ts';
import type { Target } from './target.ts';

/** A small index: what a resolution from some projects asks for on one machine. */
export interface IndexCut {
  readonly pages: readonly SnapshotPage[];
}

const FOLLOWED_YEARS = 5;

/** The cut of a snapshot for these projects; a project that the snapshot lacks is left out. */
export function cutIndex(
  projects: readonly string[],
  target: Target,
  snapshot: (project: string) => SnapshotPage | undefined,
): IndexCut {
  const environments = [targetEnvironment(target)];
  const pages = new Map<string, SnapshotPage | undefined>();
  const seen = new Set<string>();
  const waiting: Wanted[] = projects.map((project) => ({ project, extra: '' }));
  for (let want = waiting.pop(); want !== undefined; want = waiting.pop()) {
    if (seen.has(keyOf(want))) continue;
    seen.add(keyOf(want));
    if (!pages.has(want.project)) {
      const whole = snapshot(want.project);
      pages.set(want.project, whole && cutPage(whole, target));
    }
    const page = pages.get(want.project);
    if (page !== undefined)
      waiting.push(...requiredByFiles(followedFiles(page), want.extra, environments));
  }
  return {
    pages: [...pages.values()]
      .filter((page) => page !== undefined)
      .sort((a, b) => (a.project < b.project ? -1 : 1)),
  };
}

/** The releases of the last years, and the newest, however old it is. */
function followedFiles(page: SnapshotPage): readonly IndexFile[] {
  const { files } = decodeSnapshotPage(page);
  const since = `${Number(page.before.slice(0, 4)) - FOLLOWED_YEARS}${page.before.slice(4)}`;
  const newest = files.at(-1)?.version.key;
  return files.filter(
    ({ uploadTime, version }) =>
      uploadTime === undefined || uploadTime >= since || version.key === newest,
  );
}

/** The pages of a cut by project. */
export const decodeIndexCut = ({ pages }: IndexCut): ReadonlyMap<string, ProjectPage> =>
  new Map(pages.map((page) => [page.project, decodeSnapshotPage(page)]));
