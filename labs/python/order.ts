// In which order the cells of a notebook ran, and what that says of each.

import type { Cell } from './cell.ts';
import { isRunnable } from './running.ts';
import type { PythonState, Run } from './state.ts';
import { lastRun } from './tellings.ts';

/**
 * How a cell and the interpreter stand to each other. `saved`: the file tells of a run, this interpreter
 * knows nothing of it; `before-restart`: it ran in one that is gone; `changed`: what ran is not what
 * stands there; `out-of-order`: a cell above ran after it.
 */
export type Standing =
  'not-run' | 'saved' | 'before-restart' | 'changed' | 'out-of-order' | 'in-order';

/** The number in the margin of a cell, `[3]`, from its last run here, or from the notebook's file. */
export function numberOf(state: PythonState, cell: Cell): number | undefined {
  const run = lastRun(state, cell.id);
  return run ? runNumber(run) : cell.saved?.number;
}

/** How this cell stands to what the interpreter did. */
export function standingOf(state: PythonState, cell: Cell): Standing {
  const run = lastRun(state, cell.id);
  if (!run) return cell.saved ? 'saved' : 'not-run';
  if (run.interpreter !== state.interpreter.number) return 'before-restart';
  if (sourceRun(run) !== cell.source) return 'changed';
  const above = state.cells.slice(0, state.cells.indexOf(cell));
  const isLate = above.some((other) => {
    const last = lastRun(state, other.id);
    return (
      last !== undefined && last.interpreter === run.interpreter && runNumber(last) > runNumber(run)
    );
  });
  return isLate ? 'out-of-order' : 'in-order';
}

/**
 * What the interpreter did since it was fresh, against the notebook as it stands: `whole` if every cell
 * ran once, from the top, as it is now, and came to its end. Anything else is a notebook whose
 * result nobody else can have by running it.
 */
export function fromTheTop(state: PythonState): 'whole' | 'not-whole' | { readonly stopsAt: Cell } {
  const cells = state.cells.filter(isRunnable);
  const runs = state.runs.filter(({ interpreter }) => interpreter === state.interpreter.number);
  const at = runs.findIndex(
    (run, i) => run.cell !== cells[i]?.id || sourceRun(run) !== cells[i]?.source,
  );
  if (at >= 0) return 'not-whole';
  const last = runs.at(-1);
  const cell = cells[runs.length - 1];
  if (last && cell && last.record.ending.type !== 'finished') return { stopsAt: cell };
  return runs.length === cells.length && runs.length > 0 ? 'whole' : 'not-whole';
}

const runNumber = ({ step }: Run): number => (step.what.type === 'cell' ? step.what.number : 0);
const sourceRun = ({ step }: Run): string => (step.what.type === 'cell' ? step.what.source : '');
