import { defineLab, type Verdict } from '../../core/lab.ts';
import { firstRun, resolverBench, type BenchEvent, type BenchState } from '../../resolve/bench.ts';
import { edited, named, ran, steppedTo, steppedToEnd } from '../../resolve/lab-moves.ts';
import { namedShared, reachedGoal, sawConflict } from '../../resolve/tasks.ts';

const MODEL = 'transformers==4.34.1';
const HUB = 'huggingface-hub==0.20.3';

/** The step that refuses a tokenizers, of which nobody wrote a line. */
const FIRST_REFUSED = 35;

const found: readonly BenchEvent[] = [
  ran,
  steppedTo(FIRST_REFUSED),
  steppedToEnd,
  named('huggingface-hub'),
];

export default defineLab({
  id: 'two-levels-down',
  edition: 1,
  engine: resolverBench,
  setup: {
    requirements: `${MODEL}\n${HUB}\n`,
    target: { python: '3.11.7', platform: 'linux-64', implementation: 'cp' },
    tool: 'pip',
    wanted: ['transformers', 'huggingface-hub'],
    index: 'data/two-levels-down.json',
  },
  prediction: {
    options: ['installs', 'installs-older', 'refuses'],
    isRevealed: ({ run }) => run !== undefined,
    answer: async (setup) => ((await firstRun(setup)).outcome.ok ? 'installs' : 'refuses'),
  },
  tasks: [
    { id: 'see-refused', check: sawRefused },
    { id: 'see-conflict', check: sawConflict },
    { id: 'name-project', check: namedShared },
    { id: 'repair', check: reachedGoal },
  ],
  hints: [
    { id: 'nudge' },
    { id: 'left-and-right', after: 'other-named' },
    { id: 'move-one', after: 'still-conflict' },
    { id: 'the-move' },
  ],
  solutions: [
    { route: 'hub-back', events: [...found, edited(MODEL, 'huggingface-hub<0.18'), ran] },
    { route: 'transformers-on', events: [...found, edited('transformers==4.35.2', HUB), ran] },
  ],
  nearMisses: [
    { events: [ran, steppedTo(3)], task: 'see-refused', why: 'not-there-yet' },
    { events: [ran, steppedToEnd], task: 'see-refused', why: 'jumped-over' },
    {
      events: [edited('transformers==4.35.2', HUB), ran],
      task: 'see-refused',
      why: 'ran-other-lines',
    },
    { events: [ran, steppedTo(30)], task: 'see-conflict', why: 'not-there-yet' },
    { events: [edited(MODEL), ran, steppedToEnd], task: 'see-conflict', why: 'ran-other-lines' },
    { events: [ran, named('transformers')], task: 'name-project', why: 'root-named' },
    { events: [ran, named('tokenizers')], task: 'name-project', why: 'other-named' },
    { events: [edited(MODEL, 'huggingface-hub')], task: 'repair', why: 'not-run-again' },
    { events: [edited(HUB), ran], task: 'repair', why: 'requirement-gone' },
    {
      events: [edited('transformers==4.35.0', HUB), ran],
      task: 'repair',
      why: 'still-conflict',
    },
    {
      events: [edited(MODEL, 'huggingface-hub>=0.18'), ran],
      task: 'repair',
      why: 'still-conflict',
    },
    { events: [edited('transformers>=5', HUB), ran], task: 'repair', why: 'all-refused' },
    {
      events: [edited(MODEL, HUB, 'tokenizers==0.15.0'), ran],
      task: 'repair',
      why: 'own-pin-conflict',
    },
    { events: [edited(MODEL, 'huggingface-hub==0.17.9'), ran], task: 'repair', why: 'no-version' },
    { events: [edited(MODEL, 'huggingface-hub=0.17.3'), ran], task: 'repair', why: 'bad-line' },
    {
      events: [edited(MODEL, HUB, 'no-such-project-here'), ran],
      task: 'repair',
      why: 'not-in-index',
    },
  ],
});

/** Standing where pip refuses its first candidate, of a project in neither line: who jumps over it has not seen it. */
function sawRefused({ run, at, setup }: BenchState): Verdict {
  if (!run) return { ok: false, why: 'not-run' };
  const before = run.steps.findIndex(
    (step) => step.type === 'rejecting-candidate' && !setup.wanted.includes(step.candidate.project),
  );
  if (before < 0) return { ok: false, why: 'ran-other-lines' };
  if (at === before + 1) return { ok: true };
  return { ok: false, why: at > before ? 'jumped-over' : 'not-there-yet' };
}
