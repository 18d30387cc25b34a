// What is run next, in which interpreter, and what is left when it has run.

import type { What } from './bench-event.ts';
import type { Cell } from './cell.ts';
import { bodyOf, withChanges } from './disk.ts';
import type { RunRecord, RunRequest, Step, Task } from './run.ts';
import type { PythonState, Run, Waiting } from './state.ts';

/** The learner runs something. While something runs already, nothing else begins. */
export function wait(state: PythonState, what: What): PythonState {
  if (state.waiting) return state;
  const free = withoutQuestion(state);
  switch (what.type) {
    case 'file':
      if (bodyOf(state.files, what.path) === undefined) return state;
      return begin(free, { type: 'file', path: what.path });
    case 'line':
      return beginLine(free, what.text);
    case 'cell':
      return nextCell(free, [what.cell]);
    case 'all':
      return nextCell(
        what.fresh ? restart(free) : free,
        free.cells.map(({ id }) => id),
      );
  }
}

/** A line at `>>>`; after one that was not whole, at `...`, it belongs to it. */
function beginLine(state: PythonState, text: string): PythonState {
  const before = openLines(state);
  const source = before === undefined ? text : `${before}\n${text}`;
  const begun = begin(state, { type: 'line', source });
  return begun.waiting && before !== undefined
    ? { ...begun, waiting: { ...begun.waiting, isAgain: true } }
    : begun;
}

/** The lines at the prompt that are not whole yet; undefined: the prompt is `>>>`. */
export function openLines({ runs, interpreter }: PythonState): string | undefined {
  const last = runs.at(-1);
  return last?.record.ending.type === 'incomplete' &&
    last.interpreter === interpreter.number &&
    last.step.what.type === 'line'
    ? last.step.what.source
    : undefined;
}

/** Begins the first of these cells in which there is something to run. */
function nextCell(state: PythonState, ids: readonly string[]): PythonState {
  const found = ids.map((id) => state.cells.find((cell) => cell.id === id));
  const at = found.findIndex((cell) => cell !== undefined && isRunnable(cell));
  const cell = found[at];
  if (!cell) return state;
  const task: Task = { type: 'cell', source: cell.source, number: state.interpreter.count + 1 };
  return begin(state, task, { cell: cell.id, then: ids.slice(at + 1) });
}

/** Is there something to run in this cell? */
export const isRunnable = ({ type, source }: Cell): boolean =>
  type === 'code' && source.trim() !== '';

function begin(
  state: PythonState,
  what: Task,
  cells: Pick<Waiting, 'cell' | 'then'> = { then: [] },
): PythonState {
  const { setup, files, interpreter, runs } = state;
  const isFile = what.type === 'file'; // it runs in an interpreter of its own
  const request: RunRequest = {
    wheels: wheelsOf(state),
    past: isFile ? [] : interpreter.past,
    step: { what, files, answers: [] },
    seed: isFile ? runs.length : interpreter.seed,
    ...(setup.probe === undefined ? {} : { probe: setup.probe }),
  };
  return { ...state, waiting: { request, ...cells, isAgain: false } };
}

/** What is installed. */
function wheelsOf({ setup, hasOptional }: PythonState): readonly string[] {
  const { wheels, optional } = setup;
  return optional && hasOptional ? [...wheels, ...optional.wheels] : wheels;
}

/** The optional project is there from now on, for a fresh interpreter: none is changed while it runs. */
export function installOptional(state: PythonState): PythonState {
  if (state.waiting || state.hasOptional || !state.setup.optional) return state;
  return { ...restart(state), hasOptional: true };
}

/** The learner answers the `input()` at which a run stands: it runs again, with one answer more. */
export function answer(state: PythonState, text: string): PythonState {
  const { asking } = state;
  if (!asking || state.waiting) return state;
  const { request } = asking;
  const step = { ...request.step, answers: [...request.step.answers, text] };
  return {
    ...withoutQuestion(state),
    waiting: { ...asking, request: { ...request, step }, isAgain: true },
  };
}

/** A fresh interpreter takes the place of this one: everything that was done in it is gone. */
export function restart(state: PythonState): PythonState {
  if (state.waiting) return state;
  const { interpreter, runs } = state;
  return {
    ...withoutQuestion(state),
    interpreter: { number: interpreter.number + 1, seed: runs.length, past: [], count: 0 },
  };
}

/** The host tells what came of what is waited for. */
export function supply(state: PythonState, record: RunRecord): PythonState {
  const { waiting, ...rest } = state;
  if (!waiting) return state;
  const { request, cell, then, isAgain } = waiting;
  const { step } = request;
  const run: Run = {
    step,
    record,
    ...(cell === undefined ? {} : { cell }),
    ...(step.what.type === 'file' ? {} : { interpreter: state.interpreter.number }),
  };
  const told: PythonState = {
    ...rest,
    files: withChanges(state.files, record.changed),
    runs: [...(isAgain ? state.runs.slice(0, -1) : state.runs), run],
  };
  if (record.ending.type === 'asks') return { ...told, asking: waiting };
  const done = step.what.type === 'file' ? told : afterStep(told, run);
  return record.ending.type === 'finished' ? nextCell(done, then) : done;
}

function afterStep(state: PythonState, { step, record: { ending } }: Run): PythonState {
  const { interpreter } = state;
  const { what } = step;
  if (ending.type === 'incomplete' || ending.type === 'lacking') return state;
  const isGone =
    ending.type === 'died' ||
    (ending.type === 'stopped' && !ending.kept) ||
    (ending.type === 'exited' && what.type === 'line'); // `exit()` at the prompt; a notebook's kernel stays
  if (isGone) return restart(state);
  const done: Step = ending.type === 'stopped' ? { ...step, stopped: true } : step;
  const count = what.type === 'cell' ? what.number : interpreter.count;
  return { ...state, interpreter: { ...interpreter, past: [...interpreter.past, done], count } };
}

function withoutQuestion(state: PythonState): PythonState {
  const { asking: _, ...rest } = state;
  return rest;
}
