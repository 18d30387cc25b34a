// What one lab needs of a snapshot, in one document: the pages of every project that its lines could
// reach on its machine, each cut down to that machine.

import { keyOf, requiredByFiles, type Wanted } from './closure.ts';
import type { ProjectPage } from './project-page.ts';
import { cutPage } from './snapshot-cut.ts';
import { decodeSnapshotPage, type SnapshotPage } from './snapshot.ts';
import { targetEnvironment } from './target-environment.ts';
import type { Target } from './target.ts';

/** A small index, whole: all that a resolution from some projects can ask for on one machine. */
export interface IndexCut {
  readonly pages: readonly SnapshotPage[];
}

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
      waiting.push(...requiredByFiles(decodeSnapshotPage(page).files, want.extra, environments));
  }
  return {
    pages: [...pages.values()]
      .filter((page) => page !== undefined)
      .sort((a, b) => (a.project < b.project ? -1 : 1)),
  };
}

/** The pages of a cut by project. */
export const decodeIndexCut = ({ pages }: IndexCut): ReadonlyMap<string, ProjectPage> =>
  new Map(pages.map((page) => [page.project, decodeSnapshotPage(page)]));
