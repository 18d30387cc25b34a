// A thread of Node with one interpreter in it: the same thread as in the page, on another machine.

import { constants } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
// @ts-expect-error the module's own glue: Pyodide ships no types for it
import createModule from 'pyodide/pyodide.asm.mjs';
import type { Pyodide } from '../../python/image.ts';
import { createThread } from '../../python/thread.ts';

const crypto = createRequire(import.meta.url)('node:crypto');

// Pyodide takes the numbers of file modes from here, and a guarded process (guarded.ts) does not have it.
Object.assign(process, { binding: () => ({ fs: constants }) });

// The first module that is given imports is Pyodide's own: it comes compiled.
const usual = WebAssembly.instantiate;
WebAssembly.instantiate = async (source, imports) => {
  if (!imports) return usual(source);
  WebAssembly.instantiate = usual;
  return { module: workerData, instance: await usual(workerData, imports) };
};

const thread = createThread({
  loader: {
    load: async (options) => (await loadPyodide(options)) as unknown as Pyodide,
    createModule,
  },
  say: (message) => parentPort?.postMessage(message),
  now: () => performance.now(),
  newDecoder: () => new TextDecoder(),
  setChance(fill) {
    crypto.randomFillSync = fill;
    globalThis.crypto.getRandomValues = fill as typeof globalThis.crypto.getRandomValues;
    syncBuiltinESMExports();
  },
});

let queue = Promise.resolve();
parentPort?.on('message', (message) => {
  queue = queue.then(() => thread(message));
});
