import { defineLab, type Verdict } from '../../core/lab.ts';
import { SNAPSHOT } from '../../packaging/snapshot-shelf.ts';
import {
  isCollision,
  isCurrent,
  resolverBench,
  type BenchEvent,
  type BenchSetup,
  type BenchState,
} from '../../resolve/bench.ts';
import { isGoalMet, wantedOf } from '../../resolve/bench-goal.ts';
import { edited, named, ran, steppedTo, steppedToEnd } from '../../resolve/lab-moves.ts';
import { lastConflict } from '../../resolve/moment.ts';

const FIRST = 'scipy==1.10.1';
const VISION = 'opencv-python==4.12.0.88';
const APP = 'streamlit==1.22.0';
const BUFFERS = 'protobuf==5.29.5';

const start: BenchSetup = {
  requirements: `${FIRST}\nnumpy\n`,
  target: { python: '3.11.13', platform: 'linux-64', implementation: 'cp' },
  isTargetOpen: true,
  tool: 'pip',
  wanted: [],
  suggested: [VISION, APP, BUFFERS, 'pandas==2.3.3', 'matplotlib', 'tensorflow==2.15.1'],
  index: SNAPSHOT,
};

const arrayConflict: readonly BenchEvent[] = [edited(FIRST, VISION), ran, steppedToEnd];
const appConflict: readonly BenchEvent[] = [edited(APP, BUFFERS), ran, steppedToEnd];
const arrayNamed: readonly BenchEvent[] = [...arrayConflict, named('numpy')];

export default defineLab({
  id: 'own-two-lines',
  edition: 1,
  engine: resolverBench,
  setup: start,
  prediction: {
    options: ['newest', 'older', 'refuses'],
    isRevealed: ({ run }) => run !== undefined,
    answer,
  },
  tasks: [
    { id: 'run-own', check: ranOwn },
    { id: 'find-conflict', check: foundConflict },
    { id: 'make-solvable', check: madeSolvable },
  ],
  hints: [
    { id: 'nudge' },
    { id: 'old-and-new', after: 'no-conflict' },
    { id: 'let-go', after: 'still-conflict' },
    { id: 'the-move' },
  ],
  solutions: [
    { route: 'let-go', events: [...arrayNamed, edited(FIRST, 'opencv-python'), ran] },
    { route: 'move-on', events: [...arrayNamed, edited('scipy==1.14.1', VISION), ran] },
    {
      route: 'other-pair',
      events: [...appConflict, named('protobuf'), edited('streamlit>=1.40', BUFFERS), ran],
    },
  ],
  nearMisses: [
    { events: [edited('numpy', FIRST), steppedTo(1)], task: 'run-own', why: 'not-run' },
    { events: [ran], task: 'run-own', why: 'as-given' },
    { events: [edited('scipy'), ran], task: 'run-own', why: 'one-line' },
    { events: [edited(FIRST, 'numpy=1.26'), ran], task: 'run-own', why: 'bad-line' },
    {
      events: [edited(FIRST, 'no-such-project-here'), ran],
      task: 'run-own',
      why: 'not-in-snapshot',
    },
    { events: [edited(FIRST, 'pandas==2.3.3'), ran], task: 'find-conflict', why: 'no-conflict' },
    { events: [edited('scipy==99', 'numpy'), ran], task: 'find-conflict', why: 'no-version' },
    { events: [edited(VISION, FIRST), ran], task: 'find-conflict', why: 'not-there-yet' },
    {
      events: [edited(VISION, FIRST), ran, steppedToEnd],
      task: 'find-conflict',
      why: 'not-named',
    },
    { events: [...arrayConflict, named('scipy')], task: 'find-conflict', why: 'other-named' },
    { events: [edited('numpy'), ran], task: 'make-solvable', why: 'no-conflict-yet' },
    {
      events: [...arrayNamed, edited(FIRST, 'opencv-python<5')],
      task: 'make-solvable',
      why: 'not-run-again',
    },
    { events: [...arrayNamed, edited(FIRST), ran], task: 'make-solvable', why: 'requirement-gone' },
    {
      events: [...arrayNamed, edited('scipy==1.11.4', VISION), ran],
      task: 'make-solvable',
      why: 'still-conflict',
    },
  ],
});

/** What pip does with the lines that the file begins with. */
async function answer(setup: BenchSetup): Promise<string> {
  const { run } = await resolverBench.apply(resolverBench.start(setup), ran);
  if (!run?.outcome.ok) return 'refuses';
  const numpy = run.outcome.pins.find(({ project }) => project === 'numpy');
  const offered = setup.pages?.get('numpy')?.files.map(({ version }) => version) ?? [];
  const isNewer = offered.some(
    ({ key, isPrerelease }) => !isPrerelease && numpy !== undefined && key > numpy.version.key,
  );
  return isNewer ? 'older' : 'newest';
}

/** Two lines of her own, about two projects, that pip can read and the snapshot knows. */
function ranOwn({ setup, problems, run }: BenchState): Verdict {
  const [problem] = problems;
  if (problem) return wrong('bad-line', { message: problem.message.split('\n', 1)[0] ?? '' });
  if (!run) return wrong('not-run');
  if (run.text === setup.requirements) return wrong('as-given');
  const [outside] = run.outside;
  if (outside !== undefined) return wrong('not-in-snapshot', { project: outside });
  const projects = new Set(run.lines.map(({ requirement }) => requirement.project));
  return projects.size >= 2 ? { ok: true } : wrong('one-line');
}

/** Lines that collide, looked at to the end, and the project on which they do. */
function foundConflict({ run, seen, named: name }: BenchState): Verdict {
  if (!run) return wrong('not-run');
  const { outcome } = run;
  if (outcome.ok || outcome.stopped) return wrong('no-conflict');
  const [first] = outcome.causes;
  if (!first || !isCollision(run)) return wrong('no-version');
  if (seen < (lastConflict(run.steps) ?? run.steps.length)) return wrong('not-there-yet');
  if (name === undefined) return wrong('not-named');
  const isShared = outcome.causes.some(({ requirement }) => requirement.project === name);
  return isShared ? { ok: true } : wrong('other-named', { project: name });
}

/** The same projects, in one plan. */
function madeSolvable(state: BenchState): Verdict {
  const { run, collided } = state;
  if (!collided) return wrong('no-conflict-yet');
  if (!run || !isCurrent(state)) return wrong('not-run-again');
  if (isGoalMet(state)) return { ok: true };
  if (!run.outcome.ok) {
    const project = run.outcome.causes[0]?.requirement.project;
    return project === undefined
      ? wrong('simulator-stopped')
      : wrong('still-conflict', { project });
  }
  const pins = run.outcome.pins.map((pin) => pin.project);
  const gone = wantedOf(state).find((project) => !pins.includes(project)) ?? '';
  return wrong('requirement-gone', { project: gone });
}

const wrong = (why: string, blanks: Readonly<Record<string, string>> = {}): Verdict => ({
  ok: false,
  why,
  with: blanks,
});
