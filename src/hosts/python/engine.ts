import type { Thread } from '../../../labs/python/keeper.ts';
import type { FromThread, ToThread } from '../../../labs/python/thread-talk.ts';
import { fetchPyodide, fetchWheel, shelveFetched, type OnBytes } from './fetch-files.ts';
import { openFrame, type FrameLink } from './frame-link.ts';
import type { PythonImage } from './host.ts';
import { dropSnapshot, putSnapshot, takeSnapshot } from './shelf.ts';

/** The frame with Pyodide in it, and what is known of snapshots. One for a page. */
export interface PythonEngine {
  /** A thread with an interpreter of that image; it may be spoken to at once. */
  spawn(image: PythonImage, heard: (message: FromThread) => void): Thread;
  /** Fetches what an image needs. Rejects with a `FilesFailure`. */
  equip(image: PythonImage): Promise<void>;
  /** Makes the snapshot of an image, unless there is one: whether the disk keeps it. */
  prepare(image: PythonImage): Promise<boolean>;
}

/** An engine that tells of the bytes it fetches. */
export function createEngine(onBytes: OnBytes): PythonEngine {
  const madeFrom = new Map<string, string>();
  const have = new Map<string, Promise<boolean>>();
  const making = new Map<string, Promise<boolean>>();
  const onSnapshot = new Map<string, (bytes: Uint8Array<ArrayBuffer>) => void>();
  let opening: Promise<FrameLink> | undefined;

  function open(): Promise<FrameLink> {
    opening ??= openWithFiles().catch((error: unknown) => {
      opening = undefined; // the next run tries again
      throw error;
    });
    return opening;
  }

  async function openWithFiles(): Promise<FrameLink> {
    const framing = openFrame({
      snapshot: (name, bytes) => onSnapshot.get(name)?.(bytes),
      gone: forget,
    });
    const [link, files] = await Promise.all([framing, fetchPyodide(onBytes)]).catch(
      async (error: unknown) => {
        (await framing).end();
        throw error;
      },
    );
    link.post({ type: 'files', files }, Object.values(files));
    return link;
  }

  /** The next run opens another frame, with all that is kept. */
  function forget(): void {
    opening = undefined;
    for (const known of [have, making, onSnapshot]) known.clear();
  }

  /** Gives the frame an image and the snapshot of it that is kept; true if there was one. */
  function introduce(image: PythonImage): Promise<boolean> {
    const { name } = image;
    const known = have.get(name);
    if (known) return known;
    const made = JSON.stringify(image);
    madeFrom.set(name, made);
    const reading = takeSnapshot(name, made);
    const introducing = (async () => {
      const [link, snapshot, wheels] = await Promise.all([
        open(),
        reading,
        Promise.all(image.wheels.map(wheelOf)),
      ]);
      link.post(
        { type: 'image', image: { ...image, wheels }, snapshot },
        snapshot ? [snapshot.buffer as ArrayBuffer] : [],
      );
      return snapshot !== undefined;
    })();
    have.set(name, introducing);
    introducing.catch(() => have.delete(name));
    return introducing;
  }

  function spawn(image: PythonImage, heard: (message: FromThread) => void): Thread {
    let isEnded = false;
    let thread: Thread | undefined;
    const early: ToThread[] = [];
    async function start(hadSnapshot: boolean): Promise<void> {
      const link = await open();
      if (isEnded) return;
      thread = link.spawn(image.name, false, (message) => {
        if (message.type === 'started' && message.how === 'bare' && hadSnapshot)
          void dropSnapshot(image.name, madeFrom.get(image.name) ?? '');
        heard(message);
      });
      for (const message of early) thread.post(message);
    }
    introduce(image)
      .then(start)
      .catch((error: unknown) =>
        heard({ type: 'died', ending: { type: 'died', message: wordsOf(error) } }),
      );
    return {
      post: (message) => (thread ? thread.post(message) : void early.push(message)),
      interrupt: () => thread?.interrupt() ?? false,
      end() {
        isEnded = true;
        thread?.end();
      },
    };
  }

  async function prepare(image: PythonImage): Promise<boolean> {
    const hadSnapshot = await introduce(image);
    await shelveFetched();
    if (hadSnapshot) return true;
    const isKept = making.get(image.name) ?? make(image.name);
    making.set(image.name, isKept);
    return isKept;
  }

  /** Has a thread make the snapshot, which the frame keeps, and keeps a copy. */
  async function make(name: string): Promise<boolean> {
    const link = await open();
    const bytes = await new Promise<Uint8Array<ArrayBuffer> | undefined>((done) => {
      onSnapshot.set(name, done);
      const maker = link.spawn(name, true, ({ type }) => {
        if (type !== 'started' && type !== 'died') return;
        maker.end();
        done(undefined); // unless it came before
      });
    });
    return bytes !== undefined && putSnapshot(name, madeFrom.get(name) ?? '', bytes);
  }

  return { spawn, prepare, equip: async (image) => void (await introduce(image)) };
}

async function wheelOf(file: string): Promise<Uint8Array> {
  const wheel = await fetchWheel(file);
  if (!wheel) throw new Error(`This copy of the book was built without ${file}.`);
  return wheel;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
