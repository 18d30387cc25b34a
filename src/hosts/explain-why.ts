import type { ProjectPage } from '../../labs/packaging/project-page.ts';
import { newerToRuns } from '../../labs/resolve/newer-runs.ts';
import type { Cause } from '../../labs/resolve/types.ts';
import { whyPinned } from '../../labs/resolve/why.ts';
import {
  own,
  project as projectName,
  say,
  tool,
  version,
  type Language,
  type Sentence,
} from '../../labs/resolve/wording/pieces.ts';
import { wordings } from '../../labs/resolve/wording/wordings.ts';
import type { WhyShown } from './explain-answer.ts';
import type { Worked } from './explain-work.ts';

/** Why a project was pinned to its version: who asks for it, and why it is nothing newer. */
export function explainPin(
  { run, outcome, request }: NonNullable<Worked['solved']>,
  project: string,
  page: ProjectPage | undefined,
  language: Language,
): WhyShown {
  const [why] = whyPinned(run, outcome, request, () => page, project);
  if (why === undefined) return { asked: [], newer: [] };
  const wording = wordings[language];
  return {
    asked: why.causes.map(causeSaid),
    newer: newerToRuns(why.newer).map((each) => wording.newer(each, project)),
  };
}

/** `flask 3.1.3: click>=8.1`, or the reader's own line. */
function causeSaid({ requirement, parent }: Cause): Sentence {
  const asked =
    requirement.kind === 'specifier'
      ? requirement.install.requirement.text
      : requirement.kind === 'requires-python'
        ? `Python ${requirement.specifier.text}`
        : `${requirement.name}==${requirement.candidate.version.text}`;
  return parent === undefined
    ? [own(asked)]
    : say`${projectName(parent.name)} ${version(parent.version.text)}: ${tool(asked)}`;
}
