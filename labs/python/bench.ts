import type { Engine } from '../core/engine.ts';
import type { Lab } from '../core/lab.ts';
import { readPythonEvent, type PythonEvent } from './bench-event.ts';
import { addCell, moveCell, removeCell, takeCells, typeInto } from './cells.ts';
import { removeFile, renameFile, writeFile } from './disk.ts';
import { answer, installOptional, restart, supply, wait } from './running.ts';
import type { RunRequest } from './run.ts';
import type { PythonSetup, PythonState } from './state.ts';

/** A lab on this bench. */
export type PythonLab = Lab<PythonSetup, PythonState, PythonEvent, RunRequest>;

/** The engine of every lab in which real Python runs: what ran is recorded, so a log needs no Python. */
export const pythonBench: Engine<PythonSetup, PythonState, PythonEvent, RunRequest> = {
  kind: 'python',
  start: (setup) =>
    takeCells(
      {
        setup,
        files: setup.files,
        cells: [],
        born: 0,
        runs: [],
        interpreter: { number: 1, seed: 0, past: [], count: 0 },
      },
      setup.cells,
    ),
  apply(state, event) {
    switch (event.type) {
      case 'wrote':
        return writeFile(state, event.path, event.text);
      case 'renamed':
        return renameFile(state, event.from, event.to);
      case 'removed':
        return removeFile(state, event.path);
      case 'typed':
        return typeInto(state, event.cell, event.text);
      case 'cell-added':
        return addCell(state, event.at);
      case 'cell-moved':
        return moveCell(state, event.cell, event.to);
      case 'cell-removed':
        return removeCell(state, event.cell);
      case 'imported':
        return takeCells(state, event.cells);
      case 'ran':
        return wait(state, event.what);
      case 'answered':
        return answer(state, event.text);
      case 'restarted':
        return restart(state);
      case 'installed':
        return installOptional(state);
      case 'supplied':
        return supply(state, event.record);
    }
  },
  readEvent: readPythonEvent,
  needs: ({ waiting }) => waiting?.request,
};
