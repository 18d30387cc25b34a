import type { Thread } from '../../../labs/python/keeper.ts';
import type { FromThread } from '../../../labs/python/thread-talk.ts';
import type { PythonEngine } from './engine.ts';
import type { CallPython, PythonImage } from './host.ts';

interface Line {
  readonly thread: Thread;
  /** Whoever waits, in the order in which they called. */
  readonly waiting: { done(text: string): void; failed(error: Error): void }[];
}

/** One interpreter an image, kept between calls; its snapshot is made when there is time. */
export function createCaller(engine: PythonEngine, atLeisure: () => Promise<void>): CallPython {
  const lines = new Map<string, Line>();

  function open(image: PythonImage): Line {
    const waiting: Line['waiting'] = [];
    const thread = engine.spawn(image, (message) => hear(image, message));
    const line = { thread, waiting };
    lines.set(image.name, line);
    return line;
  }

  function hear(image: PythonImage, message: FromThread): void {
    const line = lines.get(image.name);
    if (message.type === 'returned') {
      line?.waiting.shift()?.done(message.text);
      void atLeisure()
        .then(() => engine.prepare(image))
        .catch(() => undefined);
    } else if (message.type === 'died') {
      const { ending } = message;
      close(image, ending.type === 'died' ? ending.message : `Python has ${ending.type}.`);
    }
  }

  function close(image: PythonImage, why: string): void {
    const line = lines.get(image.name);
    lines.delete(image.name);
    line?.thread.end();
    for (const { failed } of line?.waiting ?? []) failed(new Error(why));
  }

  const call = async (image: PythonImage, name: string, text: string): Promise<string> => {
    await engine.equip(image);
    return new Promise((done, failed) => {
      const line = lines.get(image.name) ?? open(image);
      line.waiting.push({ done, failed });
      line.thread.post({ type: 'call', name, text });
    });
  };
  return Object.assign(call, { end: (image: PythonImage) => close(image, 'stopped') });
}
