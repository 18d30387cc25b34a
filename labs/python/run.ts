/**
 * What is asked of a real Python. A run is a step after the steps before it: an interpreter is a cache of
 * that past, so it may be thrown away at any moment and brought back by running it again.
 */
export interface RunRequest {
  /** Wheels that are installed, by file name (as `vendor.json` names them), in that order. */
  readonly wheels: readonly string[];
  /** What ran in this interpreter before, oldest first; none: a fresh one. A file always wants that. */
  readonly past: readonly Step[];
  readonly step: Step;
  /** Where chance begins: the same request prints the same "random" numbers on every machine. */
  readonly seed: number;
  /**
   * Python whose last expression is looked at when the step has ended, in a namespace of its own; it
   * must be what `json.dumps` takes. How a lab asks what `import` found.
   */
  readonly probe?: string;
}

/** One thing that Python is to do, and the disk and the answers it finds. */
export interface Step {
  readonly what: Task;
  /** Every file below the working directory when the step begins, by relative path with `/`. */
  readonly files: Files;
  /** What the learner answered to `input()`, in order. One answer too few and the run ends by asking. */
  readonly answers: readonly string[];
  /** The learner stopped it and the interpreter lived. When a past is brought back it is left out: it may never end. */
  readonly stopped?: true;
}

/** `python FILE` (as `__main__`, its folder first on sys.path) · a notebook's cell · a line at `>>>`. */
export type Task =
  | { readonly type: 'file'; readonly path: string; readonly argv?: readonly string[] }
  | { readonly type: 'cell'; readonly source: string; readonly number: number }
  | { readonly type: 'line'; readonly source: string };

/** A small disk, by relative path with `/`. */
export type Files = Readonly<Record<string, FileBody>>;

/** Text (UTF-8), or bytes that are none. */
export type FileBody = string | { readonly base64: string };

/** What came of a run: all that is recorded, so that a replay needs no Python. */
export interface RunRecord {
  /** In the order in which it came. */
  readonly outputs: readonly Output[];
  readonly ending: Ending;
  /** What the run left on the disk that was not so before; `null`: it is gone. */
  readonly changed: Readonly<Record<string, FileBody | null>>;
  /** Files that were written and are too large to be kept; none: no such. */
  readonly unkept?: readonly string[];
  /** The answer to the probe, as JSON text; none if there was no probe, or if it failed. */
  readonly found?: string;
}

export type Output =
  | { readonly type: 'text'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  /** The value of a cell's or a line's last expression, as its `repr`. `html` is shown in no page of ours. */
  | { readonly type: 'value'; readonly text: string }
  /** A PNG, and what a reader who cannot see it is told. */
  | { readonly type: 'image'; readonly base64: string; readonly alt: string }
  /** Here so many bytes were left out: a run may print a limited number. */
  | { readonly type: 'cut'; readonly bytes: number };

export type Ending =
  | { readonly type: 'finished' }
  /** An exception that nobody caught. */
  | {
      readonly type: 'raised';
      /** The class, as the last line of the traceback names it: `ModuleNotFoundError`. */
      readonly name: string;
      readonly message: string;
      /** The whole traceback, as Python prints it, without frames of ours; not among the outputs. */
      readonly traceback: string;
      /** Where in the learner's own files or cells, innermost last. */
      readonly places: readonly Place[];
    }
  /** `sys.exit(2)`, `exit()`; 0 for None. */
  | { readonly type: 'exited'; readonly code: number }
  /** `input()` wants an answer that is not there: the step runs again with one more. `prompt` is printed already. */
  | { readonly type: 'asks'; readonly prompt: string }
  /** A line at `>>>` that is not whole yet: it is asked again with the next one, after `...`, added to it. */
  | { readonly type: 'incomplete' }
  /** A wheel that this copy of the book was built without. */
  | { readonly type: 'lacking'; readonly wheel: string }
  /** The learner stopped it. `kept`: by KeyboardInterrupt, and the interpreter lives; else it was ended. */
  | { readonly type: 'stopped'; readonly kept: boolean }
  /** The interpreter is gone: out of memory, or a crash in it; `message` is what was seen of it. */
  | { readonly type: 'died'; readonly message: string };

/** A line of the learner's: a relative path, `cell 3`, or `python-input-0` (the lines at `>>>` are counted so). */
export interface Place {
  readonly where: string;
  readonly line: number;
}

/** A run keeps at most so many bytes of output … */
export const MOST_OUTPUT_BYTES = 200_000;
/** … and at most so many bytes of files that it wrote; more is not kept, and said. */
export const MOST_FILE_BYTES = 1_000_000;
