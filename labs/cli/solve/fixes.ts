import { answerLater, type Source } from '../../resolve/asking.ts';
import { rationed } from '../../resolve/bounded.ts';
import { explainFailure } from '../../resolve/explain/explain-failure.ts';
import { explainWithin } from '../../resolve/explain/explain-within.ts';
import type { Explanation } from '../../resolve/explain/explanation.ts';
import { findFixes } from '../../resolve/fixes/find-fixes.ts';
import type { Fix, Fixes } from '../../resolve/fixes/fix.ts';
import type { Candidate, Failed, Request } from '../../resolve/types.ts';
import { BadInput } from '../bad-input.ts';
import type { Solving } from './solve.ts';
import { forgiving } from './sources.ts';

/** One fix, as `--json` prints it. Where no line changes, `python` or `platform` does. */
export interface ReportedFix {
  /** `to` is null where the line is left out. */
  readonly change: readonly { readonly from: string; readonly to: string | null }[];
  readonly python?: string;
  readonly platform?: string;
  /** The lines of a second environment, and its pins. */
  readonly apart?: readonly string[];
  readonly pins: readonly NamedVersion[];
  readonly pinsApart?: readonly NamedVersion[];
}

/** A pin, by its name and version as METADATA has them. */
interface NamedVersion {
  readonly name: string;
  readonly version: string;
}

/** The argument in a failure, worked out with the same pages. */
export function explain(
  { request, resolver, sources, run }: Solving,
  failed: Failed,
): Promise<Explanation> {
  const { names, isSnapshot, isFetched } = sources;
  const options = { resolver, names, isSnapshot, steps: run.steps };
  const explaining = isFetched
    ? explainWithin(failed, request, options)
    : explainFailure(failed, request, options);
  return answerLater(explaining, beyondPip(sources));
}

/** The fixes of a failure that is explained. */
export function fix(
  { request, resolver, sources }: Solving,
  explained: Explanation,
): Promise<Fixes> {
  const finding = findFixes(explained, request, { resolver });
  return answerLater(sources.isFetched ? rationed(finding) : finding, beyondPip(sources));
}

/**
 * Answers for what pip itself did not ask. What cannot be had there is no reason to keep back what is
 * known already: METADATA that an index fails to give is answered with "not to be had".
 */
const beyondPip = ({ answers }: Solving['sources']): Source => {
  const known = forgiving(answers);
  return (project, file, needs) => {
    const answer = known(project, file, needs);
    if (file === undefined || !(answer instanceof Promise)) return answer;
    return answer.catch((failure: unknown) => {
      if (failure instanceof BadInput) return undefined;
      throw failure;
    });
  };
};

/** The fixes of a failure, for `--json`. */
export async function reportFixes(
  solving: Solving,
  failed: Failed,
): Promise<readonly ReportedFix[]> {
  const { fixes } = await fix(solving, await explain(solving, failed));
  return fixes.map((each) => reportFix(each, solving.request));
}

/** One fix, for `--json`. */
export function reportFix(
  { change, target, apart, pins, pinsApart }: Fix,
  request: Request,
): ReportedFix {
  const { python, platform } = request.target;
  return {
    change: change.map(({ from, to }) => ({ from, to: to ?? null })),
    ...(target === undefined || target.python === python ? {} : { python: target.python }),
    ...(target === undefined || target.platform === platform ? {} : { platform: target.platform }),
    ...(apart === undefined ? {} : { apart: apart.map(({ text }) => text) }),
    pins: pins.map(nameAndVersion),
    ...(pinsApart === undefined ? {} : { pinsApart: pinsApart.map(nameAndVersion) }),
  };
}

const nameAndVersion = ({ metadata: { name, version } }: Candidate): NamedVersion => ({
  name,
  version,
});
