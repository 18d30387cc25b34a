import { answerLater, type Source } from '../../labs/resolve/asking.ts';
import { fittingPages } from '../../labs/resolve/referee/fitting.ts';
import { retyped } from '../../labs/resolve/referee/claim.ts';
import { holdAgainstPip, type AskPip } from '../../labs/resolve/referee/hold.ts';
import { verdictReport } from '../../labs/resolve/referee/report.ts';
import { resolvePip } from '../../labs/resolve/pip.ts';
import { recorded } from '../../labs/resolve/run.ts';
import type { Question } from './explain-answer.ts';
import { MOST_STEPS, type Followed } from './explain-solve.ts';
import type { Held } from './referee/held.ts';

/**
 * Holds a run against the real pip. Lines out of other files than a requirements.txt are typed into one,
 * and followed again as they stand there, because pip says where a line stands.
 */
export async function holdFollowed(
  followed: Followed,
  { where }: Pick<Question, 'where'>,
  source: Source,
  ask: AskPip,
): Promise<Held> {
  const { request, command } = retyped(followed.request);
  const isTypedSo = request.lines.every(
    ({ comesFrom }, at) => comesFrom === followed.request.lines[at]?.comesFrom,
  );
  const run = isTypedSo
    ? followed.run
    : await answerLater(recorded(resolvePip(request), { mostSteps: MOST_STEPS }), source);
  const pages = fittingPages(source, request.target);
  const verdict = await holdAgainstPip({ run, request, command }, pages, ask);
  const setting = { index: where === 'live' ? 'pypi.org' : 'the snapshot', page: '/explain/' };
  return { verdict, report: verdictReport(verdict, command, setting) };
}
