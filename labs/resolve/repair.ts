import type { Verdict } from '../core/lab.ts';
import type { ProjectPage } from '../packaging/project-page.ts';
import { contains } from '../packaging/specifier.ts';
import type { Version } from '../packaging/version.ts';
import { isCurrent, type BenchState, type Run } from './bench.ts';
import type { Candidate, Cause, Failed } from './types.ts';

/** From how many refusals on a wider range is shown to be no help. */
const MANY_REFUSALS = 4;

/** What legacy pip says of two lines with one name. */
const DOUBLE = 'ERROR: Double requirement given';

/** Why a file does not reach the goal of its bench: the most telling thing that is wrong with it. */
export function repairVerdict(state: BenchState): Verdict {
  const { run, text, setup, problems } = state;
  const [problem] = problems;
  if (problem && problem.kind !== 'invalid') return wrong('simulator-stopped');
  if (problem) return wrong('bad-line', { message: firstLine(problem.message) });
  if (text === setup.requirements) return wrong('unchanged');
  if (!run || !isCurrent(state)) return wrong('not-run-again');
  const [outside] = run.outside;
  if (outside !== undefined) return wrong('not-in-index', { project: outside });
  if (run.outcome.ok) {
    const [broken] = run.outcome.broken ?? [];
    if (broken) {
      const { pin, requirement, have } = broken;
      const who = `${pin.project} ${pin.version.text}`;
      const blanks = { who, project: requirement.project };
      return wrong('still-broken', {
        ...blanks,
        asked: requirement.specifier.text,
        have: have?.version.text ?? '',
      });
    }
    const pins = run.outcome.pins.map(({ project }) => project);
    const gone = setup.wanted.find((project) => !pins.includes(project)) ?? '';
    return wrong('requirement-gone', { project: gone });
  }
  return failureVerdict(run, run.outcome, state);
}

function failureVerdict(
  { steps }: Run,
  { causes, message }: Failed,
  { setup }: BenchState,
): Verdict {
  const [first, second] = distinct(causes);
  if (!first) return wrong('simulator-stopped');
  const project = first.requirement.project;
  if (message.startsWith(DOUBLE)) return wrong('given-twice', { project });
  if (!second) return wrong('no-version', { project, asked: askedOf(first) });
  const own = causes.find(
    ({ parent, requirement }) =>
      parent === undefined && !setup.wanted.includes(requirement.project),
  );
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
  const [one, other] = apart(distinct(causes), setup.pages?.get(project)) ?? [first, second];
  return wrong('still-conflict', {
    project,
    first: askedOf(one),
    second: askedOf(other),
    by: other.parent ? nameOf(other.parent) : project,
  });
}

/** The first two causes that no version meets both: not every two of them are at odds. */
function apart(
  causes: readonly Cause[],
  page: ProjectPage | undefined,
): readonly [Cause, Cause] | undefined {
  const versions = page?.files.map(({ version }) => version) ?? [];
  for (const [i, one] of causes.entries())
    for (const other of causes.slice(i + 1))
      if (!versions.some((version) => admits(one, version) && admits(other, version)))
        return [one, other];
  return undefined;
}

const admits = ({ requirement }: Cause, version: Version): boolean =>
  requirement.kind === 'specifier'
    ? contains(requirement.specifier, version, { prereleases: true })
    : requirement.kind !== 'explicit' || requirement.candidate.version.key === version.key;

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

const nameOf = ({ name, version }: Candidate): string => `${name} ${version.text}`;

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
