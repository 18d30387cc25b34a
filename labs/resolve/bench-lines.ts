import { formatInvalidLine, parseRequirementsFile } from '../packaging/requirements-file.ts';
import type { RootLine } from './types.ts';

/** A line of a file with which a bench cannot run. */
export interface LineProblem {
  /** From 1. */
  readonly line: number;
  /** What pip says of a line that it cannot read; of any other, the line itself. */
  readonly message: string;
  /** Real pip follows such a line (an option, a file, a path); the simulator does not. */
  readonly isUnsupported: boolean;
}

const FILE = 'requirements.txt';

/** The requirement lines of a requirements.txt, each with its place in pip's words. */
export function readLines(text: string): {
  readonly lines: readonly RootLine[];
  readonly problems: readonly LineProblem[];
} {
  const lines: RootLine[] = [];
  const problems: LineProblem[] = [];
  for (const read of parseRequirementsFile(text)) {
    const { line } = read;
    if (read.kind === 'invalid')
      problems.push({ line, message: formatInvalidLine(read, FILE), isUnsupported: false });
    else if (
      read.kind === 'requirement' &&
      read.wanted.kind === 'requirement' &&
      read.options.length === 0
    )
      lines.push({
        text: read.written,
        requirement: read.wanted.requirement,
        constraint: false,
        comesFrom: `-r ${FILE} (line ${line})`,
      });
    else problems.push({ line, message: read.text, isUnsupported: true });
  }
  return { lines, problems };
}
