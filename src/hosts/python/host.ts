import type { Output, RunRecord, RunRequest } from '../../../labs/python/run.ts';

/** What is seen while a run is waited for. */
export type PythonProgress =
  /** Pyodide comes, so many bytes of so many. */
  | { readonly type: 'fetching'; readonly bytes: number; readonly all: number }
  | { readonly type: 'starting' }
  | { readonly type: 'running'; readonly outputs: readonly Output[] };

/** A Python on the page; one for all benches of the page, started on first use. */
export interface PythonHost {
  /** One after the other; never rejects for what learner code does. */
  run(request: RunRequest): Promise<RunRecord>;
  /** Ends the run under way within a second. */
  stop(): void;
  /** Tells of the run under way; undefined: there is none. Returns how to stop listening. */
  watch(listen: (progress: PythonProgress | undefined) => void): () => void;
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

/** Calls a function of an image's program, with text, for text. Rejects when the interpreter dies of it, and with a
 * `FilesFailure` where it cannot be loaded. */
export interface CallPython {
  (image: PythonImage, name: string, text: string): Promise<string>;
  /** Ends the interpreter of an image; what is called there rejects. */
  end(image: PythonImage): void;
}
