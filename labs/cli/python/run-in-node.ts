// Runs what is asked of a Python in Pyodide under Node: what the page would get, for tests and for grading.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { version as pyodideVersion } from 'pyodide';
import type { Image } from '../../python/image.ts';
import { createKeeper, type Keeper, type Thread } from '../../python/keeper.ts';
import { PROGRAM_FILES, PYTHON_ENV } from '../../python/program.ts';
import type { RunRecord, RunRequest } from '../../python/run.ts';
import type { FromThread } from '../../python/thread-talk.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PROGRAM = here('../../python/program/');
const WHEELS = here('../../../.cache/vendor/');
const SNAPSHOTS = here('../../../.cache/python/');
const WASM = here('../../../node_modules/pyodide/pyodide.asm.wasm');

/** The image that a learner's code runs in. */
const image: Image = {
  name: 'python',
  env: PYTHON_ENV,
  wheels: [],
  program: PROGRAM_FILES.map((file) => readFileSync(PROGRAM + file, 'utf8')).join('\n'),
};

let keeper: Keeper | undefined;
let wasm: WebAssembly.Module | undefined;
let snapshot: Uint8Array | undefined;

/**
 * What a real Python makes of it. The interpreter is kept for the next request, and does not keep the process
 * alive; a run that never ends is stopped after so many milliseconds.
 */
export async function runInNode(request: RunRequest, patience = 60_000): Promise<RunRecord> {
  const python = (keeper ??= createKeeper({ spawn, wheel, after }));
  const forget = after(patience, () => python.stop(request));
  try {
    return await python.run(request);
  } finally {
    forget();
  }
}

function after(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}

function wheel(name: string): Promise<Uint8Array | undefined> {
  return readFile(WHEELS + name).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );
}

/** Threads share the module, and with it what V8 has compiled of it: the next one starts in half the time. */
const compiled = (): WebAssembly.Module => (wasm ??= new WebAssembly.Module(readFileSync(WASM)));

function spawn(heard: (message: FromThread) => void): Thread {
  const kept = readSnapshot();
  const worker = new Worker(here('python-thread.ts'), { workerData: compiled() });
  worker.on('message', (message: FromThread) => {
    if (message.type === 'snapshot') keepSnapshot(message.bytes);
    // While something is awaited the process lives: the thread that works holds it.
    if (message.type === 'ended' || message.type === 'died') worker.unref();
    heard(message);
  });
  worker.on('error', (error) =>
    heard({ type: 'died', ending: { type: 'died', message: error.message } }),
  );
  worker.postMessage({ type: 'start', image, snapshot: kept, keep: kept === undefined });
  return {
    post(message) {
      worker.ref();
      worker.postMessage(message);
    },
    interrupt: () => false,
    end: () => void worker.terminate(),
  };
}

const snapshotPath = (): string => {
  const key = createHash('sha256').update(pyodideVersion).update(JSON.stringify(image));
  return `${SNAPSHOTS}${key.digest('hex').slice(0, 16)}.snapshot`;
};

/** Read once, and shared: every thread would be sent a copy of 31 MB. */
function readSnapshot(): Uint8Array | undefined {
  if (snapshot) return snapshot;
  try {
    const bytes = readFileSync(snapshotPath());
    snapshot = new Uint8Array(new SharedArrayBuffer(bytes.length));
    snapshot.set(bytes);
  } catch {
    return undefined;
  }
  return snapshot;
}

/** Written beside and renamed: two tests at once never read half a snapshot. Who cannot keep it goes without. */
function keepSnapshot(bytes: Uint8Array): void {
  const half = `${snapshotPath()}.${process.pid}`;
  try {
    mkdirSync(SNAPSHOTS, { recursive: true });
    writeFileSync(half, bytes);
    renameSync(half, snapshotPath());
  } catch {
    rmSync(half, { force: true });
  }
}
