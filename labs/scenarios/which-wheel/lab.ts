import { defineLab } from '../../core/lab.ts';
import { answerOf } from '../../resolve/tag-answer.ts';
import { tagBench } from '../../resolve/tag-bench.ts';
import type { TagEvent } from '../../resolve/tag-event.ts';
import { blamedRightly, reachedGoal } from '../../resolve/tag-goal.ts';

const pip: TagEvent = { type: 'asked-pip' };
const on = (machine: string): TagEvent => ({ type: 'chose-machine', machine });
const running = (python: string): TagEvent => ({ type: 'chose-python', python });
const asking = (requirement: string): TagEvent => ({ type: 'chose-requirement', requirement });
const found: readonly TagEvent[] = [pip, { type: 'blamed', part: 'python' }];

export default defineLab({
  id: 'which-wheel',
  edition: 1,
  engine: tagBench,
  setup: {
    machine: 'ubuntu',
    python: '3.12',
    requirement: 'tensorflow==2.13.0',
    requirements: [
      'tensorflow==2.13.0',
      'tensorflow==2.17.0',
      'tensorflow==2.21.0',
      'tensorflow',
      'keras==3.15.1',
    ],
    goals: [
      { id: 'repair', kind: 'one-change' },
      { id: 'mac', kind: 'file-for', machine: 'mac', python: '3.12' },
      { id: 'none', kind: 'says', text: '(from versions: none)' },
      { id: 'ignored', kind: 'says', text: 'require a different python version' },
    ],
    older: ['keras'],
    index: 'data/which-wheel.json',
  },
  prediction: {
    options: ['installs', 'nearest', 'refuses'],
    isRevealed: ({ answer }) => answer !== undefined,
    answer(setup) {
      const { taken, release } = answerOf(setup, setup.pages);
      if (!taken) return 'refuses';
      return taken.version.text === release ? 'installs' : 'nearest';
    },
  },
  tasks: [
    { id: 'blame', check: blamedRightly },
    { id: 'repair', check: (state) => reachedGoal(state, 'repair') },
    { id: 'mac', check: (state) => reachedGoal(state, 'mac') },
    { id: 'none', check: (state) => reachedGoal(state, 'none') },
    { id: 'ignored', check: (state) => reachedGoal(state, 'ignored') },
  ],
  hints: [
    { id: 'read-names', after: 'blamed-platform' },
    { id: 'rosetta', after: 'rosetta' },
    { id: 'pure', after: 'said-otherwise' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'older-python',
      events: [
        ...found,
        running('3.11'),
        pip,
        on('mac'),
        running('3.12'),
        asking('tensorflow==2.17.0'),
        pip,
        on('alpine'),
        pip,
        on('ubuntu'),
        running('3.10'),
        asking('keras==3.15.1'),
        pip,
      ],
    },
    {
      route: 'newer-version',
      events: [
        ...found,
        asking('tensorflow==2.21.0'),
        pip,
        on('mac'),
        pip,
        on('raspberry-32'),
        pip,
        on('windows'),
        running('3.10'),
        asking('keras==3.15.1'),
        pip,
      ],
    },
  ],
  nearMisses: [
    { events: [running('3.13'), pip], task: 'blame', why: 'not-blamed' },
    {
      events: [pip, { type: 'blamed', part: 'platform' }],
      task: 'blame',
      why: 'blamed-platform',
    },
    {
      events: [pip, { type: 'blamed', part: 'requires-python' }],
      task: 'blame',
      why: 'blamed-requires-python',
    },
    { events: [asking('tensorflow'), pip], task: 'blame', why: 'nothing-to-blame' },
    {
      events: [
        on('cluster'),
        asking('tensorflow==2.21.0'),
        pip,
        { type: 'blamed', part: 'python' },
      ],
      task: 'blame',
      why: 'blamed-python',
    },
    { events: [...found, on('windows')], task: 'repair', why: 'not-asked-again' },
    { events: [...found, on('windows'), pip], task: 'repair', why: 'no-file-machine' },
    { events: [...found, running('3.13'), pip], task: 'repair', why: 'no-file-python' },
    {
      events: [...found, asking('keras==3.15.1'), pip],
      task: 'repair',
      why: 'other-project',
    },
    {
      events: [...found, on('mac'), running('3.11'), pip],
      task: 'repair',
      why: 'several-changes',
    },
    {
      events: [...found, on('rosetta'), asking('tensorflow==2.17.0'), pip],
      task: 'mac',
      why: 'rosetta',
    },
    { events: [...found, on('mac'), pip], task: 'mac', why: 'no-file' },
    {
      events: [...found, on('mac'), running('3.11'), pip, asking('tensorflow'), pip],
      task: 'mac',
      why: 'other-python',
    },
    { events: [...found, running('3.14'), pip], task: 'none', why: 'said-otherwise' },
    {
      events: [...found, on('cluster'), asking('tensorflow==2.17.0'), pip],
      task: 'none',
      why: 'took-file',
    },
    {
      events: [...found, on('alpine'), asking('keras==3.15.1'), pip],
      task: 'ignored',
      why: 'took-file',
    },
  ],
});
