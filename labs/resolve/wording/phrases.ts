import type { Target } from '../../packaging/target.ts';
import type { NothingFits, NothingKind, Trap, Unfit } from '../explain/explanation.ts';
import type { Fix, FixKind } from '../fixes/fix.ts';
import type { RootLine, Stopped } from '../types.ts';
import type { NewerVersion } from '../why.ts';
import type { Piece, Sentence } from './pieces.ts';
import type { Range } from './ranges.ts';

/** Some versions of a project, ascending, as they are said. */
export interface Span {
  readonly project: string;
  readonly count: number;
  readonly from: string;
  readonly to: string;
}

/** How a demand reaches a project: whose line, over which projects, and what is asked. */
export interface Demand {
  readonly line: Sentence;
  /** The projects between the one that the line names and the one that is asked for. */
  readonly through: readonly string[];
  readonly project: string;
  readonly range: Range;
}

/** What metadata asks, to the letter; `more`: so many other wordings. */
export interface Asked {
  readonly texts: readonly string[];
  readonly more: number;
}

/** What a fix brings, as far as it is said: `numpy 1.26.4` of what the reader named, and how many others. */
export interface FixEffect {
  readonly pins: readonly Sentence[];
  readonly more: number;
}

/** Why a search ended, and where it was busy. */
export interface Ended {
  readonly stopped: Stopped;
  readonly rounds: number;
  readonly busiest: readonly string[];
  /** The reader's lines; none where they are too many to be named. */
  readonly lines: readonly Sentence[];
}

/** The words of one language; what is said when is decided once for all languages. */
export interface Phrases {
  /** A line of the reader's: `number` in its file, which is named where there are several. */
  readonly line: (line: RootLine, number: number | undefined, file: string | undefined) => Sentence;
  readonly list: (items: readonly Sentence[]) => Sentence;
  /** As the beginning of a sentence. */
  readonly start: (sentence: Sentence) => Sentence;

  /** As `needs`, of a line that names the project itself. */
  readonly asksItself: (demand: Demand) => Sentence;
  /** Lines that all name the project itself. */
  readonly differ: (lines: readonly Sentence[], project: string) => Sentence;
  readonly bounds: (line: Sentence, project: string) => Sentence;
  readonly needs: (demand: Demand) => Sentence;
  /** As `needs`, of a line that was just named. */
  readonly alsoNeeds: (demand: Demand) => Sentence;
  readonly noneIsAll: (clauses: readonly Sentence[]) => Sentence;
  /** `over`: the projects on which what the lines bring does not agree. */
  readonly cannotBeMet: (
    lines: readonly Sentence[],
    project: string,
    over: readonly string[],
  ) => Sentence;
  readonly nothing: Readonly<
    Record<
      NothingKind,
      (nothing: NothingFits, demand: Demand | undefined, line: Sentence) => Sentence
    >
  >;
  readonly unknown: (lines: readonly Sentence[]) => Sentence;
  readonly ended: (ended: Ended) => Sentence;
  readonly breaks: (pin: Sentence, asked: string, have: Sentence | undefined) => Sentence;

  readonly lineStands: (line: Sentence) => Sentence;
  readonly asks: (span: Span, asked: Asked) => Sentence;
  readonly leaves: (span: Span | undefined, project: string, of: number) => Sentence;
  readonly besides: (project: string) => Sentence;
  readonly ruledOut: (span: Span, asked: Asked) => Sentence;
  readonly tried: (pin: Sentence) => Sentence;
  readonly nothingLeft: (project: string, of: number) => Sentence;
  readonly onlyLast: () => Sentence;
  readonly localLabel: () => Sentence;
  readonly unfit: (project: string, unfit: Unfit, target: Target) => Sentence;
  readonly trap: (trap: Trap) => Sentence;
  readonly nearest: (names: readonly Piece[]) => Sentence;

  /** Two things to do, both of them. */
  readonly andAlso: (one: Sentence, other: Sentence) => Sentence;
  readonly fix: Readonly<Record<FixKind, (fix: Fix, lines: readonly Sentence[]) => Sentence>>;
  readonly effect: (effect: FixEffect) => Sentence;

  readonly newer: Readonly<
    Record<NewerVersion['because'], (span: Span, causes: Sentence) => Sentence>
  >;
  /** A line if it asked for less, the pin that pip would take then, and how many others would change. */
  readonly whatIf: (line: Sentence, to: string, pin: Sentence, moved: number) => Sentence;
  /** The reader, by the number of her line. */
  readonly you: (number: number | undefined) => Sentence;
  readonly askedBy: (who: Sentence, what: Piece) => Sentence;
}
