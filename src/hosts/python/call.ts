import type { Thread } from '../../../labs/python/keeper.ts';
import type { FromThread } from '../../../labs/python/thread-talk.ts';
import type { PythonEngine } from './engine.ts';
import type { CallPython, PythonImage } from './host.ts';

interface Call {
  readonly name: string;
  readonly text: string;
  done(text: string): void;
  failed(reason: unknown): void;
}

/** An interpreter, and whoever waits for it, in the order in which they called: the first is being answered. */
interface Line {
  readonly thread: Thread;
  readonly calls: Call[];
}

/** One interpreter an image, kept between calls; its snapshot is made when there is time. */
export function createCaller(
  engine: Pick<PythonEngine, 'equip' | 'prepare' | 'spawn'>,
  atLeisure: () => Promise<void>,
): CallPython {
  const lines = new Map<string, Line>();

  /** A fresh interpreter for these; whatever another one still says is not for them. */
  function open(image: PythonImage, calls: Call[]): void {
    const line: Line = {
      calls,
      thread: engine.spawn(image, (message) => {
        if (lines.get(image.name) === line) hear(image, line, message);
      }),
    };
    lines.set(image.name, line);
    ask(line);
  }

  function ask({ thread, calls: [call] }: Line): void {
    if (call) thread.post({ type: 'call', name: call.name, text: call.text });
  }

  function hear(image: PythonImage, line: Line, message: FromThread): void {
    if (message.type === 'returned') {
      line.calls.shift()?.done(message.text);
      ask(line);
      void atLeisure()
        .then(() => engine.prepare(image))
        .catch(() => undefined);
    } else if (message.type === 'died') {
      const { ending } = message;
      const why = ending.type === 'died' ? ending.message : `Python has ${ending.type}.`;
      line.calls[0]?.failed(new Error(why));
      endWithFirst(image, line);
    }
  }

  /** The first call takes its interpreter with it. */
  function endWithFirst(image: PythonImage, { thread, calls }: Line): void {
    lines.delete(image.name);
    thread.end();
    if (calls.length > 1) open(image, calls.slice(1));
  }

  function withdraw(image: PythonImage, call: Call): void {
    const line = lines.get(image.name);
    const at = line?.calls.indexOf(call) ?? -1;
    if (line && at === 0) endWithFirst(image, line);
    else if (at > 0) line?.calls.splice(at, 1);
  }

  return (image, name, text, signal) =>
    new Promise((done, failed) => {
      if (signal?.aborted) return failed(signal.reason);
      const call: Call = { name, text, done, failed };
      signal?.addEventListener('abort', () => {
        failed(signal.reason);
        withdraw(image, call);
      });
      engine.equip(image).then(() => {
        if (signal?.aborted) return;
        const line = lines.get(image.name);
        if (!line) return open(image, [call]);
        if (line.calls.push(call) === 1) ask(line);
      }, failed);
    });
}
