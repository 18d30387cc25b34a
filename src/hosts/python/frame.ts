import type { Image } from '../../../labs/python/image.ts';
import type { FromThread } from '../../../labs/python/thread-talk.ts';
import { GREETING, type Equipment, type FromFrame } from './frame-talk.ts';
import type { PyodideFiles, ToFrame } from './frame-talk.ts';
import workerCode from './worker.ts?classic';

// What runs in the frame: it keeps Pyodide's files, compiled and as snapshots, starts workers with them, and passes
// on what they and the page say to each other. Its origin is none: no storage, no network, no way into the page.

interface Thread {
  readonly worker: Worker;
  readonly signal: Uint8Array | undefined;
}

/** The page's, once it has greeted us. */
let port: MessagePort | undefined;
const say = (message: FromFrame, transfer: Transferable[] = []): void =>
  port?.postMessage(message, transfer);

const threads = new Map<number, Thread>();
const images = new Map<string, Image>();
const snapshots = new Map<string, Uint8Array>();
const workerUrl = urlOf(workerCode);
let equipment: Omit<Equipment, 'signal'> | undefined;
let wasm: Promise<WebAssembly.Module> | undefined;

function urlOf(code: BlobPart): string {
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}

function take({ script, module, wasm: bytes, stdlib, lock }: PyodideFiles): void {
  wasm = WebAssembly.compile(bytes);
  equipment = {
    type: 'equipment',
    script: urlOf(script),
    module: urlOf(module),
    stdlib,
    lock: new TextDecoder().decode(lock),
  };
}

function spawn(id: number, name: string, keep: boolean): void {
  const image = images.get(name);
  if (!equipment || !wasm || !image) return fail(id, `no files, or no ${name}`);
  const worker = new Worker(workerUrl);
  const signal = crossOriginIsolated ? new Uint8Array(new SharedArrayBuffer(1)) : undefined;
  threads.set(id, { worker, signal });
  worker.addEventListener('message', ({ data }: MessageEvent<FromThread>) => {
    // Only a thread that runs no learner code makes a snapshot; from any other it would be forged.
    if (data.type === 'snapshot') {
      if (keep) keepSnapshot(name, data.bytes);
    } else say({ type: 'thread', id, message: data });
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    fail(id, event.message);
  });
  worker.postMessage({ ...equipment, signal } satisfies Equipment);
  wasm.then(
    (compiled) => worker.postMessage({ type: 'compiled', wasm: compiled }),
    (error) => fail(id, String(error)),
  );
  worker.postMessage({
    type: 'start',
    image,
    keep,
    snapshot: keep ? undefined : snapshots.get(name),
  });
}

function fail(id: number, message: string): void {
  say({ type: 'thread', id, message: { type: 'died', ending: { type: 'died', message } } });
}

function keepSnapshot(name: string, bytes: Uint8Array): void {
  snapshots.set(name, bytes);
  const copy = bytes.slice();
  say({ type: 'snapshot', image: name, bytes: copy }, [copy.buffer]);
}

function hear(message: ToFrame): void {
  if (message.type === 'ping') say({ type: 'pong' });
  else if (message.type === 'files') take(message.files);
  else if (message.type === 'image') {
    images.set(message.image.name, message.image);
    if (message.snapshot) snapshots.set(message.image.name, message.snapshot);
  } else if (message.type === 'spawn') spawn(message.id, message.image, message.keep);
  else if (message.type === 'post') {
    const thread = threads.get(message.id);
    if (thread?.signal) thread.signal[0] = 0;
    thread?.worker.postMessage(message.message);
  } else if (message.type === 'interrupt') threads.get(message.id)?.signal?.fill(2);
  else {
    threads.get(message.id)?.worker.terminate();
    threads.delete(message.id);
  }
}

// One page is listened to: the one that this frame is part of. Whatever other windows say, or the page says besides
// the greeting, is not heard.
addEventListener('message', ({ source, data, ports }: MessageEvent<unknown>) => {
  if (port || source !== parent || data !== GREETING) return;
  port = ports[0];
  port?.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => hear(data));
  port?.start();
  say({ type: 'ready', canInterrupt: crossOriginIsolated });
});
