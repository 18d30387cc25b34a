import type { Verdict } from '../core/lab.ts';
import type { TimeMachineState } from './time-machine.ts';
import { dayAfter, differences, isSamePlan, planAt } from './time-machine-plan.ts';

/** Is the day the first on which the untouched files give another plan? */
export function foundFirstDay(state: TimeMachineState): Verdict {
  const { setup } = state;
  const asked = whatStands(state);
  if (!('plans' in asked)) return asked;
  const { then, now, requirements, constraints } = asked.plans;
  if (requirements !== setup.requirements || constraints !== setup.constraints)
    return wrong('file-changed');
  if (isSamePlan(then, now)) return wrong('same-plan', { day: now.day });
  const before = planAt(setup, dayAfter(now.day, -1), setup);
  return isSamePlan(then, before) ? { ok: true } : wrong('later-than-first', { day: before.day });
}

/** Do the files give the same on the first day and on one as late as this? */
export function holdsUntil(state: TimeMachineState, day: string): Verdict {
  const { setup } = state;
  const asked = whatStands(state);
  if (!('plans' in asked)) return asked;
  const { then, now } = asked.plans;
  if (!then.run.outcome.ok) return wrong('refused', { day: then.day });
  if (!now.run.outcome.ok) return wrong('refused', { day: now.day });
  for (const [project, version] of Object.entries(setup.kept)) {
    const pin = now.pins.get(project)?.version.text;
    if (pin !== version) return wrong('kept-gone', { project, version });
  }
  const [differs, ...others] = differences(asked.plans, then, now, setup);
  if (differs) {
    const { project, then: before = '–', now: after = '–' } = differs;

    return wrong('still-differs', { project, before, after, others: String(others.length) });
  }
  return now.day < day ? wrong('too-early', { day }) : { ok: true };
}

/** How things stand between the two days, in a word. */
export type Standing = 'not-run' | 'refused' | 'same' | 'differs';

/** The same as a word for the goal panel. */
export function standingOf({ plans }: TimeMachineState): Standing {
  if (!plans) return 'not-run';
  const { then, now } = plans;
  if (!then.run.outcome.ok || !now.run.outcome.ok) return 'refused';
  return isSamePlan(then, now) ? 'same' : 'differs';
}

function whatStands({ problem, plans, constraints }: TimeMachineState) {
  if (problem) {
    const [message = ''] = problem.message.split('\n', 1);
    return wrong('bad-line', { file: problem.file, message });
  }
  if (!plans) return wrong('not-run');
  return plans.constraints === constraints ? ({ plans } as const) : wrong('not-run-again');
}

const wrong = (why: string, blanks: Readonly<Record<string, string>> = {}) =>
  ({ ok: false, why, with: blanks }) as const satisfies Verdict;
