import type { ParseError, Requirement } from './requirement.ts';
import { parseRequirement } from './requirement.ts';

/** A requirement in a file, and on which line (from 1) it stands. */
export interface WrittenRequirement {
  readonly text: string;
  readonly line: number | undefined;
  /** A text that is no requirement is kept, to be told where it is asked for. */
  readonly wanted: Requirement | ParseError;
}

/** More than anyone wrote into one list. */
export const MOST_REQUIREMENTS = 20_000;

/** The requirement that a quoted text of the file spells. */
export function writtenRequirement(
  text: string,
  lineOf: (text: string) => number | undefined,
): WrittenRequirement {
  return { text, line: lineOf(text), wanted: parseRequirement(text) };
}
