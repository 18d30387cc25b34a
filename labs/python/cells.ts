import { MOST_CELLS } from './bench-event.ts';
import type { Cell, NewCell } from './cell.ts';
import type { PythonState } from './state.ts';

/** A notebook takes the place of the one that is here. What the interpreter holds, it holds. */
export function takeCells(state: PythonState, cells: readonly NewCell[]): PythonState {
  const named = cells.map((cell, i) => ({ ...cell, id: idOf(state.born + i) }));
  return { ...state, cells: named, born: state.born + named.length };
}

const idOf = (born: number): string => `cell-${born + 1}`;

/** A new, empty cell before the one that stands there now. */
export function addCell(state: PythonState, at: number): PythonState {
  if (state.cells.length >= MOST_CELLS) return state;
  const cell: Cell = { id: idOf(state.born), type: 'code', source: '' };
  return { ...state, cells: state.cells.toSpliced(at, 0, cell), born: state.born + 1 };
}

/** A cell gets another place, counted without it. */
export function moveCell(state: PythonState, id: string, to: number): PythonState {
  const cell = state.cells.find((each) => each.id === id);
  if (!cell) return state;
  return { ...state, cells: state.cells.filter((each) => each !== cell).toSpliced(to, 0, cell) };
}

/** A cell goes; what it did in the interpreter stays done. */
export const removeCell = (state: PythonState, id: string): PythonState => ({
  ...state,
  cells: state.cells.filter((each) => each.id !== id),
});

/** The learner changes what stands in a cell. */
export const typeInto = (state: PythonState, id: string, source: string): PythonState => ({
  ...state,
  cells: state.cells.map((cell) => (cell.id === id ? { ...cell, source } : cell)),
});
