import { isRecord } from '../../core/json.ts';
import { defineLab } from '../../core/lab.ts';
import { pythonBench } from '../../python/bench.ts';
import type { PythonEvent } from '../../python/bench-event.ts';
import type { PythonState, Run } from '../../python/state.ts';
import { exitCode, foundBy, isAsRun, lastRun, stdoutOf } from '../../python/tellings.ts';

const HOME = '/home/ada/';
const EXERCISE = 'random.py';
const DIE = 'print("dice:", random.randint(1, 6))\n';
const SOURCE = `import random\n\n${DIE}`;
const ASKING = `import random\nprint(random.__file__)\n\n${DIE}`;

/** Which file `import random` takes, and the files of hers that have a name of the standard library. */
const PROBE = `
import importlib.util, os, sys
spec = importlib.util.find_spec("random")
names = sorted(os.listdir(os.path.expanduser("~")))
{
    "random": spec and spec.origin,
    "hiding": [name for name in names if name.partition(".")[0] in sys.stdlib_module_names],
}
`;

interface Found {
  readonly random: string;
  readonly hiding: readonly string[];
}

function foundIn({ record }: Run): Found | undefined {
  const found = foundBy(record);
  if (!isRecord(found)) return undefined;
  const { random, hiding } = found;
  return typeof random === 'string' && Array.isArray(hiding)
    ? { random, hiding: hiding.map(String) }
    : undefined;
}

const isAsItCame = ({ step }: Run): boolean => step.files[EXERCISE] === SOURCE;

const takesHers = (run: Run): boolean => foundIn(run)?.random.startsWith(HOME) === true;

const showsHers = ({ record }: Run): boolean => stdoutOf(record).includes(HOME + EXERCISE);

/** A number that a die can show. */
const THROW = /\b[1-6]\b/;

/** The file that `import random` took in the last run, and whether a throw was seen. */
function nowOf(state: PythonState): { file?: string; thrown?: string } {
  const run = lastRun(state);
  const file = run && foundIn(run)?.random;
  const thrown =
    run && exitCode(run.record) === 0 ? THROW.exec(stdoutOf(run.record))?.[0] : undefined;
  return { ...(file === undefined ? {} : { file }), ...(thrown === undefined ? {} : { thrown }) };
}

const ran = (path: string): PythonEvent => ({ type: 'ran', what: { type: 'file', path } });
const wrote = (path: string, text: string): PythonEvent => ({ type: 'wrote', path, text });
const renamed = (to: string): PythonEvent => ({ type: 'renamed', from: EXERCISE, to });
const removed: PythonEvent = { type: 'removed', path: EXERCISE };
const asked = [ran(EXERCISE), wrote(EXERCISE, ASKING), ran(EXERCISE)];

export default defineLab({
  id: 'which-file',
  edition: 1,
  engine: pythonBench,
  setup: {
    shape: 'files',
    files: { [EXERCISE]: SOURCE },
    cells: [],
    wheels: [],
    probe: PROBE,
    suggested: [
      {
        type: 'text',
        text: 'import random\nprint(random.__file__)\n\n',
        instead: { where: EXERCISE, of: 'import random\n\n' },
      },
      { type: 'move', move: { type: 'renamed', from: EXERCISE, to: 'code.py' } },
      { type: 'move', move: { type: 'renamed', from: EXERCISE, to: 'dice.py' } },
    ],
    goal(state) {
      const { file, thrown } = nowOf(state);
      return [
        {
          what: 'import random',
          wanted: { word: 'python.goal.library' },
          now: file ?? { word: 'python.goal.nothing' },
          met: file === undefined ? undefined : !file.startsWith(HOME),
        },
        {
          what: 'dice:',
          wanted: '1–6',
          now: thrown ?? { word: 'python.goal.nothing' },
          met: state.runs.length === 0 ? undefined : thrown !== undefined,
        },
      ];
    },
  },
  prediction: {
    options: ['library', 'hers', 'neither'],
    isRevealed: ({ runs }) => runs.some(isAsItCame),
    answer(_setup, { runs }) {
      const run = runs.find(isAsItCame);
      if (!run || !foundIn(run)) return 'neither';
      return takesHers(run) ? 'hers' : 'library';
    },
  },
  tasks: [
    {
      id: 'look',
      check({ runs }) {
        if (runs.some(takesHers)) return { ok: true };
        return { ok: false, why: runs.length === 0 ? 'not-run' : 'mended-first' };
      },
    },
    {
      id: 'ask',
      check(state) {
        if (state.runs.some(showsHers)) return { ok: true };
        const run = lastRun(state);
        if (!run) return { ok: false, why: 'not-run' };
        const { ending } = run.record;
        if (ending.type !== 'raised') return { ok: false, why: 'not-said' };
        const line = ending.places.at(-1)?.line;
        return { ok: false, why: 'stopped-before', with: { line: String(line) } };
      },
    },
    {
      id: 'mend',
      check(state) {
        const run = lastRun(state);
        if (!run || !isAsRun(state, run)) return { ok: false, why: 'not-run' };
        const { ending } = run.record;
        const hiding = foundIn(run)?.hiding ?? [];
        const file = hiding[0];
        if (hiding.includes(EXERCISE)) return { ok: false, why: 'still-there' };
        if (ending.type === 'raised')
          return { ok: false, why: 'stops', with: { error: `${ending.name}: ${ending.message}` } };
        if (file !== undefined) return { ok: false, why: 'hides-another', with: { file } };
        if (nowOf(state).thrown === undefined) return { ok: false, why: 'no-throw' };
        return { ok: true };
      },
    },
  ],
  hints: [
    { id: 'two-lines', after: 'stopped-before' },
    { id: 'file', after: 'not-said' },
    { id: 'name', after: 'still-there' },
    { id: 'the-move' },
  ],
  solutions: [
    { route: 'rename', events: [...asked, renamed('dice.py'), ran('dice.py')] },
    {
      route: 'new-file',
      events: [
        ran(EXERCISE),
        wrote(EXERCISE, `import sys\n${SOURCE.replace(DIE, 'print(sys.modules["random"])\n')}`),
        ran(EXERCISE),
        wrote('game.py', SOURCE),
        removed,
        ran('game.py'),
      ],
    },
  ],
  nearMisses: [
    { events: [renamed('dice.py'), ran('dice.py')], task: 'look', why: 'mended-first' },
    {
      events: [wrote(EXERCISE, `${SOURCE}print(random.__file__)\n`), ran(EXERCISE)],
      task: 'ask',
      why: 'stopped-before',
    },
    { events: [wrote(EXERCISE, 'import random\n'), ran(EXERCISE)], task: 'ask', why: 'not-said' },
    { events: [...asked, renamed('game.py')], task: 'mend', why: 'not-run' },
    {
      events: [...asked, wrote('game.py', SOURCE), ran('game.py')],
      task: 'mend',
      why: 'still-there',
    },
    { events: [...asked, renamed('code.py'), ran('code.py')], task: 'mend', why: 'hides-another' },
    {
      events: [...asked, removed, wrote('dice.py', DIE), ran('dice.py')],
      task: 'mend',
      why: 'stops',
    },
    {
      events: [...asked, removed, wrote('dice.py', 'import random\n'), ran('dice.py')],
      task: 'mend',
      why: 'no-throw',
    },
  ],
});
