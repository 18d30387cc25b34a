import type { Ending, Output } from './run.ts';

/** One cell of a notebook: Python, or prose between it. */
export interface Cell {
  readonly id: string;
  readonly type: 'code' | 'markdown';
  readonly source: string;
  /** What the notebook's file says of its last run, on another day or another machine. */
  readonly saved?: SavedRun;
}

/** A run that is only told of: nothing of it is in the interpreter. */
export interface SavedRun {
  /** None where the file has none. */
  readonly number?: number;
  readonly outputs: readonly Output[];
  /** Undefined where the file does not name an error. */
  readonly ending?: Extract<Ending, { readonly type: 'raised' }>;
}

/** A cell before it has a name: how setups and notebook files bring them. */
export type NewCell = Omit<Cell, 'id'>;
