import type { Output, RunRecord, RunRequest } from '../../../labs/python/run.ts';

/** What is seen while a run is waited for. */
export type PythonProgress =
  /** It waits for others of the page. */
  | { readonly type: 'queued' }
  /** Pyodide comes, so many bytes of so many. */
  | { readonly type: 'fetching'; readonly bytes: number; readonly all: number }
  | { readonly type: 'starting' }
  | { readonly type: 'running'; readonly outputs: readonly Output[] };

/** A Python on the page; one for all benches of the page, started on first use. */
export interface PythonHost {
  /** One after the other; never rejects for what learner code does. */
  run(request: RunRequest): Promise<RunRecord>;
  /** Ends that run within a second, if it has not ended; no other is touched. */
  stop(request: RunRequest): void;
  /** Tells of the runs that are waited for, in their order, at each change. Returns how to stop listening. */
  watch(listen: (runs: ReadonlyMap<RunRequest, PythonProgress>) => void): () => void;
  /**
   * When what makes the next start fast is prepared, which is done at leisure after a run: whether the disk keeps it for
   * a later visit.
   */
  settled(): Promise<boolean>;
}

/** What an interpreter is started with; wheels by the names that `vendor.json` has for them. */
export interface PythonImage {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly wheels: readonly string[];
  /** Runs once, before the snapshot is made; its functions are what can be called. */
  readonly program: string;
}

/**
 * Calls a function of an image's program, with text, for text. Rejects when the interpreter dies of it, with a
 * `FilesFailure` where it cannot be loaded, and with the signal's reason when nobody waits for it any more: what
 * others have called there goes on.
 */
export type CallPython = (
  image: PythonImage,
  name: string,
  text: string,
  signal?: AbortSignal,
) => Promise<string>;
