// Which candidates are left for a name: Factory.find_candidates and PipProvider.find_matches.

import { NO_SPECIFIERS, contains } from '../packaging/specifier.ts';
import { withExtras } from './candidates.ts';
import type { Criterion, Matches, Summary } from './criterion.ts';
import { EMPTY_SUMMARY } from './criterion.ts';
import { offeredFiles } from './finder.ts';
import { PYTHON_NAME, isSatisfiedBy, projectOfName } from './requirements.ts';
import type { Resolving } from './resolving.ts';
import { loadOffers } from './resolving.ts';
import type { Telling } from './telling.ts';
import type { AnyCandidate, Candidate, Cause } from './types.ts';

/** Nothing matches. */
const NO_MATCHES: Matches = { kind: 'explicit', candidates: [] };

/** What these requirements of `name` leave, with what is asked of its project without extras. */
export function* findMatches(
  resolving: Resolving,
  name: string,
  own: { readonly information: readonly Cause[]; readonly summary: Summary },
  criteria: ReadonlyMap<string, Criterion>,
): Telling<Matches> {
  const { summary } = own;
  const project = projectOfName(name);
  const base =
    project === name || name === PYTHON_NAME
      ? EMPTY_SUMMARY
      : (criteria.get(project)?.summary ?? EMPTY_SUMMARY);
  const constraint = resolving.constraints.get(project);
  const bound = constraint?.specifier ?? NO_SPECIFIERS;
  if (summary.explicit.length > 0 || base.explicit.length > 0) {
    const candidates = [
      ...summary.explicit,
      ...base.explicit.flatMap((candidate) => sameWithExtras(resolving, candidate, name)),
    ].filter(
      (candidate) =>
        contains(bound, candidate.version, { prereleases: true }) &&
        own.information.every(({ requirement }) => isSatisfiedBy(requirement, candidate)),
    );
    return { kind: 'explicit', candidates: [...new Set(candidates)] };
  }
  const { combine, request } = resolving;
  // 23.2 knows nothing of the bounds of `x` when it looks for `x[e]`.
  const besides = request.version === '23.2' ? EMPTY_SUMMARY : base;
  const origin = summary.origin ?? besides.origin;
  if (origin === undefined) return NO_MATCHES;
  const specifier = combine(combine(bound, summary.specifier), besides.specifier);
  const offers = resolving.offers.get(project) ?? (yield* loadOffers(resolving, project));
  const files = offeredFiles(offers, specifier, request.version);
  return { kind: 'found', files, extras: summary.extras, origin };
}

function sameWithExtras(resolving: Resolving, candidate: AnyCandidate, name: string): Candidate[] {
  if (candidate.kind === 'python') return [];
  const extras = name.slice(candidate.project.length + 1, -1).split(',');
  return [withExtras(resolving, candidate, extras, candidate.origin)];
}
