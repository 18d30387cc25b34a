import type { Asking } from '../asking.ts';
import { withinBounds, withMetadataOf } from '../bounded.ts';
import { chainToRoot } from '../chain.ts';
import type { Failed, Request } from '../types.ts';
import { busiestProjects, explainFailure, type ExplainOptions } from './explain-failure.ts';
import type { Explanation } from './explanation.ts';

/** As `explainFailure`, where METADATA is not at hand and some hundreds are worth fetching. */
export function* explainWithin(
  failed: Failed,
  request: Request,
  options: ExplainOptions,
): Asking<Explanation> {
  const { message, stopped, rounds } = failed;
  // A proof about an endless search would fetch every version of dozens of projects.
  if (stopped?.kind !== 'out-of-steps') {
    // Nearly always the projects on pip's own chains are enough. Nothing is solved again with them:
    // where METADATA is withheld, that a solve fails would mean nothing.
    const near = explainFailure(failed, request, { ...options, mostSteps: 0 });
    const soon = yield* withinBounds(withMetadataOf(projectsOnChains(failed), near));
    if (soon !== undefined && isProof(soon)) return soon;
    const told = yield* withinBounds(explainFailure(failed, request, options));
    if (told !== undefined) return told;
  }
  const { lines, target } = request;
  const named = { lines, target, isMinimal: false, traps: [] };
  return stopped === undefined
    ? { ...named, kind: 'unknown', message }
    : { ...named, kind: 'stopped', stopped, rounds, busiest: busiestProjects(options.steps ?? []) };
}

/** Whose requirements led to the conflict that pip reports. */
const projectsOnChains = ({ causes, state }: Failed): ReadonlySet<string> =>
  new Set(
    causes
      .flatMap((cause) => chainToRoot(cause, state))
      .flatMap(({ parent }) => (parent === undefined ? [] : [parent.project])),
  );

const isProof = (told: Explanation): boolean =>
  told.kind === 'conflict' ? told.isWhole : told.kind !== 'unknown' && told.kind !== 'stopped';
