// The checks that resolver labs share. Each lab has its own sentence for every `why`.

import type { Verdict } from '../core/lab.ts';
import type { BenchState } from './bench.ts';
import { isGoalMet } from './bench-goal.ts';
import { lastConflict } from './moment.ts';
import { repairVerdict } from './repair.ts';
import type { Step } from './step.ts';

/** Did the learner look at the moment in which pip gives up? */
export function sawConflict({ run, seen }: BenchState): Verdict {
  if (!run) return { ok: false, why: 'not-run' };
  const conflict = run.outcome.ok ? undefined : lastConflict(run.steps);
  if (conflict === undefined) return { ok: false, why: 'ran-other-lines' };
  return seen >= conflict ? { ok: true } : { ok: false, why: 'not-there-yet' };
}

/** Did the learner look at the first step that is such? `absent` names what is wrong with a run without one. */
export function sawStep(
  { run, seen }: BenchState,
  isSuch: (step: Step) => boolean,
  absent: string,
): Verdict {
  const before = run?.steps.findIndex(isSuch) ?? -1;
  if (before < 0) return { ok: false, why: absent };
  return seen > before ? { ok: true } : { ok: false, why: 'not-there-yet' };
}

/** Did the learner name the project that everybody needs in versions that do not overlap? */
export function namedShared({ setup, named, shared }: BenchState): Verdict {
  if (named === undefined) return { ok: false, why: 'not-named' };
  if (shared.includes(named)) return { ok: true };
  const why = setup.wanted.includes(named) ? 'root-named' : 'other-named';
  return { ok: false, why, with: { project: named } };
}

/** Does the file as it stands lead to the goal of the bench? */
export const reachedGoal = (state: BenchState): Verdict =>
  isGoalMet(state) ? { ok: true } : repairVerdict(state);
