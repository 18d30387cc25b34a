import type { Asked, RunProgress } from '../../labs/resolve/bench-run.ts';
import type { BenchSetup } from '../../labs/resolve/bench.ts';
import type { PackedRun } from '../../labs/resolve/packed-run.ts';

/** What the page says to the thread in which pip runs. */
export type ToResolver =
  /** Makes the index ready, before anything is asked. */
  | { readonly type: 'open'; readonly setup: BenchSetup }
  | { readonly type: 'run'; readonly id: number; readonly asked: Asked };

/** What the thread says. */
export type FromResolver =
  /** A page that the run needed, as text: whoever wants it decodes it. */
  | { readonly type: 'page'; readonly project: string; readonly text: string }
  | { readonly type: 'progress'; readonly progress: RunProgress }
  | { readonly type: 'ran'; readonly id: number; readonly run: PackedRun }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
