import type { PythonEvent } from './bench-event.ts';
import type { Cell, NewCell } from './cell.ts';
import type { Files, RunRecord, RunRequest, Step } from './run.ts';

/** Where a bench starts on which real Python runs. */
export interface PythonSetup {
  /** What the bench shows: files and `python FILE`, a notebook, or the prompt `>>>`. */
  readonly shape: 'files' | 'notebook' | 'console';
  /** The small disk, also below a notebook or a prompt. */
  readonly files: Files;
  readonly cells: readonly NewCell[];
  /** The file that Run runs, whichever is open; without it, the open one. */
  readonly main?: string;
  /** Wheels that are installed, by file name (as `vendor.json` names them). */
  readonly wheels: readonly string[];
  /** A project that comes, with all that it requires, only if the learner asks for it; the lab works without. */
  readonly optional?: { readonly project: string; readonly wheels: readonly string[] };
  /** Python whose value is looked at after each run, and then stands in `record.found`. */
  readonly probe?: string;
  /** What can be put in by one tap. */
  readonly suggested: readonly Suggestion[];
  /** What is wanted and what is so now, in words of the machine or by keys of the bench. */
  readonly goal: (state: PythonState) => readonly GoalRow[];
}

/**
 * One tap: a line of its own, below the one with the caret (at `>>>`: at the prompt); a text in the place
 * of another (where that is not, and without `instead`, at the caret); or a move.
 */
export type Suggestion =
  | { readonly type: 'line'; readonly text: string }
  | {
      readonly type: 'text';
      readonly text: string;
      /** A file or a cell, and what in it gives way. */
      readonly instead?: { readonly where: string; readonly of: string };
    }
  | { readonly type: 'move'; readonly move: Extract<PythonEvent, { type: 'renamed' | 'removed' }> };

/** One row of the goal. */
export interface GoalRow {
  readonly what: string;
  readonly wanted: Said;
  readonly now: Said;
  /** Undefined while it is not known. */
  readonly met: boolean | undefined;
}

/** The machine's words, or a word of the bench by its key in `content/i18n`. */
export type Said =
  string | { readonly word: string; readonly with?: Readonly<Record<string, string>> };

export interface PythonState {
  readonly setup: PythonSetup;
  /** What the learner wrote and what Python left. */
  readonly files: Files;
  readonly cells: readonly Cell[];
  /** How many cells there ever were: names are never given twice. */
  readonly born: number;
  /** The learner asked for the optional project. */
  readonly hasOptional?: true;
  /** Everything that ran, oldest first. */
  readonly runs: readonly Run[];
  /** The Python behind the notebook or the prompt. */
  readonly interpreter: Interpreter;
  /** What is to be run: the host's answer is the next event. */
  readonly waiting?: Waiting;
  /** A run that stands at an `input()`. */
  readonly asking?: Waiting;
}

/** The Python behind a notebook or a prompt: what it has done is what it is. */
export interface Interpreter {
  /** The first, the second, … of this session: each restart begins another. */
  readonly number: number;
  readonly seed: number;
  readonly past: readonly Step[];
  /** The number that the last cell got: `[3]`. */
  readonly count: number;
}

/** Something that is to run. */
export interface Waiting {
  readonly request: RunRequest;
  /** The cell, if it is one. */
  readonly cell?: string;
  /** The cells that run after it, if it comes to its end. */
  readonly then: readonly string[];
  /** It asked for an answer before: what comes takes the place of that record. */
  readonly isAgain: boolean;
}

/** Something that ran. */
export interface Run {
  readonly step: Step;
  /** The cell, if it was one. */
  readonly cell?: string;
  /** Where: the number of the interpreter; none for a file, which has one of its own. */
  readonly interpreter?: number;
  readonly record: RunRecord;
}
