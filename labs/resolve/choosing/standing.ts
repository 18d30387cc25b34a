import { pageToOffers } from '../finder.ts';
import type { Moment } from '../moment.ts';
import type { AnyCandidate } from '../types.ts';
import { versionLine, type VersionLine } from '../version-line.ts';
import {
  askedProjects,
  chosenOf,
  isDeadEnd,
  refusalsNow,
  type Choice,
  type ChoosingState,
} from './choosing.ts';
import { asksOf, candidateOf, isRead, leftOf, requestOfSetup } from './shelf.ts';

/** How a project stands: waiting, chosen, or at an end: every version left was refused. */
export interface Standing {
  readonly project: string;
  readonly version: string | undefined;
  readonly mark: 'asked' | 'chosen' | 'refused';
  /** How many versions the requirements leave. */
  readonly left: number;
}

/** Every project that is asked for. */
export function standings(state: ChoosingState): readonly Standing[] {
  const asks = asksOf(state.setup, state.choices);
  return askedProjects(state).map((project) => {
    const version = chosenOf(state, project);
    const mark = version !== undefined ? 'chosen' : isDeadEnd(state, project) ? 'refused' : 'asked';
    return { project, version, mark, left: leftOf(state.setup, asks, project).length };
  });
}

/** A version of a project as it can be chosen. */
export interface Offer {
  readonly version: string;
  /** `unread`: there is only a source archive; `left-out`: by what is asked. */
  readonly standing: 'chosen' | 'refused' | 'unread' | 'left-out' | 'free';
}

/** The versions of a project for this machine, the newest first. */
export function offersOf(state: ChoosingState, project: string): readonly Offer[] {
  const { setup, choices } = state;
  const left = new Set(leftOf(setup, asksOf(setup, choices), project).map(({ text }) => text));
  const refused = new Set(refusalsNow(state, project).map(({ version }) => version));
  const chosen = chosenOf(state, project);
  const standingOf = (version: string): Offer['standing'] => {
    if (version === chosen) return 'chosen';
    if (!left.has(version)) return 'left-out';
    if (refused.has(version)) return 'refused';
    return isRead(setup, { project, version }) ? 'free' : 'unread';
  };
  return pageToOffers(setup.pages?.get(project), requestOfSetup(setup))
    .versions.filter(({ isPrerelease, text }) => !isPrerelease || left.has(text))
    .map(({ text }) => ({ version: text, standing: standingOf(text) }));
}

/** A project's number line: what everybody who asks leaves of it. */
export const lineOf = (state: ChoosingState, project: string): VersionLine =>
  versionLine(
    project,
    stateToMoment(state),
    state.setup.pages?.get(project),
    requestOfSetup(state.setup),
  );

function stateToMoment({ setup, choices, refusals }: ChoosingState): Moment {
  const candidates = (some: readonly Choice[]): AnyCandidate[] =>
    some.flatMap((choice) => candidateOf(setup, choice) ?? []);
  return {
    at: choices.length,
    step: undefined,
    round: undefined,
    pins: new Map(candidates(choices).map((candidate) => [candidate.project, candidate])),
    trying: undefined,
    asked: asksOf(setup, choices),
    refused: candidates(refusals),
    focus: undefined,
  };
}
