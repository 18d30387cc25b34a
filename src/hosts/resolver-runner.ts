import { SNAPSHOT, emptyShelf } from '../../labs/packaging/snapshot-shelf.ts';
import { openIndex } from '../../labs/resolve/bench-index.ts';
import type { Asked, Run, Runner, RunProgress } from '../../labs/resolve/bench-run.ts';
import type { BenchSetup } from '../../labs/resolve/bench.ts';
import { unpackRun } from '../../labs/resolve/packed-run.ts';
import { readData } from './data.ts';
import thread from './resolver.worker.ts?thread';
import type { FromResolver, ToResolver } from './resolver-talk.ts';

/** A run that the reader ended: there is none, and nothing else has changed. */
export class RunStopped extends Error {}

/** An undo takes up the run before: so many are kept. */
const MOST_KEPT = 8;

interface Waiting {
  readonly id: number;
  readonly done: (run: Run) => void;
  readonly failed: (error: Error) => void;
}

/** Makes a resolver bench ready for a page: its pages at hand, and pip in a thread of its own. */
export async function equipResolver(setup: BenchSetup): Promise<BenchSetup> {
  const shelf = emptyShelf();
  const runner = startRunner(setup, (project, text) => shelf.put(project, text));
  if (setup.index === SNAPSHOT) return { ...setup, pages: shelf, runner };
  return { ...setup, ...(await openIndex(setup.index, readData)), runner };
}

/** pip in a worker; in a browser that starts none it runs on the page. */
function startRunner(setup: BenchSetup, onPage: (project: string, text: string) => void): Runner {
  const kept = new Map<string, Promise<Run>>();
  const listeners = new Set<(progress: RunProgress | undefined) => void>();
  const tell = (progress: RunProgress | undefined) => listeners.forEach((each) => each(progress));
  let worker: Worker | undefined;
  let waiting: readonly Waiting[] = [];
  let runs = 0;

  const settle = (id: number): Waiting | undefined => {
    const was = waiting.find((each) => each.id === id);
    waiting = waiting.filter((each) => each !== was);
    if (waiting.length === 0) tell(undefined);
    return was;
  };
  const failAll = (error: Error): void => {
    for (const { id } of waiting) settle(id)?.failed(error);
  };
  const start = (): void => {
    worker = startWorker(setup);
    if (!worker) return;
    worker.onmessage = ({ data }: MessageEvent<FromResolver>) => {
      if (data.type === 'page') onPage(data.project, data.text);
      else if (data.type === 'progress') tell(waiting.length > 0 ? data.progress : undefined);
      else if (data.type === 'ran') settle(data.id)?.done(unpackRun(data.run));
      else settle(data.id)?.failed(new Error(data.message));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker?.terminate();
      worker = undefined; // the next run is one on the page
      failAll(new Error(event.message));
    };
  };
  const runAnew = (asked: Asked): Promise<Run> => {
    if (!worker) return runOnPage(setup, asked);
    const id = (runs += 1);
    // Not at once: whoever asks may be in the middle of drawing.
    queueMicrotask(() => waiting.length > 0 && tell({ steps: 0, fetching: undefined }));
    return new Promise((done, failed) => {
      waiting = [...waiting, { id, done, failed }];
      const message: ToResolver = { type: 'run', id, asked };
      worker?.postMessage(message);
    });
  };

  start();
  return {
    run(asked) {
      const key = JSON.stringify([asked.text, asked.tool, asked.target]);
      const known = kept.get(key);
      if (known) return known;
      const run = runAnew(asked);
      kept.set(key, run);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      run.catch(() => kept.delete(key));
      return run;
    },
    stop() {
      if (waiting.length === 0) return;
      worker?.terminate();
      start();
      failAll(new RunStopped());
    },
    watch(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}

function startWorker(setup: BenchSetup): Worker | undefined {
  try {
    const worker = new Worker(thread, { type: 'module' });
    const message: ToResolver = { type: 'open', setup };
    worker.postMessage(message);
    return worker;
  } catch {
    return undefined;
  }
}

async function runOnPage(setup: BenchSetup, asked: Asked): Promise<Run> {
  const { runHere } = await import('../../labs/resolve/follow-file.ts');
  return runHere(asked, await openIndex(setup.index, readData));
}
