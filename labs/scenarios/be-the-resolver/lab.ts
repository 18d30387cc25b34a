import { defineLab, type Verdict } from '../../core/lab.ts';
import {
  askedProjects,
  choosingBench,
  chosenOf,
  isDeadEnd,
  isWhole,
  type ChoosingEvent,
  type ChoosingState,
} from '../../resolve/choosing/choosing.ts';
import { newestFirst } from '../../resolve/choosing/own-way.ts';

const chose = (project: string, version: string): ChoosingEvent => ({
  type: 'chose',
  project,
  version,
});
const tookBack = (project: string): ChoosingEvent => ({ type: 'took-back', project });
const gaveUp: ChoosingEvent = { type: 'gave-up' };
const compared: ChoosingEvent = { type: 'compared' };

const newestOpencv = chose('opencv-python', '5.0.0.93');
const newestScipy = chose('scipy', '1.10.1');

export default defineLab({
  id: 'be-the-resolver',
  edition: 1,
  engine: choosingBench,
  setup: {
    requirements: 'opencv-python\nscipy==1.10.*\n',
    target: { python: '3.11.7', platform: 'linux-64', implementation: 'cp' },
    wanted: ['opencv-python', 'scipy'],
    index: 'data/be-the-resolver.json',
  },
  prediction: {
    options: ['straight', 'take-back', 'impossible'],
    isRevealed: ({ refusals, wasWhole }) => refusals.length > 0 || wasWhole,
    answer: newestFirst,
  },
  tasks: [
    { id: 'first-choice', check: choseOne },
    { id: 'meet-refusal', check: metRefusal },
    { id: 'whole', check: reachedWhole },
    { id: 'compare', check: comparedWithPip },
  ],
  hints: [
    { id: 'nudge' },
    { id: 'who-asks', after: 'dead-end' },
    { id: 'narrow-first', after: 'gave-up' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'newest-first',
      events: [
        newestOpencv,
        newestScipy,
        chose('scipy', '1.10.0'),
        tookBack('opencv-python'),
        newestScipy,
        chose('opencv-python', '4.11.0.86'),
        chose('numpy', '1.26.4'),
        compared,
      ],
    },
    {
      route: 'narrow-first',
      events: [
        newestScipy,
        newestOpencv,
        chose('opencv-python', '4.12.0.88'),
        chose('opencv-python', '4.11.0.86'),
        chose('numpy', '1.26.4'),
        compared,
      ],
    },
  ],
  nearMisses: [
    { events: [gaveUp], task: 'first-choice', why: 'nothing-chosen' },
    {
      events: [newestOpencv, tookBack('opencv-python')],
      task: 'meet-refusal',
      why: 'none-refused',
    },
    { events: [newestScipy, chose('numpy', '2.4.6')], task: 'meet-refusal', why: 'left-out' },
    {
      events: [newestOpencv, chose('numpy', '2.4.6'), newestScipy, chose('scipy', '1.10.0')],
      task: 'whole',
      why: 'dead-end',
    },
    { events: [newestOpencv, newestScipy, gaveUp], task: 'whole', why: 'gave-up' },
    { events: [newestScipy, chose('numpy', '1.26.4')], task: 'whole', why: 'still-open' },
    { events: [newestScipy, compared], task: 'compare', why: 'yours-first' },
    {
      events: [newestScipy, chose('opencv-python', '4.10.0.84'), chose('numpy', '1.26.4')],
      task: 'compare',
      why: 'not-compared',
    },
  ],
});

function choseOne({ choices, refusals }: ChoosingState): Verdict {
  return choices.length + refusals.length > 0 ? { ok: true } : { ok: false, why: 'nothing-chosen' };
}

/** A version that was opened and asks for too much; one that was left out before does not count. */
function metRefusal({ refusals, last }: ChoosingState): Verdict {
  if (refusals.length > 0) return { ok: true };
  return last?.type === 'left-out'
    ? { ok: false, why: 'left-out', with: { choice: nameOf(last.choice) } }
    : { ok: false, why: 'none-refused' };
}

function reachedWhole(state: ChoosingState): Verdict {
  if (isWhole(state)) return { ok: true };
  if (state.last?.type === 'gave-up') return { ok: false, why: 'gave-up' };
  const open = askedProjects(state).filter((project) => chosenOf(state, project) === undefined);
  const dead = open.find((project) => isDeadEnd(state, project));
  return dead === undefined
    ? { ok: false, why: 'still-open', with: { project: open.join(', ') } }
    : { ok: false, why: 'dead-end', with: { project: dead } };
}

function comparedWithPip({ compared: hasCompared, wasWhole }: ChoosingState): Verdict {
  if (!hasCompared) return { ok: false, why: 'not-compared' };
  return wasWhole ? { ok: true } : { ok: false, why: 'yours-first' };
}

const nameOf = ({ project, version }: { readonly project: string; readonly version: string }) =>
  `${project} ${version}`;
