import { isRecord, parseJson } from '../core/json.ts';
import { bytesOfSeed } from './chance.ts';
import { restoreImage, startImage, type Loader, type Started } from './image.ts';
import { MOST_FILE_BYTES, type Ending, type Output, type Step } from './run.ts';
import { createSpout, type Decoder, type Spout } from './spout.ts';
import type { FromThread, RunEnd, ThreadRun, ToThread } from './thread-talk.ts';

/** What a thread is lent by the machine that it runs on. */
export interface ThreadMachine {
  readonly loader: Loader;
  say(message: FromThread): void;
  now(): number;
  newDecoder(): Decoder;
  /** From now on the interpreter's chance is this. */
  setChance(fill: ReturnType<typeof bytesOfSeed>): void;
  /** Called when the interpreter is there, and before anything of a learner's runs. */
  started?(started: Started): Promise<void>;
}

/** The life of a thread with one interpreter: what it does with each message, one after the other. */
export function createThread(machine: ThreadMachine): (message: ToThread) => Promise<void> {
  const { say, setChance } = machine;
  let started: Started | undefined;
  let isAsking = false;
  let hasRun = false;
  let spout = newSpout(machine);

  async function start(message: Extract<ToThread, { type: 'start' }>): Promise<void> {
    const { image, snapshot, keep = false } = message;
    const restored =
      snapshot && (await restoreImage(machine.loader, image, snapshot).catch(() => undefined));
    started = restored ?? (await startImage(machine.loader, image, keep));
    if (keep) say({ type: 'snapshot', bytes: started.python.makeMemorySnapshot() });
    connect(started);
    await machine.started?.(started);
    say({ type: 'started', how: restored ? 'restored' : 'bare' });
  }

  function connect({ python, names }: Started): void {
    const streamOf = (stream: 'stdout' | 'stderr') => ({
      isatty: true,
      write: (bytes: Uint8Array) => (spout.write(stream, bytes), bytes.length),
    });
    python.setStdout(streamOf('stdout'));
    python.setStderr(streamOf('stderr'));
    names.set('emit', (text: string) => {
      const said = parseJson(text);
      if (!isRecord(said)) return;
      if (said['type'] === 'quiet') spout.silence(true);
      else if (said['type'] !== 'asks') spout.put(said as unknown as Output);
      else if (!isAsking) {
        isAsking = true;
        spout.flush();
        // The learner's code may catch what follows: whoever hears this ends the thread.
        const ending: Ending = { type: 'asks', prompt: spout.prompt() };
        say({ type: 'died', ending });
      }
    });
  }

  function run({ seed, wheels, past, step, probe }: ThreadRun, { python, names }: Started): void {
    for (const wheel of wheels) functionOf(names, 'install_wheel')(wheel);
    if (!hasRun) {
      hasRun = true;
      setChance(bytesOfSeed(seed));
      python.unregisterJsModule('pyodide_js');
    }
    spout.silence(true);
    for (const before of past) if (!before.stopped) ask(names, before);
    spout = newSpout(machine);
    say({ type: 'began' });
    const end = ask(names, step, probe);
    spout.flush();
    if (!isAsking) say({ type: 'ended', end });
  }

  return async (message) => {
    try {
      if (message.type === 'start') await start(message);
      else if (!started) throw new Error('not started');
      else if (message.type === 'run') run(message, started);
      else {
        const answer = functionOf(started.names, message.name)(message.text);
        say({ type: 'returned', text: String(answer) });
      }
    } catch (error) {
      spout.flush();
      say({ type: 'died', ending: endingOf(error) });
    }
  };
}

function newSpout({ say, now, newDecoder }: ThreadMachine): Spout {
  return createSpout((outputs) => say({ type: 'outputs', outputs }), now, newDecoder);
}

function ask(names: Started['names'], step: Step, probe?: string): RunEnd {
  const request = {
    step,
    mostFileBytes: MOST_FILE_BYTES,
    ...(probe === undefined ? {} : { probe }),
  };
  // Written by step.py in this very shape.
  return JSON.parse(String(functionOf(names, 'run')(JSON.stringify(request)))) as RunEnd;
}

/** A function of the image's program. */
function functionOf(names: Started['names'], name: string): (argument: unknown) => unknown {
  const found = names.get(name);
  if (typeof found !== 'function') throw new Error(`no function ${name}`);
  return (argument) => found(argument);
}

/** What is seen of a crash. `os._exit` comes as one. */
function endingOf(error: unknown): Ending {
  const message = error instanceof Error ? error.message : String(error);
  const exited = /^Program terminated with exit\((\d+)\)$/.exec(message);
  return exited ? { type: 'exited', code: Number(exited[1]) } : { type: 'died', message };
}
