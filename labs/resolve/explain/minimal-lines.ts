// The lines without any of which the others can be met: a minimal unsatisfiable subset, by leaving
// out halves, quarters … single lines (delta debugging, Zeller 1999). What is left of an unsolvable set
// when a line goes is asked of the argument first and of pip only where that is silent.

import type { Asking } from '../asking.ts';
import { solveAgain, type Work } from '../solving.ts';
import type { Request, RootLine } from '../types.ts';
import { argueEmpty } from './argue.ts';
import type { Meeting } from './explanation.ts';
import { linesOf } from './lines-of.ts';
import { narrow, startNarrowing, type Library } from './narrow.ts';

/** Lines that cannot be met together, and the argument if there is one without trying. */
export interface Unsolvable {
  readonly lines: readonly RootLine[];
  readonly meeting: Meeting | undefined;
  readonly isMinimal: boolean;
}

/** The argument that these lines leave nothing; undefined where following them does not show it. */
export function* prove(request: Request, library: Library): Asking<Meeting | undefined> {
  const narrowing = startNarrowing(request, library);
  const empty = yield* narrow(narrowing);
  return empty && argueEmpty(empty, narrowing);
}

/** As few of the lines as cannot be met together. `first`: those that are likely to be enough. */
export function* minimalLines(
  request: Request,
  first: ReadonlySet<RootLine>,
  library: Library,
  work: Work,
): Asking<Unsolvable> {
  const among = (lines: ReadonlySet<RootLine>) => request.lines.filter((line) => lines.has(line));
  const meeting = yield* prove(request, library);
  const all = meeting === undefined ? request.lines : among(linesOf(meeting));
  let found: Unsolvable = { lines: all, meeting, isMinimal: true };
  if (meeting === undefined && first.size > 0)
    found = (yield* stillUnsolvable(request, among(first), library, work)).found ?? found;
  let isMinimal = true;
  for (let size = Math.ceil(found.lines.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < found.lines.length;) {
      const { lines } = found;
      const fewer = [...lines.slice(0, at), ...lines.slice(at + size)];
      const { found: less, isKnown } = yield* stillUnsolvable(request, fewer, library, work);
      if (size === 1 && !isKnown) isMinimal = false;
      if (less === undefined) at += size;
      else found = less;
    }
  }
  return { ...found, isMinimal };
}

interface Attempt {
  readonly found?: Unsolvable;
  /** Whether the answer is one, and not the end of our patience. */
  readonly isKnown: boolean;
}

function* stillUnsolvable(
  request: Request,
  lines: readonly RootLine[],
  library: Library,
  work: Work,
): Asking<Attempt> {
  const fewer = { ...request, lines };
  const meeting = yield* prove(fewer, library);
  if (meeting !== undefined) {
    const needed = linesOf(meeting);
    const found = { lines: lines.filter((line) => needed.has(line)), meeting, isMinimal: true };
    return { found, isKnown: true };
  }
  const outcome = yield* solveAgain(fewer, work);
  if (outcome === undefined) return { isKnown: false };
  if (outcome.ok) return { isKnown: true };
  // A failure over something that a snapshot lacks, or that nobody followed to its end, proves nothing.
  const isOpen = library.isSnapshot && work.absent.size > 0;
  if (isOpen || !isAnswer(outcome.stopped?.kind)) return { isKnown: false };
  return { found: { lines, meeting, isMinimal: true }, isKnown: true };
}

// What only a build would tell is an answer: pip cannot take such a file from here either.
const isAnswer = (stopped: string | undefined): boolean =>
  stopped === undefined || stopped === 'unknown-metadata';
