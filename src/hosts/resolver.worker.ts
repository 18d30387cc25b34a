/// <reference lib="webworker" />
import { projectOfPage } from '../../labs/packaging/snapshot-shelf.ts';
import { openIndex, type BenchIndex } from '../../labs/resolve/bench-index.ts';
import type { Asked } from '../../labs/resolve/bench-run.ts';
import type { BenchSetup } from '../../labs/resolve/bench.ts';
import { runHere } from '../../labs/resolve/follow-file.ts';
import { packRun } from '../../labs/resolve/packed-run.ts';
import { readData } from './data.ts';
import type { FromResolver, ToResolver } from './resolver-talk.ts';

// pip runs here, so that no file can make the page stand still.

declare const self: DedicatedWorkerGlobalScope;

/** How many steps pass between two reports. */
const BEAT = 500;

const say = (message: FromResolver): void => self.postMessage(message);

let steps = 0;
const report = (fetching?: string): void =>
  say({ type: 'progress', progress: { steps, fetching } });

let asked: BenchSetup | undefined;
let opened: Promise<BenchIndex> | undefined;
/** One run at a time. */
let turn = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<ToResolver>) => {
  if (data.type === 'open') {
    asked = data.setup;
    void open().catch(() => undefined); // said when something is run
  } else turn = turn.then(() => run(data.id, data.asked));
};

/** The index, made ready once; what failed is tried again. */
function open(): Promise<BenchIndex> {
  opened ??= prepare().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function prepare(): Promise<BenchIndex> {
  if (!asked) throw new Error('not opened');
  return openIndex(asked.index, read);
}

async function read(path: string): Promise<string> {
  const project = projectOfPage(path);
  if (project === undefined) return readData(path);
  report(project);
  const text = await readData(path);
  say({ type: 'page', project, text });
  report();
  return text;
}

async function run(id: number, question: Asked): Promise<void> {
  steps = 0;
  try {
    const ran = await runHere(question, await open(), (taken) => {
      steps = taken;
      if (taken % BEAT === 0) report();
    });
    say({ type: 'ran', id, run: packRun(ran) });
  } catch (error) {
    say({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
}
