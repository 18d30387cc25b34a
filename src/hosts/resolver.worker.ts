/// <reference lib="webworker" />
import { projectOfPage } from '../../labs/packaging/snapshot-shelf.ts';
import { answerLater, type Source } from '../../labs/resolve/asking.ts';
import { openIndex } from '../../labs/resolve/bench-index.ts';
import type { Asked } from '../../labs/resolve/bench-run.ts';
import type { BenchSetup } from '../../labs/resolve/bench.ts';
import { followFile } from '../../labs/resolve/follow-file.ts';
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
let opened: Promise<Source> | undefined;
/** One run at a time. */
let turn = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<ToResolver>) => {
  if (data.type === 'open') {
    asked = data.setup;
    void open().catch(() => undefined); // said when something is run
  } else turn = turn.then(() => run(data.id, data.asked));
};

/** The index, made ready once; what failed is tried again. */
function open(): Promise<Source> {
  opened ??= prepare().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function prepare(): Promise<Source> {
  if (!asked) throw new Error('not opened');
  const { source, pages } = await openIndex(asked.index, read);
  return source ?? ((project) => pages?.get(project));
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
    const source = await open();
    const following = followFile(question, (taken) => {
      steps = taken;
      if (taken % BEAT === 0) report();
    });
    say({ type: 'ran', id, run: packRun(await answerLater(following, source)) });
  } catch (error) {
    say({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
}
