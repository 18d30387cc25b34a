import { defineLab, type Verdict } from '../../core/lab.ts';
import { firstRun, resolverBench, type BenchEvent, type BenchState } from '../../resolve/bench.ts';
import { chose, edited, named, ran, steppedTo, steppedToEnd } from '../../resolve/lab-moves.ts';
import { namedShared, reachedGoal, sawStep } from '../../resolve/tasks.ts';

const watched: readonly BenchEvent[] = [
  ran,
  steppedToEnd,
  named('numpy'),
  chose('pip'),
  ran,
  steppedToEnd,
];

export default defineLab({
  id: 'legacy-or-modern',
  edition: 1,
  engine: resolverBench,
  setup: {
    requirements: 'opencv-python\nscipy<1.11\n',
    target: { python: '3.11.7', platform: 'linux-64', implementation: 'cp' },
    tool: 'pip-legacy',
    tools: ['pip-legacy', 'pip'],
    wanted: ['opencv-python', 'scipy'],
    index: 'data/legacy-or-modern.json',
  },
  prediction: {
    options: ['installs-whole', 'installs-broken', 'refuses'],
    isRevealed: ({ run }) => run !== undefined,
    async answer(setup) {
      const { outcome } = await firstRun(setup);
      if (!outcome.ok) return 'refuses';
      return outcome.broken?.length ? 'installs-broken' : 'installs-whole';
    },
  },
  tasks: [
    { id: 'see-ignored', check: sawIgnored },
    { id: 'name-project', check: namedShared },
    { id: 'let-modern', check: sawRefusal },
    { id: 'whole-by-legacy', check: isWholeByLegacy },
  ],
  hints: [
    { id: 'nudge', after: 'not-there-yet' },
    { id: 'who-was-first', after: 'root-named' },
    { id: 'by-hand', after: 'still-broken' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'older-opencv',
      events: [...watched, edited('scipy<1.11', 'opencv-python<4.12'), chose('pip-legacy'), ran],
    },
    {
      route: 'newer-scipy',
      events: [...watched, edited('opencv-python', 'scipy>=1.13'), chose('pip-legacy'), ran],
    },
  ],
  nearMisses: [
    { events: [ran, steppedTo(3)], task: 'see-ignored', why: 'not-there-yet' },
    {
      events: [edited('opencv-python'), ran, steppedToEnd],
      task: 'see-ignored',
      why: 'nothing-ignored',
    },
    { events: [chose('pip'), ran], task: 'see-ignored', why: 'ran-modern' },
    { events: [ran, named('scipy')], task: 'name-project', why: 'root-named' },
    { events: [ran, chose('pip')], task: 'let-modern', why: 'still-legacy' },
    { events: [chose('pip'), ran, steppedTo(4)], task: 'let-modern', why: 'not-there-yet' },
    {
      events: [edited('opencv-python<4.12', 'scipy<1.11'), chose('pip'), ran, steppedToEnd],
      task: 'let-modern',
      why: 'ran-other-lines',
    },
    {
      events: [edited('scipy<1.11', 'opencv-python<4.12')],
      task: 'whole-by-legacy',
      why: 'not-run-again',
    },
    {
      events: [edited('scipy<1.11', 'opencv-python<4.12'), chose('pip'), ran],
      task: 'whole-by-legacy',
      why: 'used-modern',
    },
    {
      events: [edited('scipy<1.11', 'opencv-python'), ran],
      task: 'whole-by-legacy',
      why: 'still-broken',
    },
    {
      events: [edited('numpy<2', 'opencv-python', 'scipy<1.11'), ran],
      task: 'whole-by-legacy',
      why: 'still-broken',
    },
    {
      events: [edited('opencv-python<4.12', 'scipy<1.11'), ran],
      task: 'whole-by-legacy',
      why: 'still-broken',
    },
    { events: [edited('opencv-python'), ran], task: 'whole-by-legacy', why: 'requirement-gone' },
    {
      events: [edited('opencv-python', 'scipy<1.11', 'scipy>=1.10'), ran],
      task: 'whole-by-legacy',
      why: 'given-twice',
    },
    {
      events: [edited('opencv-python==4.99', 'scipy<1.11'), ran],
      task: 'whole-by-legacy',
      why: 'no-version',
    },
    {
      events: [edited('opencv-python=4.11', 'scipy<1.11'), ran],
      task: 'whole-by-legacy',
      why: 'bad-line',
    },
    {
      events: [edited('opencv-python', 'scipy<1.11', 'no-such-project-here'), ran],
      task: 'whole-by-legacy',
      why: 'not-in-index',
    },
  ],
});

function sawIgnored(state: BenchState): Verdict {
  if (!state.run) return { ok: false, why: 'not-run' };
  if (state.run.tool !== 'pip-legacy') return { ok: false, why: 'ran-modern' };
  return sawStep(state, ({ type }) => type === 'ignoring-requirement', 'nothing-ignored');
}

function sawRefusal(state: BenchState): Verdict {
  const { setup, run } = state;
  if (run?.tool !== 'pip') return { ok: false, why: 'still-legacy' };
  if (run.text !== setup.requirements) return { ok: false, why: 'ran-other-lines' };
  return sawStep(state, ({ type }) => type === 'rejecting-candidate', 'ran-other-lines');
}

function isWholeByLegacy(state: BenchState): Verdict {
  return state.tool === 'pip' && state.problems.length === 0
    ? { ok: false, why: 'used-modern' }
    : reachedGoal(state);
}
