import type { AskPip } from '../../../labs/resolve/referee/hold.ts';

/** What the real pip is doing for the reader. */
export type PipProgress =
  | { readonly phase: 'fetching'; readonly bytes: number }
  | { readonly phase: 'starting' | 'asking' };

/** Why the real pip gave no answer. */
export class PipTrouble extends Error {
  override readonly name = 'PipTrouble';
  readonly kind: 'offline' | 'killed' | 'stopped' | 'unable';

  constructor(kind: PipTrouble['kind'], message = '') {
    super(message);
    this.kind = kind;
  }
}

/** The real pip, as one reader asks it. */
export interface RealPip {
  readonly ask: AskPip;
  /** Ends what is under way; `ask` rejects. */
  stop(): void;
}

/** Opens it: nothing is loaded before it is asked. */
export function openRealPip(_listen: (progress: PipProgress) => void): RealPip {
  return {
    ask: () => Promise.reject(new PipTrouble('offline')),
    stop: () => undefined,
  };
}
