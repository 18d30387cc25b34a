// The smallest sets of lines without which the others can be met: minimal hitting sets, breadth first
// (R. Reiter, A theory of diagnosis from first principles, 1987). Each set must take a line out of every
// minimal contradiction; one is known from the explanation, the next is what is left when a line goes.

import type { Asking } from '../asking.ts';
import { minimalLines } from '../explain/minimal-lines.ts';
import type { Library } from '../explain/narrow.ts';
import type { Work } from '../solving.ts';
import type { Request, RootLine } from '../types.ts';
import { pinsOf, withLines } from './solved-again.ts';

/** So many lines may change, and so many sets are looked at. */
const MOST_LINES = 6;
const MOST_SETS = 80;

interface Node {
  readonly dropped: readonly RootLine[];
  /** Lines that cannot be met together with all that is left. */
  readonly against: readonly RootLine[];
}

/** The smallest sets, all of one size; none where none was found. */
export function* smallestCuts(
  request: Request,
  lines: readonly RootLine[],
  library: Library,
  work: Work,
): Asking<readonly (readonly RootLine[])[]> {
  let level: readonly Node[] = [{ dropped: [], against: lines }];
  const seen = new Set<string>();
  const placeOf = (line: RootLine): number => request.lines.indexOf(line);
  for (let size = 1; size <= MOST_LINES && level.length > 0; size += 1) {
    const cuts: (readonly RootLine[])[] = [];
    const next: Node[] = [];
    for (const { dropped, against } of level)
      for (const line of against) {
        const more = [...dropped, line].sort((a, b) => placeOf(a) - placeOf(b));
        const name = more.map(placeOf).join();
        if (seen.has(name)) continue;
        seen.add(name);
        if (seen.size > MOST_SETS || work.stepsLeft <= 0) {
          work.isCutShort = true;
          return cuts;
        }
        const rest = withLines(request, new Map(more.map((each) => [each, undefined])));
        if ((yield* pinsOf(rest, work)) !== undefined) cuts.push(more);
        else if (cuts.length === 0 && size < MOST_LINES) {
          const found = yield* minimalLines(rest, new Set(), library, work);
          next.push({ dropped: more, against: found.lines });
        }
      }
    if (cuts.length > 0) return cuts;
    level = next;
  }
  return [];
}
