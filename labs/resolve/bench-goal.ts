import { isCurrent, type BenchSetup, type BenchState, type Run } from './bench.ts';

/** One row of the goal: what is wanted, and what the last run says of it. */
export interface GoalRow {
  readonly id: string;
  readonly what: string;
  /** `installed`: in any version. */
  readonly wanted: string;
  /** Undefined while nothing has run; `missing` for a project that is not in the plan. */
  readonly now: string | undefined;
  readonly met: boolean;
}

/** The goal of a bench: pip exits with 0, every wanted project is in the plan, and nothing is broken. */
export function goalOf(state: BenchState): GoalRow[] {
  const { setup, run } = state;
  const current = isCurrent(state) ? run : undefined;
  const exit = current && (current.outcome.ok ? '0' : '1');
  return [
    {
      id: 'exit',
      what: 'pip install',
      wanted: 'exit 0',
      now: exit && `exit ${exit}`,
      met: exit === '0',
    },
    ...wantedOf(state).map((project): GoalRow => {
      const pin = current?.outcome.ok
        ? current.outcome.pins.find((candidate) => candidate.project === project)
        : undefined;
      const now = current && (pin?.version.text ?? 'missing');
      return { id: project, what: project, wanted: 'installed', now, met: pin !== undefined };
    }),
    ...(mayBreak(setup) ? [checkRow(current)] : []),
  ];
}

/** What is to be installed in the end: what the lab wants, or else whatever lines the learner brought to collide. */
export const wantedOf = ({ setup, collided }: BenchState): readonly string[] =>
  setup.wanted.length > 0
    ? setup.wanted
    : [...new Set(collided?.lines.map(({ requirement }) => requirement.project))];

/** Only legacy pip installs what does not fit together. */
const mayBreak = ({ tool, tools }: BenchSetup): boolean =>
  tool === 'pip-legacy' || tools?.includes('pip-legacy') === true;

/** What `pip check` says afterwards; where nothing was installed nothing is broken. */
function checkRow(run: Run | undefined): GoalRow {
  const isWhole = run && (!run.outcome.ok || (run.outcome.broken ?? []).length === 0);
  return {
    id: 'check',
    what: 'pip check',
    wanted: 'exit 0',
    now: isWhole === undefined ? undefined : isWhole ? 'exit 0' : 'exit 1',
    met: isWhole === true,
  };
}

/** Does pip install everything that is wanted, by the file as it stands? */
export const isGoalMet = (state: BenchState): boolean => goalOf(state).every(({ met }) => met);
