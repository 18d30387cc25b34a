// From files to candidates: Factory in pip/_internal/resolution/resolvelib/factory.py, and
// found_candidates.py, which builds each candidate only when it is looked at.

import { buildCandidate } from './build-candidate.ts';
import type { Matches, Place } from './criterion.ts';
import { offeredFiles } from './offered.ts';
import { nameWithExtras, readAgain } from './requirements.ts';
import type { Resolving } from './resolving.ts';
import { loadOffers } from './resolving.ts';
import type { Telling } from './telling.ts';
import type { AnyCandidate, Candidate, InstallRequirement } from './types.ts';

/** A candidate and its place among the matches; it may come up again in a later one. */
export interface Placed {
  readonly candidate: AnyCandidate;
  readonly place: number;
}

/** The first candidate from this place on that is not excluded; undefined: nothing is left. */
export function* candidateFrom(
  resolving: Resolving,
  matches: Matches,
  start: number,
  excluded: ReadonlySet<AnyCandidate>,
): Telling<Placed | undefined> {
  if (matches.kind === 'installed-first' && start === 0 && !excluded.has(matches.installed)) {
    return { candidate: matches.installed, place: 0 };
  }
  const places = matches.kind === 'explicit' ? undefined : yield* placesOf(resolving, matches);
  for (let place = start; ; place += 1) {
    const at =
      matches.kind === 'explicit' ? matches.candidates[place] : (places?.[place] ?? undefined);
    if (at === undefined) return undefined;
    const candidate = isCandidate(at) ? at : yield* fileCandidate(resolving, at, matches);
    if (candidate !== undefined && !excluded.has(candidate)) return { candidate, place };
  }
}

/** Whether anything is left that is not excluded. The first that is left gets built, as in pip. */
export function* isAnyLeft(
  resolving: Resolving,
  matches: Matches,
  excluded: ReadonlySet<AnyCandidate>,
): Telling<boolean> {
  return (yield* candidateFrom(resolving, matches, 0, excluded)) !== undefined;
}

function* placesOf(
  resolving: Resolving,
  matches: Exclude<Matches, { kind: 'explicit' }>,
): Telling<readonly Place[]> {
  if (matches.kind === 'found') return matches.places;
  const { installed, wanted } = matches;
  const offers = yield* loadOffers(resolving, wanted.project);
  const files = offeredFiles(offers, wanted, resolving.request);
  return [installed, ...files.filter(({ version }) => version.key !== installed.version.key)];
}

function* fileCandidate(
  resolving: Resolving,
  file: Exclude<Place, Candidate>,
  matches: Matches,
): Telling<Candidate | undefined> {
  if (matches.kind === 'explicit') return undefined;
  const base = resolving.candidates.has(file)
    ? resolving.candidates.get(file)
    : yield* buildCandidate(resolving, file, readAgain(matches.origin));
  if (base === undefined || matches.extras.length === 0) return base;
  return withExtras(resolving, base, matches.extras, matches.origin);
}

function isCandidate(place: Place | AnyCandidate): place is AnyCandidate {
  return place.kind === 'distribution' || place.kind === 'python';
}

/** The candidate for the same file with these extras; the same object for the same question. */
export function withExtras(
  resolving: Resolving,
  base: Candidate,
  extras: readonly string[],
  origin: InstallRequirement,
): Candidate {
  const key = extras.join(',');
  let row = resolving.withExtras.get(base);
  if (row === undefined) resolving.withExtras.set(base, (row = new Map()));
  let candidate = row.get(key);
  if (candidate === undefined) {
    const name = nameWithExtras(base.project, extras);
    // Until 24.0 the dependencies of an extras candidate were said to come from its base.
    const cameFrom = resolving.request.version === '23.2' ? base.origin : origin;
    candidate = { ...base, name, extras, base, origin: cameFrom };
    row.set(key, candidate);
  }
  return candidate;
}
