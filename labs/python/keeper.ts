import { joinOutputs } from './outputs.ts';
import type { Ending, Output, RunRecord, RunRequest, Step } from './run.ts';
import type { FromThread, RunEnd, ToThread } from './thread-talk.ts';

/** A thread with one interpreter, which is starting or started. */
export interface Thread {
  post(message: ToThread): void;
  /** Raises KeyboardInterrupt in it; false where the machine cannot. */
  interrupt(): boolean;
  end(): void;
}

/** What a keeper is lent. */
export interface KeeperMachine {
  spawn(heard: (message: FromThread) => void): Thread;
  /** The file of a wheel; undefined: this copy has it not. Rejects where it could not be fetched. */
  wheel(name: string): Promise<Uint8Array | undefined>;
  /** Calls back after a time, unless it is told not to. */
  after(milliseconds: number, call: () => void): () => void;
}

/** What is heard of a run under way: once that it has begun, then what it puts out. */
export type ListenToRun = (outputs: readonly Output[]) => void;

/** Keeps interpreters: the one with the past that was asked for last, and a fresh one. */
export interface Keeper {
  /** One after the other; never rejects. */
  run(request: RunRequest, listen?: ListenToRun): Promise<RunRecord>;
  /** Ends that run within a second, or takes it out of the line of those that wait; no other is touched. */
  stop(request: RunRequest): void;
  /** Has a fresh interpreter at hand for whoever needs one next; resolves when it has started. */
  warm(): Promise<void>;
  /** Ends everything. */
  end(): void;
}

/** How long a program may take over KeyboardInterrupt before it is ended. */
const PATIENCE_MS = 700;

/** One request, from when it is made until it has its record. */
interface Turn {
  readonly request: RunRequest;
  readonly listen: ListenToRun;
  isStopped: boolean;
  /** What a stop does to it now. */
  halt: () => void;
}

const STOPPED: Ending = { type: 'stopped', kept: false };

interface Interpreter {
  readonly thread: Thread;
  heard: (message: FromThread) => void;
  /** It has said something. */
  readonly started: Promise<void>;
  /** Chance and wheels, once it has been used. */
  kind: string | undefined;
  /** The steps that it has run, as keys. */
  past: readonly string[];
}

/** A keeper of interpreters on some machine. */
export function createKeeper(machine: KeeperMachine): Keeper {
  let current: Interpreter | undefined;
  let spare: Interpreter | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const turns = new Map<RunRequest, Turn>();

  function fresh(): Interpreter {
    let started = (): void => undefined;
    const interpreter: Interpreter = {
      thread: machine.spawn((message) => {
        started();
        interpreter.heard(message);
      }),
      heard(message) {
        if (message.type === 'died' && spare === interpreter) spare = undefined;
      },
      started: new Promise((done) => (started = done)),
      kind: undefined,
      past: [],
    };
    return interpreter;
  }

  /** The interpreter that has a beginning of this past. */
  function fitting(kind: string, past: readonly string[]): Interpreter | undefined {
    return current?.kind === kind && isBeginning(current.past, past) ? current : undefined;
  }

  /** The interpreter that lacks least of the past; what others have done is given up. */
  function take(kind: string, past: readonly string[]): Interpreter {
    const found = fitting(kind, past);
    if (found) return found;
    current?.thread.end();
    current = spare ?? fresh();
    spare = undefined;
    return current;
  }

  async function run(turn: Turn): Promise<RunRecord> {
    const wheels = new Map<string, Uint8Array>();
    const { request } = turn;
    // An interpreter that is there has them; between this look and its use it cannot go.
    const isThere = fitting(kindOf(request), request.past.map(keyOf)) !== undefined;
    for (const name of isThere ? [] : request.wheels) {
      const wheel = await machine.wheel(name).catch(reasonOf);
      if (wheel === undefined) return recordOf({ type: 'lacking', wheel: name });
      if (typeof wheel === 'string') return recordOf({ type: 'died', message: wheel });
      wheels.set(name, wheel);
    }
    return turn.isStopped ? recordOf(STOPPED) : runWith(turn, [...wheels.values()]);
  }

  function runWith(turn: Turn, wheels: readonly Uint8Array[]): Promise<RunRecord> {
    const { request, listen } = turn;
    const { seed, past, step, probe } = request;
    const keys = past.map(keyOf);
    const kind = kindOf(request);
    const interpreter = take(kind, keys);
    const { thread } = interpreter;
    const isNew = interpreter.kind === undefined;
    interpreter.kind = kind;
    return new Promise((done) => {
      let outputs: readonly Output[] = [];
      let hasBegun = false;
      let patience: (() => void) | undefined;
      const close = (): void => {
        patience?.();
        turns.delete(request);
        interpreter.heard = (message) => {
          if (message.type === 'died') leave();
        };
      };
      const leave = (): void => {
        thread.end();
        if (current === interpreter) current = undefined;
      };
      const give = (ending: Ending): void => {
        close();
        leave();
        done({ outputs, ending, changed: {} });
      };
      interpreter.heard = (message) => {
        if (message.type === 'began') {
          hasBegun = true;
          listen([]);
        } else if (message.type === 'outputs') {
          outputs = joinOutputs(outputs, message.outputs);
          listen(outputs);
        } else if (message.type === 'died') give(message.ending);
        else if (message.type === 'ended') {
          close();
          interpreter.past = [...keys, keyOf(step)];
          done(wholeRecord(outputs, message.end, turn.isStopped));
        }
      };
      turn.halt = () => {
        if (hasBegun && thread.interrupt())
          patience = machine.after(PATIENCE_MS, () => give(STOPPED));
        else give(STOPPED);
      };
      thread.post({
        type: 'run',
        seed,
        wheels: isNew ? wheels : [],
        past: past.slice(interpreter.past.length),
        step,
        probe,
      });
    });
  }

  return {
    run: (request, listen = () => undefined) =>
      new Promise((done) => {
        const halt = (): void => done(recordOf(STOPPED)); // whoever waits need not wait for others
        const turn: Turn = { request, listen, isStopped: false, halt };
        turns.set(request, turn);
        queue = queue.then(async () => {
          if (!turn.isStopped) done(await run(turn));
          turns.delete(request);
        });
      }),
    stop(request) {
      const turn = turns.get(request);
      if (!turn || turn.isStopped) return;
      turn.isStopped = true;
      turn.halt();
    },
    warm: () => (spare ??= fresh()).started,
    end() {
      for (const interpreter of [current, spare]) interpreter?.thread.end();
      current = spare = undefined;
    },
  };
}

/** What makes two interpreters differ from the start: chance, and wheels. */
const kindOf = ({ seed, wheels }: RunRequest): string => JSON.stringify([seed, wheels]);

/** A step as far as what it leaves behind depends on it. */
function keyOf({ what, files, answers }: Step): string {
  return JSON.stringify([what, files, answers]);
}

function isBeginning(start: readonly string[], whole: readonly string[]): boolean {
  return start.length <= whole.length && start.every((key, index) => key === whole[index]);
}

/** The record of a run that came to its end; an interrupt that was asked for is a stop, not an error. */
function wholeRecord(outputs: readonly Output[], end: RunEnd, isStopping: boolean): RunRecord {
  const { ending } = end;
  if (!isStopping || ending.type !== 'raised' || ending.name !== 'KeyboardInterrupt')
    return { ...end, outputs };
  const told: Output = { type: 'text', stream: 'stderr', text: ending.traceback };
  return { ...end, outputs: joinOutputs(outputs, [told]), ending: { type: 'stopped', kept: true } };
}

function recordOf(ending: Ending): RunRecord {
  return { outputs: [], ending, changed: {} };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
