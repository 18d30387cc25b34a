// Which candidates are left for a name: Factory.find_candidates and PipProvider.find_matches.

import type { IndexFile } from '../packaging/project-page.ts';
import { NO_SPECIFIERS, contains } from '../packaging/specifier.ts';
import { compareVersions } from '../packaging/version.ts';
import { withExtras } from './candidates.ts';
import type { CriteriaByName, Matches, Place, Summary, Wanted } from './criterion.ts';
import { EMPTY_SUMMARY } from './criterion.ts';
import { linkCandidate, wheelFault } from './direct.ts';
import { offeredFiles } from './offered.ts';
import { allowedHashes } from './hash-check.ts';
import { installedCandidate } from './installed.ts';
import { isBoundKept } from './constraints.ts';
import { PYTHON_NAME, isSatisfiedBy, projectOfName, readAgain } from './requirements.ts';
import type { Resolving } from './resolving.ts';
import { loadOffers } from './resolving.ts';
import type { Telling } from './telling.ts';
import type { AnyCandidate, Candidate, Cause, Constraint, InstallRequirement } from './types.ts';

/** Nothing matches. */
const NO_MATCHES: Matches = { kind: 'explicit', candidates: [] };

/** What these requirements of `name` leave, with what is asked of its project without extras. */
export function* findMatches(
  resolving: Resolving,
  name: string,
  own: { readonly information: readonly Cause[]; readonly summary: Summary },
  criteria: CriteriaByName,
  excluded: ReadonlySet<AnyCandidate>,
): Telling<Matches> {
  const { summary } = own;
  const project = projectOfName(name);
  const isBase = project === name || name === PYTHON_NAME;
  const base = isBase ? undefined : criteria.get(project);
  const baseSummary = base?.summary ?? EMPTY_SUMMARY;
  const constraint = resolving.constraints.get(project);
  // 23.2 knows nothing of the bounds of `x` when it looks for `x[e]`.
  const besides = resolving.request.version === '23.2' ? EMPTY_SUMMARY : baseSummary;
  const origin = summary.origin ?? besides.origin;
  const bound =
    constraint === undefined || constraint.links.length === 0 || origin === undefined
      ? []
      : yield* boundCandidates(resolving, name, constraint, origin);
  if (bound === undefined) return NO_MATCHES;
  if (summary.explicit.length + baseSummary.explicit.length + bound.length > 0) {
    const candidates = [
      ...summary.explicit,
      ...baseSummary.explicit.flatMap((candidate) => sameWithExtras(resolving, candidate, name)),
      ...bound,
    ].filter(
      (candidate) =>
        (constraint === undefined || isBoundKept(constraint, candidate)) &&
        own.information.every(({ requirement }) => isSatisfiedBy(requirement, candidate)),
    );
    return { kind: 'explicit', candidates: [...new Set(candidates)] };
  }
  if (origin === undefined) return NO_MATCHES;
  const { combine } = resolving;
  const specifier = combine(
    combine(constraint?.specifier ?? NO_SPECIFIERS, summary.specifier),
    besides.specifier,
  );
  const causes = besides === baseSummary ? [own, ...(base === undefined ? [] : [base])] : [own];
  const hashes = allowedHashes(resolving, causes, constraint);
  return yield* found(resolving, { project, specifier, hashes }, name, summary, origin, excluded);
}

// The index is asked only where what is installed will not do.
function* found(
  resolving: Resolving,
  wanted: Wanted,
  name: string,
  { extras }: Summary,
  origin: InstallRequirement,
  excluded: ReadonlySet<AnyCandidate>,
): Telling<Matches> {
  const installed = installedMatch(resolving, wanted, extras, origin, excluded);
  if (installed !== undefined && !mayUpgrade(resolving, name)) {
    return { kind: 'installed-first', installed, wanted, extras, origin };
  }
  const offers =
    resolving.offers.get(wanted.project) ?? (yield* loadOffers(resolving, wanted.project));
  const files = offeredFiles(offers, wanted, resolving.request);
  return { kind: 'found', places: withInstalled(files, installed), extras, origin };
}

function installedMatch(
  resolving: Resolving,
  { project, specifier }: Wanted,
  extras: readonly string[],
  origin: InstallRequirement,
  excluded: ReadonlySet<AnyCandidate>,
): Candidate | undefined {
  const distribution = resolving.installed.get(project);
  if (distribution === undefined || resolving.request.reinstall === 'force') return undefined;
  if (!contains(specifier, distribution.version, { prereleases: true })) return undefined;
  const base = installedCandidate(resolving, distribution, readAgain(origin));
  const candidate = extras.length === 0 ? base : withExtras(resolving, base, extras, origin);
  return excluded.has(candidate) ? undefined : candidate;
}

function mayUpgrade({ request, requestedOrder }: Resolving, name: string): boolean {
  switch (request.upgrade) {
    case 'eager':
      return true;
    case 'only-if-needed':
      return requestedOrder.has(name) || requestedOrder.has(projectOfName(name));
    case 'to-satisfy-only':
    case undefined:
      return false;
  }
}

// Before every version that is not newer: pip means once, but tries it again each time.
function withInstalled(
  files: readonly IndexFile[],
  installed: Candidate | undefined,
): readonly Place[] {
  if (installed === undefined) return files;
  const places: Place[] = [];
  for (const file of files) {
    const order = compareVersions(installed.version, file.version);
    if (order === 0 && places.includes(installed)) continue;
    if (order >= 0) places.push(installed);
    places.push(file);
  }
  return places.includes(installed) ? places : [...places, installed];
}

function sameWithExtras(resolving: Resolving, candidate: AnyCandidate, name: string): Candidate[] {
  if (candidate.kind === 'python') return [];
  const extras = name.slice(candidate.project.length + 1, -1).split(',');
  return [withExtras(resolving, candidate, extras, candidate.origin)];
}

/** The files that a constraint names; undefined: one is a wheel for another platform. */
function* boundCandidates(
  resolving: Resolving,
  name: string,
  { links }: Constraint,
  origin: InstallRequirement,
): Telling<readonly Candidate[] | undefined> {
  const candidates: Candidate[] = [];
  for (const link of links) {
    if (wheelFault(resolving, link) !== undefined) return undefined;
    const base = yield* linkCandidate(resolving, link, origin);
    candidates.push(...(base.project === name ? [base] : sameWithExtras(resolving, base, name)));
  }
  return candidates;
}
