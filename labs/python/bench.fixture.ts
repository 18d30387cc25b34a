import { states } from '../core/session.ts';
import { pythonBench } from './bench.ts';
import type { PythonEvent, What } from './bench-event.ts';
import type { RunRecord, RunRequest } from './run.ts';
import type { PythonSetup, PythonState } from './state.ts';

/** A bench with nothing on it but what is said. */
export const setupOf = (own: Partial<PythonSetup> = {}): PythonSetup => ({
  shape: 'notebook',
  files: {},
  cells: [],
  wheels: [],
  suggested: [],
  goal: () => [],
  ...own,
});

/** Cells with these sources. */
export const cellsOf = (...sources: readonly string[]): PythonSetup['cells'] =>
  sources.map((source) => ({ type: 'code', source }));

/** A run that ended so, and left nothing else. */
export const recordOf = (own: Partial<RunRecord> = {}): RunRecord => ({
  outputs: [],
  ending: { type: 'finished' },
  changed: {},
  ...own,
});

/** What a traceback at one place says. */
export const raisedAt = (where: string, line: number): RunRecord =>
  recordOf({
    ending: {
      type: 'raised',
      name: 'NameError',
      message: 'no such name',
      traceback: 'Traceback …',
      places: [{ where, line }],
    },
  });

export const ran = (what: What): PythonEvent => ({ type: 'ran', what });
export const ranCell = (cell: string): PythonEvent => ran({ type: 'cell', cell });
export const supplied = (record: RunRecord): PythonEvent => ({
  type: 'supplied',
  record,
  move: false,
});

/** Where a bench stands after these events; a run whose record is not among them comes to its end, or as `tell` says. */
export async function after(
  setup: PythonSetup,
  events: readonly PythonEvent[],
  tell: (request: RunRequest) => RunRecord = () => recordOf(),
): Promise<PythonState> {
  const passed = await states(pythonBench, setup, events, (need) =>
    Promise.resolve(supplied(tell(need))),
  );
  const end = passed.at(-1);
  if (!end) throw new Error('no state');
  return end;
}
