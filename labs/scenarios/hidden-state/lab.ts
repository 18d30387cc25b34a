import { defineLab } from '../../core/lab.ts';
import { pythonBench } from '../../python/bench.ts';
import type { PythonEvent } from '../../python/bench-event.ts';
import type { Cell, NewCell, SavedRun } from '../../python/cell.ts';
import { fromTheTop } from '../../python/order.ts';
import type { PythonState } from '../../python/state.ts';
import { lastRun, valueOf } from '../../python/tellings.ts';

const TOTAL = 'round(total, 2)';
const SAVED = '66.0';
const TRUE = '55.0'; // four fares and the tax; the saved one counts a fare twice

const silent = (number: number): SavedRun => ({ number, outputs: [] });
const CELLS: readonly NewCell[] = [
  { type: 'code', source: 'fares = [12, 20, 8]', saved: silent(1) },
  { type: 'code', source: 'fares.append(10)', saved: silent(3) },
  { type: 'code', source: 'total = sum(fares) * (1 + tax)', saved: silent(5) },
  { type: 'code', source: 'tax = 0.1', saved: silent(4) },
  {
    type: 'code',
    source: TOTAL,
    saved: { number: 6, outputs: [{ type: 'value', text: SAVED }] },
  },
];
const [FARES, APPEND, SUM, TAX, SHOW] = ['cell-1', 'cell-2', 'cell-3', 'cell-4', 'cell-5'] as const;

/** What the last run of the cell with the total showed. */
function shown(state: PythonState): string | undefined {
  const cell = totalCell(state);
  const run = cell && lastRun(state, cell.id);
  return run && valueOf(run.record);
}

const totalCell = ({ cells }: PythonState): Cell | undefined =>
  cells.findLast(({ source }) => source.trim() === TOTAL);

const isAsItCame = ({ cells }: PythonState): boolean =>
  cells.length === CELLS.length && cells.every(({ source }, i) => source === CELLS[i]?.source);

/** Did the notebook, as it came, run from the top in a fresh interpreter, as far as it goes? */
const isRerun = (state: PythonState): boolean =>
  isAsItCame(state) && state.interpreter.number > 1 && fromTheTop(state) !== 'not-whole';

const stopName = (state: PythonState): string => {
  const ending = lastRun(state)?.record.ending;
  return ending?.type === 'raised' ? `${ending.name}: ${ending.message}` : '–';
};

const ran = (what: Extract<PythonEvent, { type: 'ran' }>['what']): PythonEvent => ({
  type: 'ran',
  what,
});
const ranCells = (...cells: readonly string[]): readonly PythonEvent[] =>
  cells.map((cell) => ran({ type: 'cell', cell }));
const afresh = ran({ type: 'all', fresh: true });
const asSaved = ranCells(FARES, APPEND, APPEND, TAX, SUM, SHOW);
const taxUp: PythonEvent = { type: 'cell-moved', cell: TAX, to: 2 };

export default defineLab({
  id: 'hidden-state',
  edition: 1,
  engine: pythonBench,
  setup: {
    shape: 'notebook',
    files: {},
    cells: CELLS,
    wheels: [],
    suggested: [{ type: 'line', text: 'tax = 0.1' }],
    goal: (state) => {
      const whole = fromTheTop(state);
      const value = shown(state);
      return [
        {
          what: 'Restart & Run All',
          wanted: { word: 'python.goal.toTheEnd' },
          now:
            whole === 'whole'
              ? { word: 'python.goal.toTheEnd' }
              : whole === 'not-whole'
                ? { word: 'python.goal.notFromTheTop' }
                : stopName(state),
          met: whole === 'not-whole' ? undefined : whole === 'whole',
        },
        {
          what: TOTAL,
          wanted: TRUE,
          now: value ?? { word: 'python.goal.nothing' },
          met: value === undefined ? undefined : value === TRUE,
        },
      ];
    },
  },
  prediction: {
    options: ['same', 'other', 'stops'],
    isRevealed: isRerun,
    answer(_setup, revealed) {
      if (fromTheTop(revealed) !== 'whole') return 'stops';
      return shown(revealed) === SAVED ? 'same' : 'other';
    },
  },
  tasks: [
    {
      id: 'as-saved',
      check(state) {
        const value = shown(state);
        if (value === SAVED && isAsItCame(state)) return { ok: true };
        if (!isAsItCame(state)) return { ok: false, why: 'changed' };
        if (state.runs.length === 0) return { ok: false, why: 'nothing-yet' };
        if (lastRun(state)?.record.ending.type === 'raised')
          return { ok: false, why: 'name-error', with: { error: stopName(state) } };
        if (value === undefined) return { ok: false, why: 'not-shown' };
        return { ok: false, why: 'other-number', with: { value } };
      },
    },
    {
      id: 'restart',
      check: (state) =>
        isRerun(state)
          ? { ok: true }
          : { ok: false, why: isAsItCame(state) ? 'not-restarted' : 'changed' },
    },
    {
      id: 'survives',
      check(state) {
        const whole = fromTheTop(state);
        const value = shown(state);
        if (typeof whole === 'object')
          return { ok: false, why: 'stops', with: { error: stopName(state) } };
        if (whole === 'not-whole') return { ok: false, why: 'not-from-the-top' };
        if (value === undefined) return { ok: false, why: 'no-total' };
        return value === TRUE ? { ok: true } : { ok: false, why: 'wrong-total', with: { value } };
      },
    },
  ],
  hints: [
    { id: 'gap', after: 'other-number' },
    { id: 'below', after: 'stops' },
    { id: 'kernel', after: 'not-from-the-top' },
    { id: 'the-move' },
  ],
  solutions: [
    { route: 'move-up', events: [...asSaved, afresh, taxUp, afresh] },
    {
      route: 'write-above',
      events: [
        ...asSaved,
        afresh,
        { type: 'typed', cell: FARES, text: 'tax = 0.1\nfares = [12, 20, 8]' },
        { type: 'cell-removed', cell: TAX },
        afresh,
      ],
    },
  ],
  nearMisses: [
    { events: ranCells(FARES, APPEND, SUM), task: 'as-saved', why: 'name-error' },
    {
      events: ranCells(FARES, APPEND, TAX, SUM, SHOW),
      task: 'as-saved',
      why: 'other-number',
    },
    { events: ranCells(FARES, APPEND, TAX, SUM), task: 'as-saved', why: 'not-shown' },
    {
      events: [...asSaved, ran({ type: 'all', fresh: false })],
      task: 'restart',
      why: 'not-restarted',
    },
    {
      events: [...asSaved, afresh, { type: 'cell-removed', cell: TAX }, afresh],
      task: 'survives',
      why: 'stops',
    },
    {
      events: [...asSaved, afresh, taxUp, ...ranCells(SUM, SHOW)],
      task: 'survives',
      why: 'not-from-the-top',
    },
    {
      events: [
        ...asSaved,
        afresh,
        taxUp,
        { type: 'typed', cell: APPEND, text: 'fares.append(10)\nfares.append(10)' },
        afresh,
      ],
      task: 'survives',
      why: 'wrong-total',
    },
  ],
});
