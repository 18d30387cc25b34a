import { defineLab } from '../../core/lab.ts';
import { firstRun, resolverBench, type BenchEvent } from '../../resolve/bench.ts';
import { edited, named, ran, steppedTo, steppedToEnd } from '../../resolve/lab-moves.ts';
import { namedShared, reachedGoal, sawConflict } from '../../resolve/tasks.ts';

const found: readonly BenchEvent[] = [ran, steppedToEnd, named('typing-extensions')];

export default defineLab({
  id: 'tensorflow-pydantic',
  edition: 1,
  engine: resolverBench,
  setup: {
    requirements: 'tensorflow==2.13.0\npydantic==2.3.0\n',
    target: { python: '3.11.7', platform: 'linux-64', implementation: 'cp' },
    tool: 'pip',
    wanted: ['tensorflow', 'pydantic'],
    index: 'data/tensorflow-pydantic.json',
  },
  prediction: {
    options: ['installs', 'installs-with-warning', 'refuses'],
    isRevealed: ({ run }) => run !== undefined,
    answer: async (setup) => ((await firstRun(setup)).outcome.ok ? 'installs' : 'refuses'),
  },
  tasks: [
    { id: 'see-conflict', check: sawConflict },
    { id: 'name-project', check: namedShared },
    { id: 'repair', check: reachedGoal },
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
    { events: [ran, steppedTo(3)], task: 'see-conflict', why: 'not-there-yet' },
    {
      events: [edited('tensorflow==2.13.0'), ran, steppedToEnd],
      task: 'see-conflict',
      why: 'ran-other-lines',
    },
    {
      events: [ran, named('tensorflow')],
      task: 'name-project',
      why: 'root-named',
    },
    {
      events: [ran, named('numpy')],
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
