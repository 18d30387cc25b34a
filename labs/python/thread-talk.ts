import type { Image } from './image.ts';
import type { Ending, Output, RunRecord, Step } from './run.ts';

/** To a thread that holds one interpreter. It does one thing at a time; what it says belongs to that. */
export type ToThread =
  /** First of all. `keep`: take a snapshot of the memory when the program has run. */
  | {
      readonly type: 'start';
      readonly image: Image;
      readonly snapshot?: Uint8Array | undefined;
      readonly keep?: boolean;
    }
  | ThreadRun
  /** Calls a function of the image's program: text in, text out. */
  | { readonly type: 'call'; readonly name: string; readonly text: string };

/** Runs steps: those of the past in silence, then the one that is asked for. */
export interface ThreadRun {
  readonly type: 'run';
  readonly seed: number;
  /** What is unpacked first. */
  readonly wheels: readonly Uint8Array[];
  readonly past: readonly Step[];
  readonly step: Step;
  readonly probe?: string | undefined;
}

/** From such a thread. */
export type FromThread =
  | { readonly type: 'started'; readonly how: 'bare' | 'restored' }
  | { readonly type: 'snapshot'; readonly bytes: Uint8Array }
  /** The past is there; the step begins. */
  | { readonly type: 'began' }
  | { readonly type: 'outputs'; readonly outputs: readonly Output[] }
  | { readonly type: 'ended'; readonly end: RunEnd }
  | { readonly type: 'returned'; readonly text: string }
  /** The interpreter is gone. */
  | { readonly type: 'died'; readonly ending: Ending };

/** The end of a run: its record without the outputs, which came before. */
export type RunEnd = Omit<RunRecord, 'outputs'>;
