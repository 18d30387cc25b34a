import type { Run } from './bench-run.ts';
import { EMPTY_SUMMARY, NOTHING_EXCLUDED, type Criterion, type Matches } from './criterion.ts';
import type { State } from './state.ts';
import type { Outcome } from './types.ts';

const NOT_TOLD: Matches = { kind: 'explicit', candidates: [] };

/**
 * A run for whoever looks at it: without what is only of use to go on resolving (which files were
 * left for each name, and what was excluded). Those are most of a run's weight where it is copied
 * from thread to thread. What was one object stays one.
 */
export function runForPage(run: Run): Run {
  const slim = slimming();
  const steps = run.steps.map((step) =>
    step.type === 'ending-round' ? { ...step, state: slim(step.state) } : step,
  );
  const { outcome } = run;
  const shown: Outcome = outcome.state ? { ...outcome, state: slim(outcome.state) } : outcome;
  return { ...run, steps, outcome: shown };
}

function slimming(): (state: State) => State {
  const states = new Map<State, State>();
  const criteria = new Map<Criterion, Criterion>();
  const slimCriterion = (criterion: Criterion): Criterion => {
    const known = criteria.get(criterion);
    if (known !== undefined) return known;
    const { information } = criterion;
    const slim = {
      information,
      summary: EMPTY_SUMMARY,
      matches: NOT_TOLD,
      excluded: NOTHING_EXCLUDED,
    };
    criteria.set(criterion, slim);
    return slim;
  };
  return (state) => {
    const known = states.get(state);
    if (known !== undefined) return known;
    const entries = [...state.criteria].map(
      ([name, criterion]) => [name, slimCriterion(criterion)] as const,
    );
    const slim = { ...state, criteria: new Map(entries) };
    states.set(state, slim);
    return slim;
  };
}
