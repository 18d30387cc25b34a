import type { PythonState, Run } from './state.ts';
import { lastRun, whereOf } from './tellings.ts';

/** A line of a file or a cell that Python's last traceback names. */
export interface ErrorMark {
  readonly line: number;
  /** At the innermost place: what Python said. */
  readonly said: string | undefined;
}

/** A message is not shown longer in the margin of a line; the traceback has all of it. */
const MOST_CHARACTERS_SAID = 300;

/**
 * The lines of a file (by path) or a cell (by id) that the last run's error points at, as long as the
 * text is the one that ran.
 */
export function errorMarksOf(state: PythonState, where: string): readonly ErrorMark[] {
  const run = state.runs.at(-1);
  if (run?.record.ending.type !== 'raised' || !isUnchanged(state, run, where)) return [];
  const { name, message, places } = run.record.ending;
  const said = `${name}: ${message}`.slice(0, MOST_CHARACTERS_SAID);
  const innermost = places.at(-1);
  const here = places.filter((place) => place.where === nameFor(state, run, where));
  const marks = new Map<number, ErrorMark>();
  for (const place of here)
    marks.set(place.line, {
      line: place.line,
      said: place === innermost ? said : marks.get(place.line)?.said,
    });
  return [...marks.values()];
}

/** What Python calls a file or a cell in this run. */
function nameFor(state: PythonState, run: Run, where: string): string {
  if (run.step.what.type === 'file') return where;
  const own = whereOf(run) === where ? run : lastRun(state, where);
  return own?.interpreter === run.interpreter && own?.step.what.type === 'cell'
    ? `cell ${own.step.what.number}`
    : where;
}

function isUnchanged({ files, cells, runs }: PythonState, run: Run, where: string): boolean {
  const cell = cells.find(({ id }) => id === where);
  if (!cell) return run.step.files[where] === files[where];
  const own = runs.findLast((each) => each.cell === where);
  return own?.step.what.type === 'cell' && own.step.what.source === cell.source;
}
