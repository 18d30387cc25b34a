import { defineLab, type Verdict } from '../../core/lab.ts';
import { firstRun, resolverBench, type BenchEvent, type BenchState } from '../../resolve/bench.ts';
import { isGoalMet } from '../../resolve/bench-goal.ts';
import { lastConflict } from '../../resolve/moment.ts';
import { repairVerdict } from '../../resolve/repair.ts';

const REQUIREMENTS = 'tensorflow==2.13.0\npydantic==2.3.0\n';
const FAR = Number.MAX_SAFE_INTEGER; // a bench stops at the last step

const ran: BenchEvent = { type: 'ran' };
const edited = (...lines: string[]): BenchEvent => ({
  type: 'edited',
  text: `${lines.join('\n')}\n`,
});
const found: readonly BenchEvent[] = [
  ran,
  { type: 'stepped', to: FAR },
  { type: 'named', project: 'typing-extensions' },
];

export default defineLab({
  id: 'tensorflow-pydantic',
  edition: 1,
  engine: resolverBench,
  setup: {
    requirements: REQUIREMENTS,
    target: { python: '3.11.7', platform: 'linux-64', implementation: 'cp' },
    tool: 'pip',
    wanted: ['tensorflow', 'pydantic'],
    index: 'data/tensorflow-pydantic.json',
  },
  prediction: {
    options: ['installs', 'installs-with-warning', 'refuses'],
    isRevealed: ({ run }) => run !== undefined,
    answer: (setup) => (firstRun(setup).outcome.ok ? 'installs' : 'refuses'),
  },
  tasks: [
    { id: 'see-conflict', check: sawConflict },
    { id: 'name-project', check: namedProject },
    {
      id: 'repair',
      check: (state) => (isGoalMet(state) ? { ok: true } : repairVerdict(state)),
    },
  ],
  hints: [
    { id: 'nudge' },
    { id: 'look-below', after: 'root-named' },
    { id: 'move-one', after: 'requirement-gone' },
    { id: 'the-move' },
  ],
  solutions: [
    { route: 'pydantic-back', events: [...found, edited('tensorflow==2.13.0', 'pydantic<2'), ran] },
    {
      route: 'tensorflow-on',
      events: [...found, edited('tensorflow==2.15.0', 'pydantic==2.3.0'), ran],
    },
  ],
  nearMisses: [
    { events: [ran, { type: 'stepped', to: 3 }], task: 'see-conflict', why: 'not-there-yet' },
    {
      events: [edited('tensorflow==2.13.0'), ran, { type: 'stepped', to: FAR }],
      task: 'see-conflict',
      why: 'ran-other-lines',
    },
    {
      events: [ran, { type: 'named', project: 'tensorflow' }],
      task: 'name-project',
      why: 'root-named',
    },
    {
      events: [ran, { type: 'named', project: 'numpy' }],
      task: 'name-project',
      why: 'other-named',
    },
    {
      events: [edited('tensorflow==2.13.0', 'pydantic<1.10')],
      task: 'repair',
      why: 'not-run-again',
    },
    { events: [edited('tensorflow==2.13.0'), ran], task: 'repair', why: 'requirement-gone' },
    {
      events: [edited('tensorflow==2.13.1', 'pydantic==2.3.0'), ran],
      task: 'repair',
      why: 'still-conflict',
    },
    {
      events: [edited('tensorflow==2.13.0', 'pydantic>=2'), ran],
      task: 'repair',
      why: 'all-refused',
    },
    {
      events: [edited('tensorflow==2.13.0', 'pydantic==2.3.0', 'typing-extensions>=4.6.1'), ran],
      task: 'repair',
      why: 'own-pin-conflict',
    },
    {
      events: [edited('tensorflow==2.13.9', 'pydantic==2.3.0'), ran],
      task: 'repair',
      why: 'no-version',
    },
    {
      events: [edited('tensorflow=2.15', 'pydantic==2.3.0'), ran],
      task: 'repair',
      why: 'bad-line',
    },
    {
      events: [edited('tensorflow==2.13.0', 'pydantic==2.3.0', 'no-such-project-here'), ran],
      task: 'repair',
      why: 'not-in-index',
    },
  ],
});

function sawConflict({ run, seen }: BenchState): Verdict {
  if (!run) return { ok: false, why: 'not-run' };
  const conflict = run.outcome.ok ? undefined : lastConflict(run.steps);
  if (conflict === undefined) return { ok: false, why: 'ran-other-lines' };
  return seen >= conflict ? { ok: true } : { ok: false, why: 'not-there-yet' };
}

function namedProject({ setup, named }: BenchState): Verdict {
  if (named === undefined) return { ok: false, why: 'not-named' };
  const { outcome } = firstRun(setup);
  if (!outcome.ok && outcome.causes.some(({ requirement }) => requirement.project === named))
    return { ok: true };
  const why = setup.wanted.includes(named) ? 'root-named' : 'other-named';
  return { ok: false, why, with: { project: named } };
}
