// The loop of pip/_vendor/resolvelib/resolvers/resolution.py (1.2.1 in pip 26.3, 1.0.1 in pip 23.2).

import { backjump } from './backjump.ts';
import { candidateFrom, isAnyLeft } from './candidates.ts';
import type { CriteriaByName, Criterion } from './criterion.ts';
import { EMPTY_SUMMARY, NOTHING_EXCLUDED } from './criterion.ts';
import { dependenciesOf, namesAsked, warnOfUnknownExtras } from './dependencies.ts';
import { settleAsked } from './direct.ts';
import { findMatches } from './matching.ts';
import { rejectionNotice } from './output-lines.ts';
import { chooseName, createChooser } from './preference.ts';
import type { Resolving } from './resolving.ts';
import { told } from './resolving.ts';
import type { History } from './history.ts';
import { isOverdue, rollBack, startHistory, top } from './history.ts';
import type { State } from './state.ts';
import { EMPTY_STATE } from './state.ts';
import { withCriteria, withPin } from './state-changes.ts';
import { extendSummary, summarize } from './summary.ts';
import type { Telling } from './telling.ts';
import type { AnyCandidate, Candidate, Cause, ResolverRequirement } from './types.ts';

/** pip's own limit (limit_how_complex_resolution_can_be). */
const MOST_ROUNDS = 200_000;

/** How the loop ended. */
export type Resolution =
  | { readonly type: 'settled'; readonly state: State; readonly rounds: number }
  | {
      readonly type: 'impossible';
      readonly causes: readonly Cause[];
      /** Undefined: the user's own lines leave nothing. */
      readonly state: State | undefined;
      readonly rounds: number;
    }
  | { readonly type: 'too-deep'; readonly rounds: number };

/** Pins one name a round until every criterion is met, or nothing is left to try. */
export function* resolve(
  resolving: Resolving,
  roots: readonly ResolverRequirement[],
): Telling<Resolution> {
  yield told(resolving, { type: 'starting' });
  const criteria = draftOf(new Map());
  for (const root of roots) {
    const failed = yield* addToCriteria(resolving, criteria, root, undefined);
    if (failed !== undefined) {
      return { type: 'impossible', causes: failed.information, state: undefined, rounds: 0 };
    }
  }
  const history = startHistory(
    resolving.request.version,
    withCriteria(EMPTY_STATE, criteria.changed),
  );
  const chooser = createChooser();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    yield told(resolving, { type: 'starting-round', index: round });
    if (isOverdue(history, round, MOST_ROUNDS)) {
      rollBack(history);
      continue;
    }
    const state = top(history);
    const name = chooseName(resolving, chooser, state, namesToPin(resolving, state));
    if (name === undefined) {
      yield told(resolving, { type: 'ending', pins: state.pins });
      return { type: 'settled', state, rounds: round + 1 };
    }
    const attempt = yield* tryCandidates(resolving, state, name);
    if (attempt.type === 'pinned') {
      const next = dropInvalidated(resolving, state, attempt.state);
      history.states.splice(-1, 1, next, next);
    } else {
      const causes = extractCauses(resolving, attempt.failures);
      yield told(resolving, { type: 'resolving-conflicts', causes });
      const isOpen = yield* backjump(resolving, history, causes);
      if (!isOpen) return { type: 'impossible', causes, state, rounds: round + 1 };
    }
    yield told(resolving, { type: 'ending-round', index: round, state: top(history) });
  }
  return { type: 'too-deep', rounds: MOST_ROUNDS };
}

type Attempt =
  | { readonly type: 'pinned'; readonly state: State }
  | { readonly type: 'failed'; readonly failures: readonly Criterion[] };

function* tryCandidates(resolving: Resolving, state: State, name: string): Telling<Attempt> {
  const failures: Criterion[] = [];
  const criterion = state.criteria.get(name);
  if (criterion === undefined) return { type: 'failed', failures };
  const { matches, excluded } = criterion;
  for (let start = 0; ;) {
    const next = yield* candidateFrom(resolving, matches, start, excluded);
    if (next === undefined) return { type: 'failed', failures };
    const { candidate } = next;
    start = next.place + 1;
    const updated = yield* updatedCriteria(resolving, state.criteria, candidate);
    if ('information' in updated) {
      noteRejection(resolving, candidate);
      const causes = updated.information;
      yield told(resolving, { type: 'rejecting-candidate', candidate, causes });
      failures.push(updated);
      continue;
    }
    yield told(resolving, { type: 'pinning', candidate });
    const touched = namesAsked(resolving, candidate);
    return { type: 'pinned', state: withPin(state, { name, candidate }, updated, touched) };
  }
}

/** The criteria with all that `candidate` asks, or the one that this leaves without candidates. */
function* updatedCriteria(
  resolving: Resolving,
  criteria: ReadonlyMap<string, Criterion>,
  candidate: AnyCandidate,
): Telling<ReadonlyMap<string, Criterion> | Criterion> {
  const dependencies = dependenciesOf(resolving, candidate);
  if (dependencies.length === 0 || candidate.kind === 'python') return criteria;
  const updated = draftOf(criteria);
  // 23.2 reads all dependencies first; later pips read on only after the base was accepted.
  const isEager = resolving.request.version === '23.2';
  if (isEager) {
    warnOfUnknownExtras(resolving, candidate);
    for (const asked of dependencies) yield* settleAsked(resolving, asked);
  }
  for (const [i, asked] of dependencies.entries()) {
    if (i === 1 && !isEager) warnOfUnknownExtras(resolving, candidate);
    const requirements = asked.kind === 'link' ? yield* settleAsked(resolving, asked) : [asked];
    for (const requirement of requirements) {
      const failed = yield* addToCriteria(resolving, updated, requirement, candidate);
      if (failed !== undefined) return failed;
    }
  }
  if (dependencies.length === 1 && !isEager) warnOfUnknownExtras(resolving, candidate);
  return new Map([...criteria, ...updated.changed]);
}

/** Criteria in the making. Nearly every candidate is refused, so nothing is copied before one is not. */
interface Draft extends CriteriaByName {
  readonly changed: Map<string, Criterion>;
}

function draftOf(criteria: CriteriaByName): Draft {
  const changed = new Map<string, Criterion>();
  return { changed, get: (name) => changed.get(name) ?? criteria.get(name) };
}

/** Adds one cause; answers with the criterion only if nothing is left of it. */
function* addToCriteria(
  resolving: Resolving,
  criteria: Draft,
  requirement: ResolverRequirement,
  parent: Candidate | undefined,
): Telling<Criterion | undefined> {
  yield told(resolving, { type: 'adding-requirement', requirement, parent });
  const { name } = requirement;
  const known = criteria.get(name);
  const cause: Cause =
    parent === undefined && requirement.kind === 'specifier'
      ? { requirement, parent, root: requirement.install.line }
      : { requirement, parent };
  const information = known === undefined ? [cause] : [...known.information, cause];
  const summary = extendSummary(known?.summary ?? EMPTY_SUMMARY, requirement, resolving.combine);
  const excluded = known?.excluded ?? NOTHING_EXCLUDED;
  const own = { information, summary };
  const matches = yield* findMatches(resolving, name, own, criteria, excluded);
  const criterion: Criterion = { information, summary, matches, excluded };
  if (!(yield* isAnyLeft(resolving, matches, excluded))) return criterion;
  criteria.changed.set(name, criterion);
  return undefined;
}

// 23.2 guesses depths while it compares, so there the order in which names are compared matters.
function namesToPin({ request }: Resolving, { unmet, criteria }: State): readonly string[] {
  if (request.version !== '23.2') return [...unmet];
  return [...criteria.keys()].filter((name) => unmet.has(name));
}

/**
 * Names that were satisfied before this pin and are not any more will be pinned anew: what their old
 * candidates asked for counts no longer.
 */
function dropInvalidated(resolving: Resolving, before: State, after: State): State {
  const invalidated = new Set<string>();
  for (const name of after.unmet) {
    if (before.criteria.has(name) && !before.unmet.has(name)) invalidated.add(name);
  }
  if (invalidated.size === 0) return after;
  const criteria = new Map(after.criteria);
  for (const [name, criterion] of criteria) {
    const information = criterion.information.filter(
      ({ parent }) => parent === undefined || !invalidated.has(parent.name),
    );
    if (information.length === criterion.information.length) continue;
    const summary = summarize(information, resolving.combine);
    criteria.set(name, { ...criterion, information, summary });
  }
  return withCriteria(after, criteria);
}

function noteRejection(resolving: Resolving, { name }: AnyCandidate): void {
  const count = (resolving.rejections.get(name) ?? 0) + 1;
  resolving.rejections.set(name, count);
  const notice = rejectionNotice(name, count, resolving.request.version);
  if (notice !== undefined) resolving.printed.push(notice);
}

// resolvelib 1.0.1 lists a cause as often as candidates failed for it.
function extractCauses(resolving: Resolving, failures: readonly Criterion[]): readonly Cause[] {
  const causes = failures.flatMap(({ information }) => information);
  return resolving.request.version === '23.2' ? causes : [...new Set(causes)];
}
