import { defineLab, type Verdict } from '../../core/lab.ts';
import { pythonBench } from '../../python/bench.ts';
import type { PythonEvent } from '../../python/bench-event.ts';
import type { NewCell } from '../../python/cell.ts';
import type { PythonState, Run } from '../../python/state.ts';
import { lastRun, valueOf } from '../../python/tellings.ts';
import { FILES, PROBE } from './files.ts';
import { RIGHT, survivesTwice } from './twice.ts';

const READ = 'from table import read_prices\n\nprices = read_prices()\nprices';
const TAX = 'prices["price"] *= 1.2';
const CORRECTED = 'prices["price"] *= 1.1';
const OWN_COLUMN = 'prices["gross"] = prices["price"] * 1.1';
const TOTAL = 'total = float(prices["price"].sum())\nround(total, 2)';
const CELLS: readonly NewCell[] = [READ, TAX, TOTAL].map((source) => ({ type: 'code', source }));
const [READING, TAXING, SHOWING] = ['cell-1', 'cell-2', 'cell-3'] as const;
const TWICE = '132.0'; // 100 with 20 %, and with 10 % on top

const sourceOf = ({ step: { what } }: Run): string => (what.type === 'cell' ? what.source : '');

/** The total that was shown after the cell with the tax had run as it came, and then corrected. */
function afterCorrection({ runs }: PythonState): string | undefined {
  const taxed = runs.findIndex((run) => sourceOf(run) === TAX);
  const corrected = runs.findIndex((run, i) => i > taxed && sourceOf(run) === CORRECTED);
  if (taxed < 0 || corrected < 0) return undefined;
  const between = runs.slice(taxed, corrected);
  const isSameKernel = runs[taxed]?.interpreter === runs[corrected]?.interpreter;
  if (!isSameKernel || between.some((run) => run.cell === READING)) return undefined;
  const next = runs.slice(corrected).find((run) => run.cell === SHOWING || run.cell === READING);
  return next?.cell === SHOWING ? valueOf(next.record) : undefined;
}

const shownIn = ({ runs }: PythonState): readonly string[] =>
  runs.filter(({ cell }) => cell === SHOWING).flatMap(({ record }) => valueOf(record) ?? []);

function twice(state: PythonState): Verdict {
  const shown = shownIn(state);
  if (shown.includes(TWICE)) return { ok: true };
  const value = shown.at(-1);
  if (value === undefined) return { ok: false, why: 'not-run' };
  if (value === RIGHT) return { ok: false, why: 'read-again' };
  const isTyped = state.cells.some(({ source }) => source === CORRECTED);
  if (isTyped && !state.runs.some((run) => sourceOf(run) === CORRECTED))
    return { ok: false, why: 'not-corrected' };
  return { ok: false, why: 'other-total', with: { value } };
}

function mended(state: PythonState): Verdict {
  const shown = shownIn(state);
  const at = shown.indexOf(TWICE);
  if (at < 0) return { ok: false, why: 'not-yet' };
  const since = shown.slice(at + 1);
  if (since.includes(RIGHT)) return { ok: true };
  const value = since.at(-1);
  return value === undefined
    ? { ok: false, why: 'still-there' }
    : { ok: false, why: 'grew', with: { value } };
}

const ranCells = (...cells: readonly string[]): readonly PythonEvent[] =>
  cells.map((cell) => ({ type: 'ran', what: { type: 'cell', cell } }));
const afresh: PythonEvent = { type: 'ran', what: { type: 'all', fresh: true } };
const typed = (cell: string, text: string): PythonEvent => ({ type: 'typed', cell, text });
const wrong = [
  ...ranCells(READING, TAXING, SHOWING),
  typed(TAXING, CORRECTED),
  ...ranCells(TAXING, SHOWING),
];
const ownColumn = [typed(TAXING, OWN_COLUMN), typed(SHOWING, TOTAL.replace('"price"', '"gross"'))];

export default defineLab({
  id: 'run-twice',
  edition: 1,
  engine: pythonBench,
  setup: {
    shape: 'notebook',
    files: FILES,
    cells: CELLS,
    wheels: [],
    optional: {
      project: 'pandas',
      wheels: [
        'six-1.17.0-py2.py3-none-any.whl',
        'python_dateutil-2.9.0.post0-py2.py3-none-any.whl',
        'pytz-2026.1.post1-py2.py3-none-any.whl',
        'numpy-2.4.6-cp314-cp314-pyemscripten_2026_0_wasm32.whl',
        'pandas-3.0.2-cp314-cp314-pyemscripten_2026_0_wasm32.whl',
      ],
    },
    probe: PROBE,
    suggested: [
      { type: 'text', text: '1.1', instead: { where: TAXING, of: '1.2' } },
      { type: 'text', text: OWN_COLUMN, instead: { where: TAXING, of: CORRECTED } },
      {
        type: 'text',
        text: 'prices["gross"].sum()',
        instead: { where: SHOWING, of: 'prices["price"].sum()' },
      },
    ],
    goal(state) {
      const run = lastRun(state, SHOWING);
      const value = run && valueOf(run.record);
      const verdict = survivesTwice(state);
      const isTried = verdict.ok || verdict.why === 'grows';
      return [
        {
          what: 'round(total, 2)',
          wanted: RIGHT,
          now: value ?? { word: 'python.goal.nothing' },
          met: value === undefined ? undefined : value === RIGHT,
        },
        {
          what: '1, 2, 3, 2, 3: round(total, 2)',
          wanted: RIGHT,
          now: isTried && value !== undefined ? value : { word: 'python.goal.nothing' },
          met: isTried ? verdict.ok : undefined,
        },
      ];
    },
  },
  prediction: {
    options: ['corrected', 'unchanged', 'both'],
    isRevealed: (state) => afterCorrection(state) !== undefined,
    answer(_setup, revealed) {
      const value = afterCorrection(revealed);
      return value === RIGHT ? 'corrected' : value === TWICE ? 'both' : 'unchanged';
    },
  },
  tasks: [
    { id: 'twice', check: twice },
    { id: 'mended', check: mended },
    { id: 'safe', check: survivesTwice },
  ],
  hints: [
    { id: 'in-the-kernel', after: 'grew' },
    { id: 'own-input', after: 'grows' },
    { id: 'own-name', after: 'not-again' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'own-column',
      events: [
        ...wrong,
        ...ranCells(READING, TAXING, SHOWING),
        ...ownColumn,
        afresh,
        ...ranCells(TAXING, SHOWING),
      ],
    },
    {
      route: 'one-cell',
      events: [
        ...wrong,
        afresh,
        typed(READING, READ.replace(/prices$/, `${CORRECTED}\nprices`)),
        { type: 'cell-removed', cell: TAXING },
        afresh,
        ...ranCells(SHOWING),
      ],
    },
  ],
  nearMisses: [
    { events: [...ranCells(READING), typed(TAXING, CORRECTED)], task: 'twice', why: 'not-run' },
    {
      events: [
        ...ranCells(READING, TAXING, SHOWING),
        typed(TAXING, CORRECTED),
        ...ranCells(SHOWING),
      ],
      task: 'twice',
      why: 'not-corrected',
    },
    {
      events: [...ranCells(READING, TAXING, SHOWING), typed(TAXING, CORRECTED), afresh],
      task: 'twice',
      why: 'read-again',
    },
    {
      events: [...ranCells(READING, TAXING, TAXING, SHOWING)],
      task: 'twice',
      why: 'other-total',
    },
    {
      events: [...wrong, { type: 'restarted' }, ...ranCells(READING)],
      task: 'mended',
      why: 'still-there',
    },
    { events: [...wrong, ...ranCells(TAXING, SHOWING)], task: 'mended', why: 'grew' },
    {
      events: [...wrong, ...ownColumn, ...ranCells(READING, TAXING, SHOWING)],
      task: 'safe',
      why: 'not-from-the-top',
    },
    { events: [...wrong, afresh, ...ranCells(TAXING)], task: 'safe', why: 'not-again' },
    { events: [...wrong, afresh, ...ranCells(TAXING, SHOWING)], task: 'safe', why: 'grows' },
    {
      events: [...wrong, afresh, ...ranCells(READING, TAXING, SHOWING)],
      task: 'safe',
      why: 'read-again',
    },
    { events: [...wrong, typed(TAXING, OWN_COLUMN), afresh], task: 'safe', why: 'wrong-total' },
  ],
});
