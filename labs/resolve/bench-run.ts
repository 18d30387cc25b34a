// A run of pip at a bench, wherever it happens: here (follow-file.ts), or in a thread of its own.

import type { Target } from '../packaging/target.ts';
import type { Tool } from './bench-event.ts';
import type { Step } from './step.ts';
import type { Outcome, Request, RootLine } from './types.ts';

/** What pip is asked at a bench. */
export interface Asked {
  readonly text: string;
  readonly tool: Tool;
  readonly target: Target;
}

/** One run of pip on one text. */
export interface Run extends Asked {
  readonly lines: readonly RootLine[];
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
  /** Projects that were asked for and that this bench's index does not hold. */
  readonly outside: readonly string[];
}

/** Runs pip in a place of its own, for a page that must not stand still. */
export interface Runner {
  /** Rejects when it was stopped, or when a page could not be had: there is no run then. */
  run(asked: Asked): Promise<Run>;
  /** Ends what is running. */
  stop(): void;
  /** Tells how far a run is while there is one; returns how to hear no more. */
  watch(listen: (progress: RunProgress | undefined) => void): () => void;
}

/** How far a run is. */
export interface RunProgress {
  readonly steps: number;
  /** The project whose page is being fetched, if one is. */
  readonly fetching: string | undefined;
}

/** What pip is asked in a run. */
export const requestOf = ({ lines, target }: Pick<Run, 'lines' | 'target'>): Request => ({
  lines,
  target,
  version: '26.3',
});
