import { defineLab } from '../../core/lab.ts';
import {
  answerTo,
  specifierBench,
  type SpecifierEvent,
  type SpecifierSetup,
} from '../../packaging/specifier-bench.ts';
import { admitsGoal } from '../../packaging/specifier-goal.ts';

const asked = (text: string): SpecifierEvent => ({ type: 'asked', text });

export default defineLab({
  id: 'who-is-in',
  edition: 1,
  engine: specifierBench,
  setup: {
    project: 'tensorflow',
    specifier: '~=2.15',
    goals: [
      { id: 'patches', admits: '==2.15.*', others: false },
      { id: 'skip', admits: '>=2.16,!=2.18.*', others: false },
      { id: 'candidate', admits: '==2.22.0rc0', others: true },
    ],
    releases: 'data/who-is-in.json',
  },
  prediction: {
    options: ['patches', 'two-digits', 'next-major'],
    isRevealed: ({ answer }) => answer !== undefined,
    answer: reachOf,
  },
  tasks: [
    {
      id: 'look',
      check: ({ answer }) => (answer ? { ok: true } : { ok: false, why: 'not-asked' }),
    },
    { id: 'patches', check: (state) => admitsGoal(state, 'patches') },
    { id: 'skip', check: (state) => admitsGoal(state, 'skip') },
    { id: 'candidate', check: (state) => admitsGoal(state, 'candidate') },
  ],
  hints: [
    { id: 'digits', after: 'lets-in' },
    { id: 'tilde', after: 'shuts-out' },
    { id: 'prerelease', after: 'held-back' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'tildes',
      events: [asked('~=2.15'), asked('~=2.15.0'), asked('~=2.16,!=2.18.*'), asked('>=2.22rc0')],
    },
    {
      route: 'bounds',
      events: [
        asked('~=2.15'),
        asked('>=2.15,<2.16'),
        asked('>=2.16,!=2.18.0,!=2.18.1'),
        asked('==2.22.0rc0'),
      ],
    },
  ],
  nearMisses: [
    { events: [asked('>=2.15')], task: 'patches', why: 'lets-in' },
    { events: [asked('==2.15')], task: 'patches', why: 'shuts-out' },
    { events: [asked('<=2.15')], task: 'patches', why: 'lets-in-and-shuts-out' },
    { events: [asked('^2.15')], task: 'patches', why: 'caret' },
    { events: [asked('=2.15')], task: 'patches', why: 'lone-equals' },
    { events: [asked('~=2')], task: 'patches', why: 'short-tilde' },
    { events: [asked('>=2.15 <2.16')], task: 'patches', why: 'unreadable' },
    { events: [asked('2.15')], task: 'patches', why: 'other-project' },
    {
      events: [asked('==2.15.*; python_version >= "3.9"')],
      task: 'patches',
      why: 'not-followed',
    },
    { events: [asked('>=2.16,!=2.18')], task: 'skip', why: 'lets-in' },
    { events: [asked('~=2.16.1,!=2.18.*')], task: 'skip', why: 'shuts-out' },
    { events: [asked('>=2.21')], task: 'candidate', why: 'held-back' },
    { events: [asked('>=2.22')], task: 'candidate', why: 'shuts-out' },
  ],
});

/** How far the specifier of the setup reaches: the newest release that is in says it. */
function reachOf(setup: SpecifierSetup): string {
  const answer = answerTo(setup.specifier, setup);
  const admitted = answer.kind === 'read' ? answer.fates.filter(({ isIn }) => isIn) : [];
  const [major, minor] = admitted.at(-1)?.version.release ?? [];
  if (major !== 2) return 'next-major';
  return minor === 15 ? 'patches' : 'two-digits';
}
