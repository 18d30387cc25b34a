import { createKeeper } from '../../../labs/python/keeper.ts';
import { createCaller } from './call.ts';
import { createEngine } from './engine.ts';
import { fetchWheel } from './fetch-files.ts';
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
let isKept: boolean | undefined;

function tell(progress: PythonProgress | undefined): void {
  for (const listen of listeners) listen(progress);
}

const engine = createEngine(
  (bytes, all) => {
    if (waiting > 0) tell(bytes < all ? { type: 'fetching', bytes, all } : { type: 'starting' });
  },
  (now) => (isKept = now),
);

/** Calls a function of an image's program, with text, for text. Rejects when the interpreter dies of it. */
export const callPython = createCaller(engine, atLeisure);

function createHost(): PythonHost {
  const keeper = createKeeper({
    spawn: (heard) => engine.spawn(learnerImage, heard),
    wheel: fetchWheel,
    after(milliseconds, call) {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  return {
    async run(request) {
      waiting += 1;
      tell({ type: 'starting' });
      const record = await keeper.run(request, (outputs) => tell({ type: 'running', outputs }));
      waiting -= 1;
      if (waiting === 0) tell(undefined);
      atLeisure(() => void engine.prepare(learnerImage).then(keeper.warm, () => undefined));
      return record;
    },
    stop: keeper.stop,
    watch(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    keeps: () => isKept,
  };
}

/** When the page has nothing better to do. */
function atLeisure(work: () => void): void {
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 3000 });
  else setTimeout(work, 300);
}
