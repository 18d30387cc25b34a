import { createKeeper } from '../../../labs/python/keeper.ts';
import { createCaller } from './call.ts';
import { createEngine } from './engine.ts';
import { fetchWheel, type OnBytes } from './fetch-files.ts';
import type { PythonHost, PythonProgress } from './host.ts';
import { learnerImage } from './images.ts';

export type { CallPython, PythonHost, PythonImage, PythonProgress } from './host.ts';

let host: PythonHost | undefined;

/** The Python of this page. */
export function pythonHost(): PythonHost {
  return (host ??= createHost());
}

const listeners = new Set<(progress: PythonProgress | undefined) => void>();
let waiting = 0;

function tell(progress: PythonProgress | undefined): void {
  for (const listen of listeners) listen(progress);
}

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
  if (waiting > 0) tell(bytes < all ? { type: 'fetching', bytes, all } : { type: 'starting' });
}

/** Calls a function of an image's program, with text, for text. Rejects when the interpreter dies of it. */
export const callPython = createCaller(engine, atLeisure);

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
      waiting += 1;
      tell({ type: 'starting' });
      const record = await keeper.run(request, (outputs) => tell({ type: 'running', outputs }));
      waiting -= 1;
      if (waiting === 0) tell(undefined);
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
