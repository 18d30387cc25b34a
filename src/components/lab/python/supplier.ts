import type { Supplier } from '../../../../labs/core/engine.ts';
import type { PythonEvent } from '../../../../labs/python/bench-event.ts';
import type { RunRecord, RunRequest } from '../../../../labs/python/run.ts';
import { pythonHost } from '../../../hosts/python/python.ts';

const supplied = (record: RunRecord): PythonEvent => ({ type: 'supplied', record, move: false });

/** The Python of the page answers what a state needs. */
export const supplier: Supplier<RunRequest, PythonEvent> = {
  supply: async (request) => supplied(await pythonHost().run(request)),
  stop: () => pythonHost().stop(),
  lost: supplied({ outputs: [], ending: { type: 'stopped', kept: false }, changed: {} }),
};
