import { defineLab, type Verdict } from '../../core/lab.ts';
import { firstRun, resolverBench, type BenchEvent, type BenchState } from '../../resolve/bench.ts';
import { edited, named, ran, steppedTo, steppedToEnd } from '../../resolve/lab-moves.ts';
import { namedShared, reachedGoal, sawConflict } from '../../resolve/tasks.ts';

const MODEL = 'transformers==4.34.1';
const HUB = 'huggingface-hub==0.20.3';

const found: readonly BenchEvent[] = [
  ran,
  steppedToEnd,
  named('huggingface-hub'),
  named('tokenizers'),
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
    answer: (setup) => (firstRun(setup).outcome.ok ? 'installs' : 'refuses'),
  },
  tasks: [
    { id: 'see-conflict', check: sawConflict },
    { id: 'name-project', check: namedShared },
    { id: 'name-between', check: namedBetween },
    { id: 'repair', check: reachedGoal },
  ],
  hints: [
    { id: 'nudge' },
    { id: 'left-and-right', after: 'lets-pass' },
    { id: 'move-one', after: 'still-conflict' },
    { id: 'the-move' },
  ],
  solutions: [
    { route: 'hub-back', events: [...found, edited(MODEL, 'huggingface-hub<0.18'), ran] },
    { route: 'transformers-on', events: [...found, edited('transformers==4.35.2', HUB), ran] },
  ],
  nearMisses: [
    { events: [ran, steppedTo(3)], task: 'see-conflict', why: 'not-there-yet' },
    { events: [edited(MODEL), ran, steppedToEnd], task: 'see-conflict', why: 'ran-other-lines' },
    { events: [ran, named('transformers')], task: 'name-project', why: 'root-named' },
    { events: [ran, named('tokenizers')], task: 'name-project', why: 'other-named' },
    { events: [ran, named('huggingface-hub')], task: 'name-between', why: 'shared-named' },
    {
      events: [ran, steppedToEnd, named('transformers')],
      task: 'name-between',
      why: 'lets-pass',
    },
    { events: [ran, named('numpy')], task: 'name-between', why: 'other-named' },
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

/** Who asks for the shared project and was itself brought in by something that a line brought in? */
function namedBetween({ setup, named }: BenchState): Verdict {
  if (named === undefined) return { ok: false, why: 'not-named' };
  const { outcome } = firstRun(setup);
  const causes = outcome.ok ? [] : outcome.causes;
  const asks = causes.filter(({ parent }) => parent?.project === named);
  if (asks.some(({ parent }) => parent?.origin.parent !== undefined)) return { ok: true };
  const isShared = causes.some(({ requirement }) => requirement.project === named);
  const why = isShared ? 'shared-named' : asks.length > 0 ? 'lets-pass' : 'other-named';
  return { ok: false, why, with: { project: named } };
}
