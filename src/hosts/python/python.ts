import { createKeeper } from '../../../labs/python/keeper.ts';
import type { RunRequest } from '../../../labs/python/run.ts';
import { createCaller } from './call.ts';
import { createEngine } from './engine.ts';
import { fetchWheel, type OnBytes } from './fetch-files.ts';
import type { CallPython, PythonHost, PythonProgress } from './host.ts';
import { learnerImage } from './images.ts';

export type { CallPython, PythonHost, PythonImage, PythonProgress } from './host.ts';

let host: PythonHost | undefined;

/** The Python of this page. */
export function pythonHost(): PythonHost {
  return (host ??= createHost());
}

/** The runs that are waited for, in their order: the first is under way. */
const runs = new Map<RunRequest, PythonProgress>();
const listeners = new Set<(now: ReadonlyMap<RunRequest, PythonProgress>) => void>();

function tell(request: RunRequest | undefined, progress: PythonProgress | undefined): void {
  if (!request) return;
  if (progress) runs.set(request, progress);
  else runs.delete(request);
  const now = new Map(runs);
  for (const listen of listeners) listen(now);
}

const first = (): RunRequest | undefined => runs.keys().next().value;

const byteListeners = new Set<OnBytes>();

/** Tells of Pyodide's bytes as they come, whoever they are fetched for. Returns how to stop listening. */
export function watchBytes(listen: OnBytes): () => void {
  byteListeners.add(listen);
  return () => byteListeners.delete(listen);
}

const engine = createEngine((bytes, all) => {
  for (const listen of byteListeners) listen(bytes, all);
  tellBytes(bytes, all);
});

function tellBytes(bytes: number, all: number): void {
  tell(first(), bytes < all ? { type: 'fetching', bytes, all } : { type: 'starting' });
}

/** Calls functions in interpreters of this page. */
export const callPython: CallPython = createCaller(engine, atLeisure);

function createHost(): PythonHost {
  const keeper = createKeeper({
    spawn: (heard) => engine.spawn(learnerImage, heard),
    wheel: (file) => fetchWheel(file, tellBytes),
    after(milliseconds, call) {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  let settled = Promise.resolve(false);
  async function prepare(): Promise<boolean> {
    try {
      const isKept = await engine.prepare(learnerImage);
      await keeper.warm();
      return isKept;
    } catch {
      return false; // the next start is a slow one
    }
  }
  return {
    async run(request) {
      tell(request, { type: runs.size === 0 ? 'starting' : 'queued' });
      const record = await keeper.run(request, (outputs) =>
        tell(request, { type: 'running', outputs }),
      );
      const wasFirst = first() === request;
      tell(request, undefined);
      if (wasFirst) tell(first(), { type: 'starting' });
      settled = atLeisure().then(prepare);
      return record;
    },
    stop: keeper.stop,
    watch(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    settled: () => settled,
  };
}

/** When the page has nothing better to do. */
function atLeisure(): Promise<void> {
  return new Promise((done) => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 3000 });
    else setTimeout(done, 300);
  });
}
