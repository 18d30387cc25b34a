import { defineLab, type Verdict } from '../../core/lab.ts';
import { pythonBench } from '../../python/bench.ts';
import type { PythonEvent } from '../../python/bench-event.ts';
import type { PythonState, Said } from '../../python/state.ts';
import { lastRun } from '../../python/tellings.ts';
import { FILES, PROBE } from './files.ts';
import { kernelAfter, kernelOf, type Kernel } from './kernel.ts';

const OLD = '1.0';
const NEW = '2.0';
const RELOAD = 'import importlib\nimportlib.reload(ledger)';
const [IMPORT, INSTALL, VERSIONS, REPORT, INSTALL_STAMP, STAMP] = [
  'cell-1',
  'cell-2',
  'cell-3',
  'cell-4',
  'cell-5',
  'cell-6',
] as const;

const ok: Verdict = { ok: true };
const no = (why: string, blanks?: Readonly<Record<string, string>>): Verdict =>
  blanks ? { ok: false, why, with: blanks } : { ok: false, why };

function twoAnswers(state: PythonState): Verdict {
  const kernel = kernelOf(state);
  if (!kernel) return no('nothing-yet');
  const { memory, disk } = kernel;
  if (memory.ledger === undefined || disk.ledger === undefined) return no('not-loaded');
  return memory.ledger === disk.ledger ? no('agree', { version: disk.ledger }) : ok;
}

function mixture(state: PythonState): Verdict {
  const kernel = kernelOf(state);
  if (kernel?.memory.ledger !== OLD || kernel.disk.ledger !== NEW) return no('not-two');
  const ending = lastRun(state)?.record.ending;
  if (ending?.type === 'raised' && ending.name === 'ImportError') return ok;
  return no(kernel.report ? 'all-old' : 'no-report');
}

function mended(state: PythonState): Verdict {
  const kernel = kernelOf(state);
  if (kernel?.memory.ledger === undefined) return no('not-loaded');
  if (kernel.memory.ledger !== NEW) return no('still-old');
  if (kernel.leftover) return no('reloaded');
  return kernel.report ? ok : no('no-report');
}

function noRestart(state: PythonState): Verdict {
  const kernel = kernelOf(state);
  if (kernel?.disk.stamp === undefined) return no('not-installed');
  if (kernel.memory.stamp === undefined) return no('not-imported');
  const sawItCome = state.runs.some(
    ({ interpreter, step }) =>
      interpreter === state.interpreter.number && !Object.hasOwn(step.files, 'stamp/__init__.py'),
  );
  return sawItCome ? ok : no('restarted');
}

/** The third cell, run after ledger was replaced under a kernel that had loaded it. */
function askedBoth(state: PythonState): Kernel | undefined {
  const run = lastRun(state, VERSIONS);
  const kernel = run && kernelAfter(run);
  const wasOld = state.runs.some((earlier) => {
    const before = kernelAfter(earlier);
    return (
      earlier.interpreter === run?.interpreter &&
      before?.memory.ledger === OLD &&
      before.disk.ledger === OLD
    );
  });
  return wasOld && kernel?.disk.ledger === NEW ? kernel : undefined;
}

const nothing: Said = { word: 'python.goal.nothing' };
const row = (what: string, wanted: string, now: string | undefined) => ({
  what,
  wanted,
  now: now ?? nothing,
  met: now === undefined ? undefined : now === wanted,
});

const ranCells = (...cells: readonly string[]): readonly PythonEvent[] =>
  cells.map((cell) => ({ type: 'ran', what: { type: 'cell', cell } }));
const afresh: PythonEvent = { type: 'ran', what: { type: 'all', fresh: true } };
const restarted: PythonEvent = { type: 'restarted' };

export default defineLab({
  id: 'restart-or-not',
  edition: 1,
  engine: pythonBench,
  setup: {
    shape: 'notebook',
    files: FILES,
    cells: [
      { type: 'code', source: 'import ledger\nledger.__version__' },
      { type: 'code', source: `from installer import install\ninstall("ledger", "${NEW}")` },
      {
        type: 'code',
        source:
          'import ledger\nfrom importlib.metadata import version\nledger.__version__, version("ledger")',
      },
      { type: 'code', source: 'import ledger.report\nledger.report.say([3, 4.5])' },
      { type: 'code', source: 'from installer import install\ninstall("stamp", "1.0")' },
      { type: 'code', source: 'import stamp\nstamp.mark("paid")' },
    ],
    wheels: [],
    probe: PROBE,
    suggested: [
      { type: 'text', text: RELOAD },
      {
        type: 'text',
        text: `install("ledger", "${OLD}")`,
        instead: { where: INSTALL, of: `install("ledger", "${NEW}")` },
      },
    ],
    goal(state) {
      const kernel = kernelOf(state);
      return [
        row('ledger.__version__', NEW, kernel?.memory.ledger),
        row('version("ledger")', NEW, kernel ? kernel.disk.ledger : OLD),
        row('"ledger.report" in sys.modules', 'True', kernel && (kernel.report ? 'True' : 'False')),
      ];
    },
  },
  prediction: {
    options: ['old-old', 'old-new', 'new-new'],
    isRevealed: (state) => askedBoth(state) !== undefined,
    answer: (_setup, revealed) =>
      askedBoth(revealed)?.memory.ledger === OLD ? 'old-new' : 'new-new',
  },
  tasks: [
    { id: 'two-answers', check: twoAnswers },
    { id: 'mixture', check: mixture },
    { id: 'mended', check: mended },
    { id: 'no-restart', check: noRestart },
  ],
  hints: [
    { id: 'first-load', after: 'not-loaded' },
    { id: 'what-is-loaded', after: 'all-old' },
    { id: 'end-it', after: 'still-old' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'restart',
      events: [
        ...ranCells(IMPORT, INSTALL, VERSIONS, REPORT, INSTALL_STAMP, STAMP),
        restarted,
        ...ranCells(REPORT),
      ],
    },
    {
      route: 'all-again',
      events: [afresh, ...ranCells(INSTALL_STAMP, STAMP), afresh],
    },
  ],
  nearMisses: [
    { events: ranCells(INSTALL), task: 'two-answers', why: 'not-loaded' },
    { events: ranCells(IMPORT, VERSIONS), task: 'two-answers', why: 'agree' },
    { events: ranCells(IMPORT, INSTALL, IMPORT), task: 'mixture', why: 'no-report' },
    { events: ranCells(IMPORT, REPORT, INSTALL, REPORT), task: 'mixture', why: 'all-old' },
    {
      events: [...ranCells(IMPORT, INSTALL, REPORT, IMPORT)],
      task: 'mended',
      why: 'still-old',
    },
    {
      events: [
        ...ranCells(IMPORT, INSTALL, REPORT),
        { type: 'typed', cell: IMPORT, text: RELOAD },
        ...ranCells(IMPORT, REPORT),
      ],
      task: 'mended',
      why: 'reloaded',
    },
    {
      events: [...ranCells(IMPORT, INSTALL, REPORT), restarted, ...ranCells(VERSIONS)],
      task: 'mended',
      why: 'no-report',
    },
    { events: ranCells(INSTALL_STAMP), task: 'no-restart', why: 'not-imported' },
    {
      events: [...ranCells(INSTALL_STAMP), restarted, ...ranCells(STAMP)],
      task: 'no-restart',
      why: 'restarted',
    },
  ],
});
