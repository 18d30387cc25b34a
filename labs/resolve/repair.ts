import type { Verdict } from '../core/lab.ts';
import { isCurrent, type BenchState, type Run } from './bench.ts';
import type { Candidate, Cause, Failed } from './types.ts';

/** From how many refusals on a wider range is shown to be no help. */
const MANY_REFUSALS = 4;

/** Why a file does not reach the goal of its bench: the most telling thing that is wrong with it. */
export function repairVerdict(state: BenchState): Verdict {
  const { run, text, setup, problems } = state;
  const [problem] = problems;
  if (problem) return wrong('bad-line', { message: problem.message });
  if (text === setup.requirements) return wrong('unchanged');
  if (!run || !isCurrent(state)) return wrong('not-run-again');
  const [outside] = run.outside;
  if (outside !== undefined) return wrong('not-in-index', { project: outside });
  if (run.outcome.ok) {
    const pins = run.outcome.pins.map(({ project }) => project);
    const gone = setup.wanted.find((project) => !pins.includes(project)) ?? '';
    return wrong('requirement-gone', { project: gone });
  }
  return failureVerdict(run, run.outcome);
}

function failureVerdict({ steps }: Run, { causes }: Failed): Verdict {
  const [first, second] = distinct(causes);
  if (!first) return wrong('simulator-stopped');
  const project = first.requirement.project;
  if (!second) return wrong('no-version', { project, asked: askedOf(first) });
  const own = causes.find(({ parent }) => parent === undefined);
  if (own) return wrong('own-pin-conflict', { project, asked: askedOf(own) });
  const refused = new Map<string, Set<Candidate>>();
  for (const step of steps)
    if (step.type === 'rejecting-candidate' && step.candidate.kind === 'distribution') {
      const set = refused.get(step.candidate.project) ?? new Set();
      refused.set(step.candidate.project, set.add(step.candidate));
    }
  const most = [...refused].sort(([, a], [, b]) => b.size - a.size)[0];
  if (most && most[1].size >= MANY_REFUSALS)
    return wrong('all-refused', { project: most[0], count: String(most[1].size) });
  return wrong('still-conflict', { project, first: askedOf(first), second: askedOf(second) });
}

const wrong = (why: string, blanks: Readonly<Record<string, string>> = {}): Verdict => ({
  ok: false,
  why,
  with: blanks,
});

const askedOf = ({ requirement }: Cause): string =>
  requirement.kind === 'explicit'
    ? `==${requirement.candidate.version.text}`
    : requirement.specifier.text;

/** The causes that ask for different things. */
const distinct = (causes: readonly Cause[]): Cause[] => [
  ...new Map(causes.map((cause) => [askedOf(cause), cause])).values(),
];
