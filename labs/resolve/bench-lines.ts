import { logicalLines } from '../packaging/logical-lines.ts';
import { formatInvalidLine, parseRequirementsFile } from '../packaging/requirements-file.ts';
import { targetEnvironment } from '../packaging/target-environment.ts';
import type { Target } from '../packaging/target.ts';
import { lineApplies } from './line-applies.ts';
import { placeOfFault, placeOfLine, placesOfLines, type Place } from './line-places.ts';
import type { RootLine } from './types.ts';

/** A line of a file with which a bench cannot run. */
export interface LineProblem extends Place {
  /**
   * `invalid`: pip cannot read it. `unsupported`: the real pip follows it (an option, a file, a path),
   * the simulator does not. `too-many`: the bench follows no more lines than those before it.
   */
  readonly kind: 'invalid' | 'unsupported' | 'too-many';
  /** From 1. */
  readonly line: number;
  /** What pip says of a line that it cannot read; of any other, the line itself. */
  readonly message: string;
}

/** A line that asks for something, and where it stands in the text. */
export interface WrittenLine extends Place {
  /** From 1. */
  readonly line: number;
  readonly root: RootLine;
}

/** A file as a bench reads it. */
export interface ReadFile {
  readonly written: readonly WrittenLine[];
  readonly lines: readonly RootLine[];
  readonly problems: readonly LineProblem[];
}

/** No file of a learner's has more lines that ask for something; whoever has one finds `womm`. */
export const MOST_LINES = 800;

const FILE = 'requirements.txt';

/** The requirement lines of a requirements.txt, each with its place in the text and in pip's words. */
export function readLines(text: string): ReadFile {
  const { lines: logical } = logicalLines(text);
  const tooMany = logical[MOST_LINES];
  const places = placesOfLines(text);
  if (tooMany !== undefined) {
    const { line, text: message } = tooMany;
    const place = placeOfLine(text, places, line);
    return { written: [], lines: [], problems: [{ kind: 'too-many', line, message, ...place }] };
  }
  const written: WrittenLine[] = [];
  const problems: LineProblem[] = [];
  for (const read of parseRequirementsFile(text)) {
    const { line } = read;
    const place = placeOfLine(text, places, line);
    if (read.kind === 'invalid') {
      const message = formatInvalidLine(read, FILE);
      problems.push({ kind: 'invalid', line, message, ...placeOfFault(text, place, read) });
    } else if (
      read.kind === 'requirement' &&
      read.wanted.kind === 'requirement' &&
      read.options.length === 0
    ) {
      const comesFrom = `-r ${FILE} (line ${line})`;
      const { requirement } = read.wanted;
      const root = { text: read.written, requirement, constraint: false, comesFrom };
      written.push({ line, root, ...place });
    } else problems.push({ kind: 'unsupported', line, message: read.text, ...place });
  }
  return { written, lines: written.map(({ root }) => root), problems };
}

/** The lines that pip leaves out on this machine, because their markers do not hold there. */
export function linesLeftOut(
  written: readonly WrittenLine[],
  target: Target,
): readonly WrittenLine[] {
  const environment = targetEnvironment(target);
  return written.filter(({ root }) => !lineApplies(root, environment));
}
