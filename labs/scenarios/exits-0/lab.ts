import { defineLab } from '../../core/lab.ts';
import { doors, type DoorsEvent } from '../../resolve/doors.ts';
import { runLine } from '../../resolve/doors-command.ts';
import { brokeWithExit0, mended, neverBroken, sawItBroken } from '../../resolve/doors-goal.ts';

const FIRST = 'pip install opencv-python==4.12.0.88';
const TOGETHER = 'pip install scipy==1.10.1 opencv-python';

const gave = (line: string): DoorsEvent => ({ type: 'entered', line });
const checked = gave('pip check');
const renewed: DoorsEvent = { type: 'renewed' };
const seen: readonly DoorsEvent[] = [gave(FIRST), checked];

export default defineLab({
  id: 'exits-0',
  edition: 1,
  engine: doors,
  setup: {
    target: { python: '3.11.13', platform: 'linux-64', implementation: 'cp' },
    installed: ['numpy==1.26.4', 'scipy==1.10.1'],
    suggested: [
      FIRST,
      'pip check',
      'pip install scipy',
      'pip install -U scipy',
      TOGETHER,
      'pip install scipy==1.10.1 opencv-python==4.12.0.88',
    ],
    needed: ['scipy', 'opencv-python'],
    wanted: ['numpy', 'scipy', 'opencv-python'],
    index: 'data/exits-0.json',
  },
  prediction: {
    options: ['refuses', 'keeps', 'breaks'],
    isRevealed: ({ entered }) => entered.length > 0,
    answer(setup) {
      const { exitCode, broken } = runLine(FIRST, doors.start(setup).installed, setup);
      if (exitCode !== 0) return 'refuses';
      return broken.length > 0 ? 'breaks' : 'keeps';
    },
  },
  tasks: [
    { id: 'exit-0', check: brokeWithExit0 },
    { id: 'see-it', check: sawItBroken },
    { id: 'mend', check: mended },
    { id: 'one-door', check: neverBroken },
  ],
  hints: [
    { id: 'nudge' },
    { id: 'see-saw', after: 'still-broken' },
    { id: 'fresh', after: 'was-broken' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'back-together',
      events: [...seen, gave(TOGETHER), checked, renewed, gave(TOGETHER)],
    },
    {
      route: 'newer-scipy',
      events: [
        ...seen,
        gave('pip install -U scipy'),
        checked,
        renewed,
        gave('pip install "scipy>=1.14" opencv-python==4.12.0.88'),
      ],
    },
  ],
  nearMisses: [
    { events: [checked], task: 'exit-0', why: 'nothing-yet' },
    { events: [gave('pip list')], task: 'exit-0', why: 'unread' },
    { events: [gave(TOGETHER)], task: 'exit-0', why: 'whole' },
    {
      events: [gave('pip install scipy==1.10.1 opencv-python==4.12.0.88')],
      task: 'exit-0',
      why: 'refused',
    },
    { events: [gave(FIRST), gave('pip install numpy')], task: 'see-it', why: 'not-checked' },
    { events: [gave(TOGETHER), checked], task: 'see-it', why: 'check-clean' },
    { events: [...seen, gave('pip install scipy'), checked], task: 'mend', why: 'still-broken' },
    { events: [...seen, gave('pip install scipy==1.14.1')], task: 'mend', why: 'not-checked' },
    { events: [...seen, renewed, checked, checked], task: 'mend', why: 'not-broken-yet' },
    { events: [...seen, renewed, gave(FIRST)], task: 'one-door', why: 'was-broken' },
    { events: [...seen, renewed, gave('pip install scipy')], task: 'one-door', why: 'not-there' },
    {
      events: [...seen, renewed, gave('pip install numpy==1.26.4 opencv-python==4.12.0.88')],
      task: 'one-door',
      why: 'refused',
    },
  ],
});
