import type {
  Answer,
  FromWorker,
  Progress,
  Question,
  ToWorker,
  Trouble,
  WhyShown,
} from './explain-answer.ts';
import type { AskPip } from '../../labs/resolve/referee/hold.ts';
import { NotHeld, type Held } from './referee/held.ts';

/** Who hears of a question that is being worked out. */
export interface Listener {
  readonly onprogress: (progress: Progress) => void;
  readonly onanswer: (answer: Answer, isWhole: boolean) => void;
  readonly ontrouble: (trouble: Trouble) => void;
}

interface Holding {
  readonly ask: AskPip;
  readonly done: (held: Held) => void;
  readonly failed: (error: unknown) => void;
}

type OfPip = Extract<FromWorker, { type: 'ask-pip' | 'held' | 'not-held' }>;

/** How long a worker may take to stop by itself; it keeps what it has fetched then. */
const GRACE_MS = 400;

/** Works out questions in a worker, one at a time: a new one stops the one before. */
export class Explainer {
  #worker: Worker | undefined;
  #id = 0;
  #listener: Listener | undefined;
  #why: ((why: WhyShown) => void) | undefined;
  #holding: Holding | undefined;
  #grace: ReturnType<typeof setTimeout> | undefined;

  ask(question: Question, listener: Listener): void {
    if (this.#listener) this.#end();
    this.#listener = listener;
    this.#id += 1;
    this.#send({ type: 'ask', id: this.#id, question });
  }

  /** Why a project of the last answer was pinned. */
  why(project: string): Promise<WhyShown> {
    return new Promise((done) => {
      this.#why = done;
      this.#send({ type: 'why', id: this.#id, project });
    });
  }

  /** Has the last answer held against the real pip, which is asked here. */
  hold(ask: AskPip): Promise<Held> {
    return new Promise((done, failed) => {
      this.#holding = { ask, done, failed };
      this.#send({ type: 'hold', id: this.#id });
    });
  }

  /** The worker is asked to stop; if it is too busy to hear that, it is ended. */
  stop(): void {
    if (!this.#listener) return;
    this.#send({ type: 'stop', id: this.#id });
    clearTimeout(this.#grace);
    this.#grace = setTimeout(() => this.#end(), GRACE_MS);
  }

  #end(): void {
    clearTimeout(this.#grace);
    const listener = this.#listener;
    this.#listener = undefined;
    this.#worker?.terminate();
    this.#worker = undefined;
    listener?.ontrouble({ kind: 'stopped' });
  }

  #send(message: ToWorker): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./explain.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#hear({
        type: 'trouble',
        id: this.#id,
        trouble: { kind: 'crash', message: event.message },
      });
      worker.terminate();
      if (this.#worker === worker) this.#worker = undefined;
    };
    return worker;
  }

  #hear(message: FromWorker): void {
    if (message.id !== this.#id) return;
    if (message.type === 'why') {
      this.#why?.(message.why);
      return;
    }
    if (message.type === 'ask-pip' || message.type === 'held' || message.type === 'not-held') {
      this.#hearOfPip(message);
      return;
    }
    const listener = this.#listener;
    if (message.type === 'progress') listener?.onprogress(message.progress);
    else if (message.type === 'answer') {
      if (message.isWhole) this.#done();
      listener?.onanswer(message.answer, message.isWhole);
    } else {
      this.#done();
      listener?.ontrouble(message.trouble);
    }
  }

  #hearOfPip(message: OfPip): void {
    const holding = this.#holding;
    if (message.type === 'held') holding?.done(message.held);
    else if (message.type === 'not-held') holding?.failed(new NotHeld(message.trouble));
    else
      holding?.ask(message.question).then(
        (answer) => {
          if (holding === this.#holding) this.#send({ type: 'pip-answered', id: this.#id, answer });
        },
        (error: unknown) => holding.failed(error),
      );
  }

  #done(): void {
    clearTimeout(this.#grace);
    this.#listener = undefined;
  }
}
