import { defineLab } from '../../core/lab.ts';
import { timeMachine, type TimeMachineEvent } from '../../resolve/time-machine.ts';
import { foundFirstDay, holdsUntil } from '../../resolve/time-machine-goal.ts';
import { isSamePlan, planAt } from '../../resolve/time-machine-plan.ts';

const FILE = 'pandas==2.0.3\n';
const MONTH_LATER = '2024-07-01';
const LAST = '2026-11-15';
const FROZEN = [
  'numpy==1.26.4',
  'pandas==2.0.3',
  'python-dateutil==2.9.0.post0',
  'pytz==2024.1',
  'six==1.16.0',
  'tzdata==2024.1',
];

const ran = (day: string, requirements = FILE, constraints = ''): TimeMachineEvent => ({
  type: 'ran',
  day,
  requirements,
  constraints,
});
const froze: TimeMachineEvent = { type: 'froze' };
const lines = (...each: readonly string[]): string => `${each.join('\n')}\n`;
const found: readonly TimeMachineEvent[] = [ran(MONTH_LATER), ran('2024-06-17')];

export default defineLab({
  id: 'two-dates',
  edition: 1,
  engine: timeMachine,
  setup: {
    requirements: FILE,
    constraints: '',
    target: { python: '3.11.13', platform: 'linux-64', implementation: 'cp' },
    then: '2024-06-01',
    now: MONTH_LATER,
    last: LAST,
    kept: { pandas: '2.0.3' },
    wanted: ['pandas'],
    index: 'data/two-dates.json',
  },
  prediction: {
    options: ['same', 'other-pandas', 'other-around', 'refuses'],
    isRevealed: ({ plans }) => plans !== undefined,
    answer(setup) {
      const then = planAt(setup, setup.then, setup);
      const now = planAt(setup, setup.now, setup);
      if (!now.run.outcome.ok) return 'refuses';
      if (isSamePlan(then, now)) return 'same';
      const [before, after] = [then, now].map(({ pins }) => pins.get('pandas')?.version.text);
      return before === after ? 'other-around' : 'other-pandas';
    },
  },
  tasks: [
    { id: 'first-day', check: foundFirstDay },
    { id: 'hold-a-month', check: (state) => holdsUntil(state, MONTH_LATER) },
    { id: 'hold-for-good', check: (state) => holdsUntil(state, LAST) },
  ],
  hints: [
    { id: 'nudge' },
    { id: 'halve', after: 'later-than-first' },
    { id: 'all-of-them', after: 'still-differs' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'bound-then-freeze',
      events: [
        ...found,
        ran(MONTH_LATER, FILE, 'numpy<2\n'),
        froze,
        ran(LAST, FILE, lines(...FROZEN)),
      ],
    },
    {
      route: 'all-in-the-file',
      events: [
        ran('2024-06-16'),
        ran('2024-06-17'),
        ran(MONTH_LATER, lines('pandas==2.0.3', 'numpy==1.26.4')),
        ran(LAST, lines(...FROZEN)),
      ],
    },
  ],
  nearMisses: [
    { events: [froze], task: 'first-day', why: 'not-run' },
    { events: [ran('2024-06-10')], task: 'first-day', why: 'same-plan' },
    { events: [ran('2024-06-20')], task: 'first-day', why: 'later-than-first' },
    {
      events: [ran('2024-06-17', lines('pandas==2.0.3', 'numpy'))],
      task: 'first-day',
      why: 'file-changed',
    },
    {
      events: [...found, ran(MONTH_LATER, 'pandas=2.0.3\n')],
      task: 'hold-a-month',
      why: 'bad-line',
    },
    {
      events: [...found, ran(MONTH_LATER, lines('pandas==2.0.3', 'numpy>=1.26'))],
      task: 'hold-a-month',
      why: 'still-differs',
    },
    {
      events: [...found, ran(MONTH_LATER, FILE, 'numpy==2.0.0\n')],
      task: 'hold-a-month',
      why: 'refused',
    },
    {
      events: [...found, ran(MONTH_LATER, 'numpy<2\n')],
      task: 'hold-a-month',
      why: 'kept-gone',
    },
    {
      events: [...found, ran('2024-06-17', FILE, 'numpy<2\n')],
      task: 'hold-a-month',
      why: 'too-early',
    },
    { events: [...found, froze], task: 'hold-for-good', why: 'not-run-again' },
    {
      events: [...found, ran(LAST, FILE, 'numpy<2\n')],
      task: 'hold-for-good',
      why: 'still-differs',
    },
  ],
});
