import type { Engine, LabEvent } from './engine.ts';
import type { Hint } from './hints.ts';
import { states, type Supply } from './session.ts';

/** The answer of a check. `why` names a paragraph in the lab's text, `with` fills its blanks:
 * checks never hold prose. */
export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: string; readonly with?: Readonly<Record<string, string>> };

/** One thing to reach. The check looks at the state, never at the letters typed. */
export interface Task<State> {
  readonly id: string;
  check(state: State): Verdict;
}

/** A question asked before anything runs. The right option is computed by the engine. */
export interface Prediction<Setup, State> {
  readonly options: readonly string[];
  /** Has the learner seen what she was to predict? Then her answer stands and is judged. */
  isRevealed(state: State): boolean;
  /** `revealed` is the first state in which she has seen it: where Python ran, the answer is read off it. */
  answer(setup: Setup, revealed: State): string | Promise<string>;
}

/** A likely wrong move: a log that must end with this task unmet, for this reason. */
export interface NearMiss<Event> {
  readonly events: readonly Event[];
  readonly task: string;
  readonly why: string;
}

/** A worked answer; `route` names its prose in the lab's text. */
export interface Solution<Event> {
  readonly route: string;
  readonly events: readonly Event[];
}

export interface Lab<Setup, State, Event extends LabEvent, Need = never> {
  readonly id: string;
  /** Grows when an old log would no longer mean the same. */
  readonly edition: number;
  readonly engine: Engine<Setup, State, Event, Need>;
  readonly setup: Setup;
  readonly prediction?: Prediction<Setup, State>;
  readonly tasks: readonly Task<State>[];
  readonly hints: readonly Hint[];
  /** At least two, by different routes. */
  readonly solutions: readonly Solution<Event>[];
  /** At least three; none is a prefix of a solution. */
  readonly nearMisses: readonly NearMiss<Event>[];
}

/** A lab as its author writes it; here only so that the types are inferred. */
export const defineLab = <Setup, State, Event extends LabEvent, Need = never>(
  lab: Lab<Setup, State, Event, Need>,
): Lab<Setup, State, Event, Need> => lab;

/** Ids of the tasks met so far. A task once met stays met, whatever the learner breaks later. */
export async function progress<Setup, State, Event extends LabEvent, Need = never>(
  lab: Lab<Setup, State, Event, Need>,
  setup: Setup,
  events: Iterable<Event>,
  supply?: Supply<Need, Event>,
): Promise<Set<string>> {
  const done = new Set<string>();
  for (const state of await states(lab.engine, setup, events, supply))
    for (const task of lab.tasks) if (task.check(state).ok) done.add(task.id);
  return done;
}
