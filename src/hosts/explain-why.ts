import type { ProjectPage } from '../../labs/packaging/project-page.ts';
import { newerToRuns } from '../../labs/resolve/newer-runs.ts';
import { whyPinned } from '../../labs/resolve/why.ts';
import { say, version, type Language, type Sentence } from '../../labs/resolve/wording/pieces.ts';
import type { Worked } from './explain-work.ts';

/** Why a project was pinned to its version, a sentence a reason. */
export function explainPin(
  { run, outcome, request }: NonNullable<Worked['solved']>,
  project: string,
  page: ProjectPage | undefined,
  _language: Language,
): readonly Sentence[] {
  const [why] = whyPinned(run, outcome, request, () => page, project);
  if (why === undefined) return [];
  return newerToRuns(why.newer).map(
    ({ versions, reason }) => say`${version(versions[0]?.text ?? '')}: ${reason.because}`,
  );
}
