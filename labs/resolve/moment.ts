import type { Step } from './step.ts';
import { EMPTY_STATE, type State } from './state.ts';
import type { AnyCandidate, Cause } from './types.ts';

/** What a resolver holds at one moment: after its first `at` steps. */
export interface Moment {
  readonly at: number;
  /** The step just taken; undefined before the first. */
  readonly step: Step | undefined;
  readonly round: number | undefined;
  readonly pins: ReadonlyMap<string, AnyCandidate>;
  /** The candidate being tried: its requirements are being added, it is not pinned yet. */
  readonly trying: AnyCandidate | undefined;
  /** Who asks for what now, oldest first; what was asked by candidates since discarded is gone. */
  readonly asked: readonly Cause[];
  /** The candidates refused since the start, newest last, each once. */
  readonly refused: readonly AnyCandidate[];
  /** The project that the step is about, or the latest one that had any. */
  readonly focus: string | undefined;
}

/**
 * Looks moments of one run up: any of them in the time of one round, however long the run. The last one is kept:
 * several drawings of a page show the same.
 */
export function momentsOf(steps: readonly Step[]): (at: number) => Moment {
  // The states are read when they are looked at: some are made only then.
  const rounds: { readonly after: number; readonly step: { readonly state: State } }[] = [];
  const refusedAt: { readonly after: number; readonly candidate: AnyCandidate }[] = [];
  for (const [i, step] of steps.entries()) {
    if (step.type === 'ending-round') rounds.push({ after: i + 1, step });
    if (step.type === 'rejecting-candidate')
      refusedAt.push({ after: i + 1, candidate: step.candidate });
  }
  let last: Moment | undefined;
  return (asked) => {
    const at = Math.max(0, Math.min(steps.length, Math.trunc(asked)));
    if (last?.at === at) return last;
    const base = rounds.findLast(({ after }) => after <= at);
    const behind = refusedAt.findLastIndex(({ after }) => after <= at) + 1;
    const refused = refusedAt.slice(0, behind).map(({ candidate }) => candidate);
    return (last = {
      ...withinRound(steps.slice(base?.after ?? 0, at), base?.step.state ?? EMPTY_STATE),
      at,
      step: steps[at - 1],
      round: roundAt(steps, at),
      refused: [...new Set(refused)],
      focus: focusAt(steps, at),
    });
  };
}

function withinRound(
  steps: readonly Step[],
  state: State,
): Pick<Moment, 'pins' | 'trying' | 'asked'> {
  let pins: ReadonlyMap<string, AnyCandidate> = state.pins;
  let trying: AnyCandidate | undefined;
  let asked = [...state.criteria.values()].flatMap(({ information }) => information);
  for (const step of steps) {
    if (step.type === 'adding-requirement') {
      if (step.parent) trying = step.parent;
      asked.push({ requirement: step.requirement, parent: step.parent });
    } else if (step.type === 'ignoring-requirement') {
      asked.push({ requirement: step.requirement, parent: step.parent }); // asked, if in vain
    } else if (step.type === 'rejecting-candidate') {
      asked = asked.filter(({ parent }) => parent !== step.candidate);
      trying = undefined;
    } else if (step.type === 'pinning') {
      pins = new Map(pins).set(step.candidate.name, step.candidate);
      trying = undefined;
    }
  }
  return { pins, trying, asked };
}

function roundAt(steps: readonly Step[], at: number): number | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const step = steps[i];
    if (step?.type === 'starting-round' || step?.type === 'ending-round') return step.index;
  }
  return undefined;
}

function focusAt(steps: readonly Step[], at: number): string | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const step = steps[i];
    const focus = step && focusOf(step);
    if (focus !== undefined) return focus;
  }
  return undefined;
}

/** The project that a step is about: where the causes of a refusal meet, not who was refused. */
function focusOf(step: Step): string | undefined {
  switch (step.type) {
    case 'adding-requirement':
    case 'ignoring-requirement':
      return step.requirement.project;
    case 'pinning':
      return step.candidate.project;
    case 'rejecting-candidate':
    case 'resolving-conflicts':
      return step.causes[0]?.requirement.project;
    default:
      return undefined;
  }
}

/** The step (as `at`) of the last conflict: where a run that fails gives up; undefined if never. */
export const lastConflict = (steps: readonly Step[]): number | undefined => {
  const i = steps.findLastIndex(({ type }) => type === 'resolving-conflicts');
  return i < 0 ? undefined : i + 1;
};

/** The projects that anything was asked of, in the order of their first time. */
export const projectsOf = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(
    steps.flatMap((step) => (step.type === 'adding-requirement' ? [step.requirement.project] : [])),
  );
