import { readLines, type LineProblem } from './bench-lines.ts';
import type { RootLine } from './types.ts';

/** The two files that decide what pip installs. */
export interface Files {
  /** The text of requirements.txt. */
  readonly requirements: string;
  /** The text of constraints.txt, given with `-c`. */
  readonly constraints: string;
}

/** A line with which pip does not run, and the file in which it stands. */
export interface FileProblem extends LineProblem {
  readonly file: 'requirements.txt' | 'constraints.txt';
}

/** The lines of both files in pip's order: constraints first. */
export function readFiles({ requirements, constraints }: Files): {
  readonly lines: readonly RootLine[];
  readonly problem: FileProblem | undefined;
} {
  const bounds = readLines(constraints);
  const wishes = readLines(requirements);
  const [bad] = bounds.problems;
  const [worse] = wishes.problems;
  return {
    lines: [
      ...bounds.written.map(({ root, line }) => ({
        ...root,
        constraint: true,
        comesFrom: `-c constraints.txt (line ${line})`,
      })),
      ...wishes.lines,
    ],
    problem: bad
      ? { ...bad, file: 'constraints.txt' }
      : worse && { ...worse, file: 'requirements.txt' },
  };
}
