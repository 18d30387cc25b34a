// A run on its way from one thread to another. Each round ends in a state of all names; between two
// rounds little differs, so only that is written down, and a state is made again when it is looked at.

import type { Run } from './bench-run.ts';
import { EMPTY_SUMMARY, NOTHING_EXCLUDED, type Criterion, type Matches } from './criterion.ts';
import { EMPTY_STATE, type State } from './state.ts';
import type { Step } from './step.ts';
import type { AnyCandidate, Cause, Outcome } from './types.ts';

type RoundEnd = Extract<Step, { type: 'ending-round' }>;

/** What a round has changed. */
interface Change {
  /** So many of the pins stay, from the first on; then come these. */
  readonly keptPins: number;
  readonly pins: readonly (readonly [string, AnyCandidate])[];
  readonly gone: readonly string[];
  readonly asked: readonly (readonly [string, readonly Cause[]])[];
}

type PackedStep = Exclude<Step, RoundEnd> | (Omit<RoundEnd, 'state'> & { readonly change: Change });

/** A run without what is only of use to go on resolving. */
export interface PackedRun extends Omit<Run, 'steps'> {
  readonly steps: readonly PackedStep[];
}

const NOT_TOLD: Matches = { kind: 'explicit', candidates: [] };
/** From one state that is kept to the next, in rounds. */
const KEPT_EVERY = 32;

/** Makes a run small enough to be handed over. What was one object stays one. */
export function packRun(run: Run): PackedRun {
  let before: State = EMPTY_STATE;
  const steps = run.steps.map((step): PackedStep => {
    if (step.type !== 'ending-round') return step;
    const { state, ...rest } = step;
    const change = changeOf(before, state);
    before = state;
    return { ...rest, change };
  });
  const { outcome } = run;
  const packed: Outcome = outcome.state
    ? { ...outcome, state: { ...outcome.state, criteria: bareCriteria(outcome.state) } }
    : outcome;
  return { ...run, steps, outcome: packed };
}

/** The run again; a state tells who asked what and what is pinned, no more. */
export function unpackRun(packed: PackedRun): Run {
  const changes = packed.steps.flatMap((step) =>
    step.type === 'ending-round' ? [step.change] : [],
  );
  const stateAfter = rebuilding(changes);
  let round = 0;
  const steps = packed.steps.map((step): Step => {
    if (step.type !== 'ending-round') return step;
    const { change: _, ...rest } = step;
    const at = round;
    round += 1;
    return {
      ...rest,
      get state() {
        return stateAfter(at);
      },
    };
  });
  return { ...packed, steps };
}

function changeOf(before: State, after: State): Change {
  const was = [...before.pins];
  const is = [...after.pins];
  let keptPins = 0;
  while (keptPins < is.length && isSamePin(was[keptPins], is[keptPins])) keptPins += 1;
  const gone = [...before.criteria.keys()].filter((name) => !after.criteria.has(name));
  const asked = [...after.criteria]
    .filter(([name, { information }]) => before.criteria.get(name)?.information !== information)
    .map(([name, { information }]) => [name, information] as const);
  const change = { keptPins, pins: is.slice(keptPins), gone, asked };
  // The order in which names were met counts too.
  const order = [
    ...applied(new Map([...before.criteria.keys()].map((name) => [name, []])), change),
  ];
  const isInOrder = [...after.criteria.keys()].every((name, i) => order[i]?.[0] === name);
  if (isInOrder) return change;
  const all = [...after.criteria].map(([name, { information }]) => [name, information] as const);
  return { ...change, gone: [...before.criteria.keys()], asked: all };
}

const isSamePin = (
  a: readonly [string, AnyCandidate] | undefined,
  b: readonly [string, AnyCandidate] | undefined,
): boolean => a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

type Asked = Map<string, readonly Cause[]>;

function applied(asked: Asked, change: Pick<Change, 'gone' | 'asked'>): Asked {
  for (const name of change.gone) asked.delete(name);
  for (const [name, information] of change.asked) asked.set(name, information);
  return asked;
}

function rebuilding(changes: readonly Change[]): (round: number) => State {
  const kept = new Map<number, { readonly pins: State['pins']; readonly asked: Asked }>();
  let latest: { readonly round: number; readonly state: State } | undefined;
  return (round) => {
    if (latest?.round === round) return latest.state;
    let from = round - (round % KEPT_EVERY);
    while (from > 0 && !kept.has(from)) from -= KEPT_EVERY;
    const base = kept.get(from);
    let pins: (readonly [string, AnyCandidate])[] = [...(base?.pins ?? [])];
    let asked: Asked = new Map(base?.asked);
    for (let at = from; at <= round; at += 1) {
      if (at > 0 && at % KEPT_EVERY === 0 && !kept.has(at))
        kept.set(at, { pins: new Map(pins), asked: new Map(asked) });
      const change = changes[at];
      if (change === undefined) continue;
      pins = [...pins.slice(0, change.keptPins), ...change.pins];
      asked = applied(asked, change);
    }
    const criteria = new Map([...asked].map(([name, information]) => [name, bare(information)]));
    const state: State = { ...EMPTY_STATE, pins: new Map(pins), criteria };
    latest = { round, state };
    return state;
  };
}

const bare = (information: readonly Cause[]): Criterion => ({
  information,
  summary: EMPTY_SUMMARY,
  matches: NOT_TOLD,
  excluded: NOTHING_EXCLUDED,
});

const bareCriteria = ({ criteria }: State): ReadonlyMap<string, Criterion> =>
  new Map([...criteria].map(([name, { information }]) => [name, bare(information)]));
