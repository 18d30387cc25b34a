import { IndexFailure } from '../../labs/packaging/remote-get.ts';
import { answersFromRemote } from '../../labs/packaging/remote-answers.ts';
import { createRemoteIndex, type RemoteIndex } from '../../labs/packaging/remote-index.ts';
import { answerLater, type Source } from '../../labs/resolve/asking.ts';
import type { FromWorker, Progress, Question, ToWorker, Trouble } from './explain-answer.ts';
import { DataFailure, openSnapshot } from './explain-snapshot.ts';
import { holdFollowed } from './explain-hold.ts';
import { fullPython } from './explain-targets.ts';
import { explainPin } from './explain-why.ts';
import type { Known } from './explain-solve.ts';
import { workOut, type Worked } from './explain-work.ts';
import { LIVE_INDEX, liveNetwork } from './live-network.ts';

// Works in a thread of its own, so that no file can make the page stand still.

const BEAT_MS = 120;
const say = (message: FromWorker): void => postMessage(message);

let stopping = new AbortController();
let last: { readonly worked: Worked; readonly source: Source } | undefined;

/** The real index, kept for the visit: what it has said it is not asked again. */
let live: RemoteIndex | undefined;
let listen: (seen: Pick<Progress, 'projects' | 'bytes' | 'waiting'>) => void = () => undefined;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'stop') stopping.abort();
  else if (data.type === 'ask') void attempt(data.id, () => ask(data.id, data.question));
  else if (data.type === 'why') void attempt(data.id, () => why(data.id, data.project));
  else if (data.type === 'hold') void hold(data.id);
  else pipAnswered(data.answer);
});

async function attempt(id: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    say({ type: 'trouble', id, trouble: troubleOf(error) });
  }
}

function troubleOf(error: unknown): Trouble {
  if (stopping.signal.aborted) return { kind: 'stopped' };
  if (error instanceof IndexFailure) return { kind: 'index', problem: error.problem };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: error instanceof DataFailure ? 'data' : 'crash', message };
}

async function ask(id: number, question: Question): Promise<void> {
  stopping = new AbortController();
  last = undefined;
  const { known, source } = await openIndex(question);
  let seen: Pick<Progress, 'projects' | 'bytes' | 'waiting'> = { projects: 0, bytes: 0 };
  let count: Pick<Progress, 'phase' | 'rounds' | 'refused'> = {
    phase: 'reading',
    rounds: 0,
    refused: 0,
  };
  const tell = paced(() => say({ type: 'progress', id, progress: { ...count, ...seen } }));
  listen = (next) => {
    seen = next;
    tell();
  };
  const worked = await answerLater(
    workOut(question, known, {
      progress: (next) => {
        count = next;
        tell();
      },
      partly: (answer) => say({ type: 'answer', id, answer, isWhole: false }),
    }),
    source,
  );
  last = { worked, source };
  say({ type: 'answer', id, answer: worked.answer, isWhole: true });
}

/** Reports now and then; the last state is always told, if anybody still waits. */
function paced(report: () => void): () => void {
  let told = -Infinity;
  let later: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(later);
    later = undefined;
    told = performance.now();
    report();
  };
  return () => {
    const rest = told + BEAT_MS - performance.now();
    if (rest <= 0) now();
    else later ??= setTimeout(now, rest);
  };
}

async function openIndex({
  where,
  python,
  platform,
}: Question): Promise<{ readonly known: Known; readonly source: Source }> {
  const { names, absent, fetch } = await openSnapshot();
  if (where === 'live') {
    live ??= createRemoteIndex(
      liveNetwork(() => stopping.signal),
      { url: LIVE_INDEX, tell: (progress) => listen(progress) },
    );
    const target = { python: fullPython(python), platform, implementation: 'cp' } as const;
    return {
      known: { names, absent, isSnapshot: false, isFetched: true },
      source: answersFromRemote(live, target),
    };
  }
  let projects = 0;
  return {
    known: { names, absent, isSnapshot: true, isFetched: false },
    source(project, filename) {
      if (filename !== undefined) return undefined; // METADATA that the snapshot did not read
      projects += 1;
      listen({ projects, bytes: 0 });
      return fetch(project);
    },
  };
}

async function why(id: number, project: string): Promise<void> {
  if (last?.worked.solved === undefined) return;
  const { worked, source } = last;
  const { solved, answer } = worked;
  if (solved === undefined) return;
  const page = await source(project, undefined, { type: 'needs', project });
  say({ type: 'why', id, why: explainPin(solved, project, page, answer.question.language) });
}

let pipAnswered: (answer: string) => void = () => undefined;

async function hold(id: number): Promise<void> {
  const { followed, answer } = last?.worked ?? {};
  if (last === undefined || followed === undefined || answer === undefined) return;
  const ask = (question: string): Promise<string> => {
    say({ type: 'ask-pip', id, question });
    return new Promise((answered) => (pipAnswered = answered));
  };
  try {
    const held = await holdFollowed(followed, answer.question, last.source, ask);
    say({ type: 'held', id, held });
  } catch (error) {
    say({ type: 'not-held', id, trouble: troubleOf(error) });
  }
}
