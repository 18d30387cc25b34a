import type { Thread } from '../../../labs/python/keeper.ts';
import type { FromThread } from '../../../labs/python/thread-talk.ts';
import { fetchFrame } from './fetch-files.ts';
import { GREETING, type ToFrame } from './frame-talk.ts';
import { readFromFrame } from './read-frame.ts';

/** The frame as the page has it. */
export interface FrameLink {
  post(message: ToFrame, transfer?: Transferable[]): void;
  spawn(image: string, keep: boolean, heard: (message: FromThread) => void): Thread;
  end(): void;
}

/** What the page hears of a frame, besides what its threads say. */
export interface FrameListener {
  /** A snapshot of that image was made there. */
  snapshot(image: string, bytes: Uint8Array<ArrayBuffer>): void;
  /** The browser has ended it, or somebody took it out of the page: its threads are gone. */
  gone(): void;
}

const GONE: FromThread = {
  type: 'died',
  ending: {
    type: 'died',
    message: 'The frame that Python runs in is gone; the browser may have been short of memory.',
  },
};
/** A frame that has loaded answers at once; a busy machine does not. */
const PATIENCE_MS = 20_000;
/** Nobody is told when a frame ends, and a port that nobody holds any more takes messages as before: it is asked. */
const BEAT_MS = 1000;
/** So many questions in a row that nobody answers are an end. One may be late, after a sleep of the machine. */
const MOST_UNANSWERED = 4;

/**
 * Puts the frame into the page, and waits for it. The two speak through a port of their own, which no other window
 * has. Rejects with a `FilesFailure` where it cannot be had.
 */
export async function openFrame(listener: FrameListener): Promise<FrameLink> {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.allow = 'cross-origin-isolated';
  // As text: a service worker, which has it without a network, is not asked by a frame without an origin.
  frame.srcdoc = await fetchFrame();
  frame.hidden = true;
  frame.title = 'Python';
  const { port1: port, port2: itsPort } = new MessageChannel();
  const heard = new Map<number, (message: FromThread) => void>();
  let canInterrupt = false;
  let count = 0;
  let unanswered = 0;

  const beat = (): void => {
    if (!frame.isConnected || unanswered === MOST_UNANSWERED) return lose();
    unanswered += 1;
    link.post({ type: 'ping' });
  };
  let beating: ReturnType<typeof setInterval> | undefined;
  let isLost = false;
  const lose = (): void => {
    if (isLost) return;
    isLost = true;
    link.end();
    listener.gone();
    for (const hear of heard.values()) hear(GONE);
    heard.clear();
  };
  const link: FrameLink = {
    post: (message, transfer = []) => port.postMessage(message, transfer),
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
          if (heard.delete(id)) link.post({ type: 'end', id });
        },
      };
    },
    end() {
      clearInterval(beating);
      port.close();
      frame.remove();
    },
  };

  return new Promise((done, failed) => {
    const fail = (): void => {
      link.end();
      failed(new Error('The frame for Python did not load.'));
    };
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      unanswered = 0;
      const message = readFromFrame(data);
      if (message?.type === 'ready') {
        clearTimeout(timer);
        canInterrupt = message.canInterrupt;
        beating = setInterval(beat, BEAT_MS);
        done(link);
      } else if (message?.type === 'thread') heard.get(message.id)?.(message.message);
      else if (message?.type === 'snapshot') listener.snapshot(message.image, message.bytes);
    });
    port.start();
    let timer: ReturnType<typeof setTimeout> | undefined;
    frame.addEventListener('load', () => {
      timer = setTimeout(fail, PATIENCE_MS);
      frame.contentWindow?.postMessage(GREETING, '*', [itsPort]);
    });
    document.body.append(frame);
  });
}
