import type { ProjectPage } from '../../packaging/project-page.ts';
import type { NothingFits, NothingKind, Meeting, RequiredSide, Unfit } from './explanation.ts';

/** What a meeting of one side says: that nothing on the index meets this demand, and what there is instead. */
export function nothingFits(
  { project, versions, unfit }: Meeting,
  side: RequiredSide,
  page: ProjectPage | undefined,
  isSnapshot: boolean,
): Pick<NothingFits, 'kind' | 'project' | 'versions' | 'side' | 'asked' | 'unfit'> {
  const asked = side.links.at(-1)?.asks[0] ?? side.line.requirement;
  const kind = page === undefined ? absentKind(isSnapshot) : kindOf(unfit);
  return { kind, project, versions, side, asked, unfit };
}

const absentKind = (isSnapshot: boolean): NothingKind =>
  isSnapshot ? 'outside-snapshot' : 'no-project';

/** What would bring the most: another Python is sooner had than another machine, or than a compiler. */
function kindOf(unfit: readonly Unfit[]): NothingKind {
  const has = (...kinds: readonly string[]): boolean =>
    unfit.some(({ because }) => kinds.includes(because.kind));
  if (has('pre-release')) return 'pre-release-only';
  if (has('yanked')) return 'yanked-only';
  if (has('python', 'python-tags')) return 'wrong-python';
  if (has('platform')) return 'wrong-platform';
  return has('source-only') ? 'source-only' : 'no-version';
}
