import type { AskPip } from '../../../labs/resolve/referee/hold.ts';
import { FilesFailure } from '../python/fetch-files.ts';
import { callPython, watchBytes } from '../python/python.ts';
import { pipImage } from './image.ts';
import { PipTrouble } from './trouble.ts';

/** What is done for a reader who has asked. */
export type PipProgress =
  | { readonly phase: 'fetching'; readonly bytes: number }
  | { readonly phase: 'starting' | 'asking' };

/** The real pip, as one reader asks it. */
export interface RealPip {
  /** Rejects with a `PipTrouble`. */
  readonly ask: AskPip;
  /** Ends what is under way. */
  stop(): void;
}

/** Whether an interpreter of this page has answered, and is at hand. */
let isWarm = false;

/** Opens it; nothing is loaded before it is asked. */
export function openRealPip(listen: (progress: PipProgress) => void): RealPip {
  const asking = new AbortController();
  return {
    async ask(question) {
      listen({ phase: isWarm ? 'asking' : 'starting' });
      const unwatch = watchBytes((bytes, all) =>
        listen(bytes < all ? { phase: 'fetching', bytes } : { phase: 'starting' }),
      );
      try {
        const answer = await callPython(pipImage, 'ask', question, asking.signal);
        isWarm = true;
        return answer;
      } catch (error) {
        isWarm = false;
        throw troubleOf(error);
      } finally {
        unwatch();
      }
    },
    stop: () => asking.abort(new PipTrouble('stopped')),
  };
}

function troubleOf(error: unknown): PipTrouble {
  if (error instanceof PipTrouble) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new PipTrouble(error instanceof FilesFailure ? 'offline' : 'killed', message);
}
