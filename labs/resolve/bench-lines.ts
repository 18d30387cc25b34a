import type { ParseError } from '../packaging/requirement.ts';
import { textToRootLine } from './roots.ts';
import type { RootLine } from './types.ts';

/** A line of a file that pip cannot read, and what pip says of it. */
export interface LineProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

// One white sign before the # is enough (the rest is trimmed off): more would be looked at again from each.
const COMMENT = /(^|\s)#[^]*$/;

/** The requirement lines of a requirements.txt, each with its place in pip's words. */
export function readLines(text: string): {
  readonly lines: readonly RootLine[];
  readonly problems: readonly LineProblem[];
} {
  const lines: RootLine[] = [];
  const problems: LineProblem[] = [];
  for (const [i, written] of text.split('\n').entries()) {
    const requirement = written.replace(COMMENT, '').trim();
    if (requirement === '') continue;
    const place = { comesFrom: `-r requirements.txt (line ${i + 1})` };
    const line = textToRootLine(requirement, place);
    if ('kind' in line) problems.push({ line: i + 1, message: (line as ParseError).message });
    else lines.push(line);
  }
  return { lines, problems };
}
