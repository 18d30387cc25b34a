import type { Supplier } from '../../../../labs/core/engine.ts';
import type { PythonEvent } from '../../../../labs/python/bench-event.ts';
import type { RunRecord, RunRequest } from '../../../../labs/python/run.ts';
import { pythonHost } from '../../../hosts/python/python.ts';

const supplied = (record: RunRecord): PythonEvent => ({ type: 'supplied', record, move: false });

const lost = supplied({ outputs: [], ending: { type: 'stopped', kept: false }, changed: {} });

// While a page is left its requests and workers end; that is no ending of a run.
let isLeft = false;
addEventListener('pagehide', () => (isLeft = true));
addEventListener('pageshow', () => (isLeft = false));

/** Rejects if the page comes back, and otherwise never answers. */
const cutOff = (): Promise<never> =>
  new Promise((_, reject) => {
    addEventListener('pageshow', () => reject(new Error('the page was left')), { once: true });
  });

/** The Python of the page answers what a state needs. */
export const supplier: Supplier<RunRequest, PythonEvent> = {
  async supply(request) {
    const record = await pythonHost().run(request);
    return isLeft ? cutOff() : supplied(record);
  },
  stop: (request) => pythonHost().stop(request),
  lost,
};
