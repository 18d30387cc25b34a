import type { Language } from '../../resolve/wording/pieces.ts';
import type { ReportedFix } from '../solve/fixes.ts';

/** What `explain --json` prints: the object of `solve --json`, with sentences and places. */
export type Told =
  | {
      readonly ok: true;
      readonly pins: readonly { readonly name: string; readonly version: string }[];
      readonly rounds: number;
      readonly sentence: Sentences;
    }
  | {
      readonly ok: false;
      readonly causes: readonly PlacedCause[];
      readonly message: string;
      readonly fixes: readonly ReportedFix[];
      readonly sentence: Sentences;
    };

/** One sentence in each language of the book. */
export type Sentences = Readonly<Record<Language, string>>;

/** A cause, and where the line stands that leads to it. */
export interface PlacedCause {
  readonly requirement: string;
  readonly parent: { readonly name: string; readonly version: string } | null;
  readonly file: string | null;
  readonly line: number | null;
}

/** An answer as data, and as the paragraphs of a terminal. */
export interface Answer {
  readonly told: Told;
  readonly paragraphs: readonly (readonly string[])[];
}
