import { defineLab, type Verdict } from '../../core/lab.ts';
import { compareVersions, parseVersion } from '../../packaging/version.ts';
import {
  firstRun,
  resolverBench,
  type BenchEvent,
  type BenchSetup,
  type BenchState,
} from '../../resolve/bench.ts';
import { edited, ran } from '../../resolve/lab-moves.ts';
import { reachedGoal } from '../../resolve/tasks.ts';

const APP = 'streamlit==1.34.0';
const COPIED = 'protobuf==5.26.1';

/** The ways through, and what else a file that works may be. */
type Way = 'older' | 'newer' | 'without-pin' | 'went-back' | 'both-changed';

/** What the prediction is about: each as the only change to the file. */
const CHANGES = {
  'older-protobuf': [APP, 'protobuf<5'],
  'next-streamlit': ['streamlit==1.35.0', COPIED],
  'no-protobuf-line': [APP],
} as const;

const tried = (...lines: readonly string[]): readonly BenchEvent[] => [edited(...lines), ran];

export default defineLab({
  id: 'three-ways',
  edition: 1,
  engine: resolverBench,
  setup: {
    requirements: `${APP}\n${COPIED}\n`,
    target: { python: '3.11.7', platform: 'linux-64', implementation: 'cp' },
    tool: 'pip',
    wanted: ['streamlit', 'protobuf'],
    index: 'data/three-ways.json',
  },
  prediction: {
    options: Object.keys(CHANGES),
    isRevealed: ({ run, setup }) => run !== undefined && run.text !== setup.requirements,
    answer: whatDoesNotHelp,
  },
  tasks: [
    { id: 'older', check: goneThe('older') },
    { id: 'newer', check: goneThe('newer') },
    { id: 'without-pin', check: goneThe('without-pin') },
  ],
  hints: [
    { id: 'nudge' },
    { id: 'read-bound', after: 'still-conflict' },
    { id: 'who-needs-it', after: 'was-older' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'by-the-list',
      events: [
        ran,
        ...tried(APP, 'protobuf<5'),
        ...tried('streamlit==1.36.0', COPIED),
        ...tried(APP),
      ],
    },
    {
      route: 'least-first',
      events: [
        ...tried(APP, 'protobuf'),
        ...tried('streamlit>1.34.0', COPIED),
        ...tried(APP, 'protobuf==4.25.3'),
      ],
    },
  ],
  nearMisses: [
    { events: tried(APP, COPIED), task: 'older', why: 'unchanged' },
    { events: [edited(APP, 'protobuf<4')], task: 'older', why: 'not-run-again' },
    { events: tried(APP, 'protobuf<5.26'), task: 'newer', why: 'was-older' },
    { events: tried('streamlit', COPIED), task: 'older', why: 'was-newer' },
    { events: tried(APP, 'numpy'), task: 'newer', why: 'was-without-pin' },
    { events: tried(APP, 'protobuf>=5'), task: 'older', why: 'still-conflict' },
    { events: tried('streamlit==1.35.0', COPIED), task: 'newer', why: 'still-conflict' },
    { events: tried('streamlit<1.34', COPIED), task: 'newer', why: 'went-back' },
    { events: tried('streamlit==1.36.0', 'protobuf<5'), task: 'newer', why: 'both-changed' },
    { events: tried(COPIED), task: 'without-pin', why: 'requirement-gone' },
    { events: tried(APP, 'protobuf==4.99'), task: 'older', why: 'no-version' },
    { events: tried(APP, 'protobuf=4'), task: 'older', why: 'bad-line' },
    { events: tried(APP, 'no-such-project-here'), task: 'without-pin', why: 'not-in-index' },
  ],
});

async function whatDoesNotHelp(setup: BenchSetup): Promise<string> {
  for (const [change, lines] of Object.entries(CHANGES)) {
    const { outcome } = await firstRun({ ...setup, requirements: lines.join('\n') });
    if (!outcome.ok) return change;
  }
  return '';
}

/** The check of one way: another that works is praised for what it is. */
function goneThe(wanted: Way): (state: BenchState) => Verdict {
  return (state) => {
    const goal = reachedGoal(state);
    if (!goal.ok) return goal;
    const way = wayOf(state);
    if (way === wanted) return { ok: true };
    return { ok: false, why: way === 'went-back' || way === 'both-changed' ? way : `was-${way}` };
  };
}

/** How a file that works differs from the one at the start. */
function wayOf({ run }: BenchState): Way {
  const versionOf = (project: string) =>
    run?.outcome.ok ? run.outcome.pins.find((pin) => pin.project === project)?.version : undefined;
  const [app, protobuf] = [versionOf('streamlit'), versionOf('protobuf')];
  const step = compare(app?.text, '1.34.0');
  if (step < 0) return 'went-back';
  const isBounded = run?.lines.some(
    ({ requirement: { project, specifier } }) =>
      project === 'protobuf' && specifier.specifiers.length > 0,
  );
  if (step > 0) return compare(protobuf?.text, '5.26.1') === 0 ? 'newer' : 'both-changed';
  return isBounded ? 'older' : 'without-pin';
}

function compare(a: string | undefined, b: string): number {
  const [one, other] = [parseVersion(a ?? ''), parseVersion(b)];
  return one && other ? compareVersions(one, other) : 0;
}
