// The reader as resolver: a project and a version at a time, by the rules that pip keeps (resolvelib's
// criteria), in an order of her own. Nothing is tried for her and nothing is taken back but by her.

import type { Engine } from '../../core/engine.ts';
import type { Lab } from '../../core/lab.ts';
import { openIndex } from '../bench-index.ts';
import { readEvent, type Choice, type ChoosingEvent } from './event.ts';
import { asksOf, candidateOf, isRead, leftOf, type ChoosingSetup } from './shelf.ts';

export type { Choice, ChoosingEvent } from './event.ts';
export type { ChoosingSetup } from './shelf.ts';

/** A version that was tried in vain: what it asks of `of` leaves nothing there beside `against`. */
export interface Refusal extends Choice {
  readonly of: string;
  /** The choices that asked for something else when it was tried; none: a line of the file did. */
  readonly against: readonly Choice[];
}

/** What the last move did. */
export type Note =
  /** `reopened`: earlier choices that do not suit this one; they must be made again. */
  | { readonly type: 'chosen'; readonly choice: Choice; readonly reopened: readonly Choice[] }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  /** What was asked before leaves this version out: it was not even opened. */
  | { readonly type: 'left-out'; readonly choice: Choice }
  /** There is only a source archive: what the version asks is known to who builds it. */
  | { readonly type: 'unread'; readonly choice: Choice }
  /** `gone`: choices for which nobody asks any more. */
  | { readonly type: 'took-back'; readonly choice: Choice; readonly gone: readonly Choice[] }
  | { readonly type: 'gave-up' }
  | { readonly type: 'compared' };

export interface ChoosingState {
  readonly setup: ChoosingSetup;
  /** In the order in which they were made; each suits everyone who asks. */
  readonly choices: readonly Choice[];
  /** Every version that was ever refused, the newest refusal last. */
  readonly refusals: readonly Refusal[];
  /** How many versions were opened, and how many choices were taken back. */
  readonly opened: number;
  readonly tookBack: number;
  readonly last: Note | undefined;
  /** Was every project chosen, at some time? */
  readonly wasWhole: boolean;
  /** Did she look at pip's own way? */
  readonly compared: boolean;
}

/** The engine of every lab in which the reader chooses the versions. */
export const choosingBench: Engine<ChoosingSetup, ChoosingState, ChoosingEvent> = {
  kind: 'choosing',
  start: (setup) => ({
    setup,
    choices: [],
    refusals: [],
    opened: 0,
    tookBack: 0,
    last: undefined,
    wasWhole: false,
    compared: false,
  }),
  apply(state, event) {
    switch (event.type) {
      case 'chose':
        return choose(state, { project: event.project, version: event.version });
      case 'took-back':
        return takeBack(state, event.project);
      case 'gave-up':
        return { ...state, last: { type: 'gave-up' } };
      case 'compared':
        return { ...state, last: { type: 'compared' }, compared: true };
    }
  },
  readEvent,
  prepare: async (setup, read) => ({ ...setup, ...(await openIndex(setup.index, read)) }),
};

/** A lab on this bench. */
export type ChoosingLab = Lab<ChoosingSetup, ChoosingState, ChoosingEvent>;

/** The projects that somebody asks for now: the lines' own first, then as they came. */
export const askedProjects = ({ setup, choices }: ChoosingState): readonly string[] => [
  ...new Set(asksOf(setup, choices).map(({ requirement }) => requirement.project)),
];

/** The version chosen of a project. */
export const chosenOf = ({ choices }: ChoosingState, project: string): string | undefined =>
  choices.find((choice) => choice.project === project)?.version;

/** Has every project that is asked for a version? Each suits everyone: choices are made so. */
export const isWhole = (state: ChoosingState): boolean =>
  askedProjects(state).every((project) => chosenOf(state, project) !== undefined);

/** The refusals of a project's versions that still hold: whoever asked for something else is still there. */
export const refusalsNow = ({ refusals, choices }: ChoosingState, project: string): Refusal[] =>
  refusals.filter(
    (refusal) =>
      refusal.project === project &&
      refusal.against.every((other) => choices.some((choice) => isSame(choice, other))),
  );

/** Was every readable version that is left of an open project tried in vain? */
export function isDeadEnd(state: ChoosingState, project: string): boolean {
  const { setup, choices } = state;
  if (chosenOf(state, project) !== undefined) return false;
  const refused = refusalsNow(state, project).map(({ version }) => version);
  const asks = asksOf(setup, choices);
  return leftOf(setup, asks, project).every(
    ({ text }) => refused.includes(text) || !isRead(setup, { project, version: text }),
  );
}

function choose(state: ChoosingState, choice: Choice): ChoosingState {
  const { setup } = state;
  if (!askedProjects(state).includes(choice.project)) return state;
  // Who chooses again has put the old choice down first.
  const before = withoutOrphans(
    setup,
    state.choices.filter(({ project }) => project !== choice.project),
  );
  const asked = asksOf(setup, before);
  if (!leftOf(setup, asked, choice.project).some(({ text }) => text === choice.version))
    return { ...state, last: { type: 'left-out', choice } };
  const candidate = candidateOf(setup, choice);
  if (candidate === undefined) return { ...state, last: { type: 'unread', choice } };
  const own = asksOf(setup, [choice]).filter(({ parent }) => parent !== undefined);
  const emptied = own.find(
    ({ requirement }) => leftOf(setup, [...asked, ...own], requirement.project).length === 0,
  )?.requirement.project;
  const opened = state.opened + 1;
  if (emptied !== undefined) {
    const against = before.filter((other) =>
      asksOf(setup, [other]).some(
        ({ parent, requirement }) => parent !== undefined && requirement.project === emptied,
      ),
    );
    const refusal = { ...choice, of: emptied, against };
    const refusals = [...state.refusals.filter((other) => !isSame(other, choice)), refusal];
    return { ...state, refusals, opened, last: { type: 'refused', refusal } };
  }
  const all = [...asked, ...own];
  const suits = (other: Choice): boolean =>
    leftOf(setup, all, other.project).some(({ text }) => text === other.version);
  const reopened = before.filter((other) => !suits(other));
  const choices = withoutOrphans(setup, [...before.filter(suits), choice]);
  const next = { ...state, choices, opened, last: { type: 'chosen', choice, reopened } } as const;
  return { ...next, wasWhole: state.wasWhole || isWhole(next) };
}

function takeBack(state: ChoosingState, project: string): ChoosingState {
  const version = chosenOf(state, project);
  if (version === undefined) return state;
  const kept = state.choices.filter((choice) => choice.project !== project);
  const choices = withoutOrphans(state.setup, kept);
  const gone = kept.filter((choice) => !choices.includes(choice));
  const last: Note = { type: 'took-back', choice: { project, version }, gone };
  return { ...state, choices, tookBack: state.tookBack + 1, last };
}

/** The choices without those that only a choice which is gone had asked for. */
function withoutOrphans(setup: ChoosingSetup, choices: readonly Choice[]): readonly Choice[] {
  const asked = new Set(asksOf(setup, choices).map(({ requirement }) => requirement.project));
  const kept = choices.filter(({ project }) => asked.has(project));
  return kept.length === choices.length ? choices : withoutOrphans(setup, kept);
}

const isSame = (a: Choice, b: Choice): boolean =>
  a.project === b.project && a.version === b.version;
