import type { Engine } from '../core/engine.ts';
import { isRecord, parseJson } from '../core/json.ts';
import type { Lab } from '../core/lab.ts';
import { decodeIndexCut, type IndexCut } from '../packaging/index-cut.ts';
import type { PageShelf } from '../packaging/snapshot-shelf.ts';
import type { Target } from '../packaging/target.ts';
import { parseUtcSeconds } from '../packaging/utc-seconds.ts';
import { MOST_CHARACTERS } from './bench-event.ts';
import { readFiles, type FileProblem, type Files } from './time-machine-files.ts';
import { frozen, planAt, type DayPlan } from './time-machine-plan.ts';

/** Where a bench of two days starts. Days are written `2024-06-17`, and begin at midnight UTC. */
export interface TimeMachineSetup extends Files {
  readonly target: Target;
  /** The day on which the file worked. It stays. */
  readonly then: string;
  /** The day that the learner moves, where it stands at first, and the last to which it goes. */
  readonly now: string;
  readonly last: string;
  /** What must be in every plan, in these versions. */
  readonly kept: Readonly<Record<string, string>>;
  /** The projects of which the index is cut. */
  readonly wanted: readonly string[];
  /** The data file with the index, and its pages once `prepare` has brought them. */
  readonly index: string;
  readonly pages?: PageShelf;
}

/** pip was asked on both days. */
export interface TwoPlans extends Files {
  readonly then: DayPlan;
  readonly now: DayPlan;
}

export interface TimeMachineState extends Files {
  readonly setup: TimeMachineSetup;
  /** The later of the two days. */
  readonly day: string;
  /** What pip cannot read of the files; it does not run then. */
  readonly problem: FileProblem | undefined;
  readonly plans: TwoPlans | undefined;
}

/** What a learner does: she has both days resolved, or freezes what the first one gave. */
export type TimeMachineEvent =
  ({ readonly type: 'ran'; readonly day: string } & Files) | { readonly type: 'froze' };

/** A lab on this bench. */
export type TimeMachineLab = Lab<TimeMachineSetup, TimeMachineState, TimeMachineEvent>;

/** The engine of every lab in which the same files meet the index of two days. */
export const timeMachine: Engine<TimeMachineSetup, TimeMachineState, TimeMachineEvent> = {
  kind: 'days',
  start: (setup) => ({
    setup,
    requirements: setup.requirements,
    constraints: setup.constraints,
    day: setup.now,
    problem: undefined,
    plans: undefined,
  }),
  apply(state, event) {
    if (event.type === 'froze') return { ...state, constraints: frozen(firstPlan(state)) };
    const { requirements, constraints, day } = event;
    const { setup } = state;
    const next = { ...state, requirements, constraints, day: within(setup, day) };
    const { problem } = readFiles(event);
    if (problem) return { ...next, problem };
    const then = planAt(event, setup.then, setup);
    const now = planAt(event, next.day, setup);
    return { ...next, problem, plans: { requirements, constraints, then, now } };
  },
  readEvent(value) {
    if (!isRecord(value)) return undefined;
    const { type, day, requirements, constraints } = value;
    if (type === 'froze') return { type };
    return type === 'ran' && isDay(day) && isText(requirements) && isText(constraints)
      ? { type, day, requirements, constraints }
      : undefined;
  },
  async prepare(setup, read) {
    const cut = parseJson(await read(setup.index));
    if (!isRecord(cut) || !Array.isArray(cut['pages']))
      throw new Error(`${setup.index}: not an index`);
    // `as`: our own build wrote the pages; decoding leaves out what points nowhere.
    return { ...setup, pages: decodeIndexCut(cut as unknown as IndexCut) };
  },
};

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Is it a day of the calendar, as `2024-06-17`? */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && DAY.test(value) && parseUtcSeconds(value) !== undefined;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MOST_CHARACTERS;

/** The nearest day to which the machine goes. */
const within = ({ then, last }: TimeMachineSetup, day: string): string =>
  day < then ? then : day > last ? last : day;

/** What the files as they were given install on the first day: what there was before anything moved. */
const firstPlan = ({ setup }: TimeMachineState): DayPlan => planAt(setup, setup.then, setup);
