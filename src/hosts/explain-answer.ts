import type { IndexProblem } from '../../labs/packaging/remote-get.ts';
import type { Platform } from '../../labs/packaging/target.ts';
import type { Fault, PassedOver } from '../../labs/resolve/reading/reader-file.ts';
import type { TextKind } from '../../labs/resolve/reading/text-kind.ts';
import type { Language, Sentence } from '../../labs/resolve/wording/pieces.ts';
import type { Held } from './referee/held.ts';

/** Which index is asked: the one that comes with the book, or the real one. */
export type Where = 'snapshot' | 'live';

/** What a reader wants explained. */
export interface Question {
  readonly text: string;
  /** The name of the file, where there is one. */
  readonly name?: string | undefined;
  /** `3.11` */
  readonly python: string;
  readonly platform: Platform;
  readonly where: Where;
  readonly language: Language;
}

/** What is seen while the answer is worked out. */
export interface Progress {
  readonly phase: 'reading' | 'resolving' | 'explaining' | 'fixing';
  readonly rounds: number;
  readonly refused: number;
  /** Of the index: projects asked for, documents, bytes; and for how many seconds it wants patience. */
  readonly projects: number;
  readonly bytes: number;
  readonly waiting?: number | undefined;
}

/** The answer to a question, ready to be shown: no engine is needed to read it. */
export type Answer = About & Told;

/** What every answer says besides. */
export interface About {
  readonly question: Question;
  readonly textKind: TextKind;
  readonly passedOver: readonly PassedOver[];
  /** Projects that the reader's lines name and that are not in the snapshot: these lines were left out. */
  readonly outside: readonly Outside[];
  /** What the file itself asks of Python, where the chosen one does not meet it. */
  readonly otherPython: string | undefined;
}

/** A project that is not in the snapshot, and names in it that were perhaps meant. */
export interface Outside {
  readonly project: string;
  readonly nearest: readonly string[];
}

/** What there is to say of a text. */
export type Told =
  /** `nothing-known`: no line names a project of the snapshot. */
  | { readonly kind: 'empty' | 'nothing-asked' | 'nothing-known' | 'environment' }
  | { readonly kind: 'too-many'; readonly most: number }
  /** pip would not get past these lines. */
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | {
      readonly kind: 'solved';
      readonly pins: readonly Pin[];
      readonly rounds: number;
      readonly refused: number;
    }
  | Failure
  /** What pip printed, told from its text; none: nothing that is known. */
  | {
      readonly kind: 'output';
      readonly sentences: readonly Sentence[];
      /** What pip named as asked, solved again. */
      readonly failure: Failure | undefined;
    };

/** A file that cannot be installed, and why. */
export interface Failure {
  readonly kind: 'failed';
  /** Undefined: it is still being found out. */
  readonly sentence: Sentence | undefined;
  readonly argument: readonly Sentence[];
  readonly drawings: readonly Drawing[];
  /** pip's own words; empty where it never came to say them. */
  readonly message: string;
  /** The search was ended here; pip would go on. */
  readonly isStopped: boolean;
  /** Undefined: they are still being looked for. */
  readonly fixes: FixList | undefined;
}

/** The fixes that were found, the best first. */
export interface FixList {
  readonly fixes: readonly FixShown[];
  /** Not everything was looked at. */
  readonly isCutShort: boolean;
}

/** One fix, solved again. */
export interface FixShown {
  readonly sentence: Sentence;
  /** What comes of it. */
  readonly effect: Sentence;
  /** The reader's text with the change made; undefined where there is none to change. */
  readonly text: string | undefined;
  readonly python: string | undefined;
  readonly platform: Platform | undefined;
  /** What pip would then install: `numpy==1.26.4`. */
  readonly pins: readonly string[];
}

/** One project that would be installed. */
export interface Pin {
  readonly project: string;
  readonly name: string;
  readonly version: string;
  /** The reader named it herself. */
  readonly isOwn: boolean;
}

/** Why a project got its version. */
export interface WhyShown {
  readonly asked: readonly Sentence[];
  /** Why it is nothing newer; none: it is the newest. */
  readonly newer: readonly Sentence[];
}

/** A number line: what each demand leaves of a project. */
export interface Drawing {
  readonly project: string;
  readonly versions: readonly string[];
  readonly rows: readonly DrawingRow[];
}

/** One demand on the line. */
export interface DrawingRow {
  readonly asker: string;
  readonly label: string;
  readonly keeps: readonly boolean[];
  readonly yours: boolean;
}

/** Why no answer came. */
export type Trouble =
  | { readonly kind: 'index'; readonly problem: IndexProblem }
  /** The bundled data could not be fetched. */
  | { readonly kind: 'data'; readonly message: string }
  | { readonly kind: 'stopped' }
  /** Our own mistake. */
  | { readonly kind: 'crash'; readonly message: string };

/** From the page to the worker. */
export type ToWorker =
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  | { readonly type: 'why'; readonly id: number; readonly project: string }
  /** The last answer is to be held against the real pip, which the page asks. */
  | { readonly type: 'hold'; readonly id: number }
  | { readonly type: 'pip-answered'; readonly id: number; readonly answer: string }
  | { readonly type: 'stop'; readonly id: number };

/** From the worker to the page. */
export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  /** `isWhole`: nothing more will come. */
  | {
      readonly type: 'answer';
      readonly id: number;
      readonly answer: Answer;
      readonly isWhole: boolean;
    }
  | { readonly type: 'why'; readonly id: number; readonly why: WhyShown }
  | { readonly type: 'ask-pip'; readonly id: number; readonly question: string }
  | { readonly type: 'held'; readonly id: number; readonly held: Held }
  | { readonly type: 'not-held'; readonly id: number; readonly trouble: Trouble }
  | { readonly type: 'trouble'; readonly id: number; readonly trouble: Trouble };
