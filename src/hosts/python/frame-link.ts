import { isRecord } from '../../../labs/core/json.ts';
import type { Thread } from '../../../labs/python/keeper.ts';
import { readFromThread } from '../../../labs/python/read-thread.ts';
import type { FromThread } from '../../../labs/python/thread-talk.ts';
import type { ToFrame } from './frame-talk.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The frame as the page has it. */
export interface FrameLink {
  post(message: ToFrame, transfer?: Transferable[]): void;
  spawn(image: string, keep: boolean, heard: (message: FromThread) => void): Thread;
  /** Whether the frame still answers: where memory ran out the browser may have ended it without a word. */
  answers(): Promise<boolean>;
  end(): void;
}

/** A frame does nothing that takes long; a busy machine does. */
const PATIENCE_MS = 8_000;

/** Puts the frame into the page, and waits for it. `onSnapshot`: one was made there. */
export function openFrame(
  onSnapshot: (image: string, bytes: Uint8Array<ArrayBuffer>) => void,
): Promise<FrameLink> {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.allow = 'cross-origin-isolated';
  frame.src = `${base}/python/frame.html`;
  frame.hidden = true;
  frame.title = 'Python';
  const heard = new Map<number, (message: FromThread) => void>();
  const pongs = new Set<() => void>();
  let canInterrupt = false;
  let count = 0;

  const ping = (): Promise<boolean> =>
    new Promise((done) => {
      const timer = setTimeout(() => done(false), PATIENCE_MS);
      pongs.add(() => {
        clearTimeout(timer);
        done(true);
      });
      link.post({ type: 'ping' });
    });

  const link: FrameLink = {
    post: (message, transfer = []) => frame.contentWindow?.postMessage(message, '*', transfer),
    spawn(image, keep, hear) {
      const id = ++count;
      heard.set(id, hear);
      link.post({ type: 'spawn', id, image, keep });
      return {
        post: (message) => link.post({ type: 'post', id, message }),
        interrupt() {
          if (canInterrupt) link.post({ type: 'interrupt', id });
          return canInterrupt;
        },
        end() {
          heard.delete(id);
          link.post({ type: 'end', id });
        },
      };
    },
    // Twice, because a page that was asleep may see the time pass before it sees the answer.
    answers: async () => (await ping()) || ping(),
    end() {
      removeEventListener('message', listen);
      frame.remove();
    },
  };

  let ready: (link: FrameLink) => void = () => undefined;
  function listen({ source, data }: MessageEvent<unknown>): void {
    if (source === null || source !== frame.contentWindow || !isRecord(data)) return;
    const { type, id, image, bytes } = data;
    if (type === 'ready') {
      canInterrupt = data['canInterrupt'] === true;
      ready(link);
    } else if (type === 'pong') {
      for (const call of pongs) call();
      pongs.clear();
    } else if (type === 'thread' && typeof id === 'number') {
      const message = readFromThread(data['message']);
      if (message) heard.get(id)?.(message);
    } else if (type === 'snapshot' && typeof image === 'string' && bytes instanceof Uint8Array)
      onSnapshot(image, new Uint8Array(bytes));
  }
  addEventListener('message', listen);
  document.body.append(frame);
  return new Promise((done, failed) => {
    ready = done;
    frame.addEventListener('error', () => failed(new Error('The frame for Python did not load.')));
  });
}
