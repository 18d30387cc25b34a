/// <reference lib="webworker" />
import type { Loader, Pyodide } from '../../../labs/python/image.ts';
import { createThread } from '../../../labs/python/thread.ts';
import type { FromThread, ToThread } from '../../../labs/python/thread-talk.ts';
import type { Compiled, Equipment } from './frame-talk.ts';

// One interpreter, in a worker of the frame. It is a classic script, because a module worker cannot be made of a blob
// there; Pyodide refuses classic workers, and knows them by an importScripts that works.

declare const self: DedicatedWorkerGlobalScope;

const INDEX = 'https://sandbox.invalid/';
/** Where learner code could reach the worker's own world, though the policy of the frame denies nearly all of it. */
const TAKEN_AWAY = [
  'postMessage',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'BroadcastChannel',
  'Worker',
  'indexedDB',
  'caches',
];

self.importScripts = () => {
  throw new Error('no scripts');
};
const post = self.postMessage.bind(self);
const say = (message: FromThread): void =>
  message.type === 'snapshot' ? post(message, [message.bytes.buffer]) : post(message);

let equip: (equipment: Equipment) => void = () => undefined;
let compiled: (wasm: WebAssembly.Module) => void = () => undefined;
const equipped = new Promise<Equipment>((done) => (equip = done));
const wasm = new Promise<WebAssembly.Module>((done) => (compiled = done));
const scripts = equipped.then(({ script, module }) =>
  Promise.all([import(/* @vite-ignore */ script), import(/* @vite-ignore */ module)]),
);

const loader: Loader = {
  async load(options) {
    const { stdlib, lock } = await equipped;
    const [{ loadPyodide }] = await scripts;
    useCompiled(await wasm);
    self.fetch = (asked) => answerFromHere(String(asked), stdlib);
    return (await loadPyodide({
      ...options,
      indexURL: INDEX,
      stdLibURL: `${INDEX}python_stdlib.zip`,
      lockFileContents: lock,
    })) as Pyodide;
  },
  async createModule(settings) {
    const [, { default: createModule }] = await scripts;
    return createModule(settings);
  },
};

const thread = createThread({
  loader,
  say,
  now: () => performance.now(),
  newDecoder: () => new TextDecoder(),
  setChance(fill) {
    self.crypto.getRandomValues = fill as Crypto['getRandomValues'];
  },
  async started({ python }) {
    for (const name of TAKEN_AWAY) Object.defineProperty(self, name, { value: undefined });
    const { signal } = await equipped;
    if (signal) python.setInterruptBuffer(signal);
  },
});

/** Nothing is fetched: Pyodide asks for two files, which came with the equipment. */
async function answerFromHere(address: string, stdlib: ArrayBuffer): Promise<Response> {
  if (address.endsWith('.wasm')) return new Response();
  if (address.endsWith('.zip')) return new Response(stdlib);
  throw new Error(`${address}: no network`);
}

/** The first module that is asked for is Pyodide's own; it was compiled by the frame. */
function useCompiled(module: WebAssembly.Module): void {
  const usual = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    WebAssembly.instantiateStreaming = usual;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

let queue = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<ToThread | Equipment | Compiled>) => {
  if (data.type === 'equipment') equip(data);
  else if (data.type === 'compiled') compiled(data.wasm);
  else queue = queue.then(() => thread(data));
});
