// The smallest changes to the user's own lines after which her file can be installed. Nothing is offered
// that was not solved again and verified; what could not be solved within bounds is not offered.

import type { Asking } from '../asking.ts';
import type { Explanation } from '../explain/explanation.ts';
import { openLibrary, type LibraryOptions } from '../explain/narrow.ts';
import { startWork, type Limits } from '../solving.ts';
import type { Request } from '../types.ts';
import { compareFixes, type Fix, type Fixes } from './fix.ts';
import { mendLines } from './mend-lines.ts';
import { tryPlatforms, tryPythons } from './other-machines.ts';
import { renameLines } from './other-names.ts';
import { smallestCuts } from './smallest-cuts.ts';
import { splitLines } from './two-environments.ts';

/** How many fixes are wanted, and how much may be done for them. */
export interface FixOptions extends Limits, LibraryOptions {
  readonly mostFixes?: number | undefined;
}

const MOST_FIXES = 6;
/** Lines that no argument ties together are not all worth a try. */
const MOST_LINES = 30;

/** The smallest changes that were solved again, the best first. It asks for pages as a resolver does. */
export function* findFixes(
  explanation: Explanation,
  request: Request,
  options: FixOptions = {},
): Asking<Fixes> {
  const work = startWork(options);
  const library = openLibrary(request, options);
  const found: Fix[] = [...(yield* renameLines(explanation, request, work))];
  if (explanation.lines.length <= MOST_LINES) {
    const cuts = yield* smallestCuts(request, explanation.lines, library, work);
    for (const cut of cuts) found.push(...(yield* mendLines(request, cut, library, work)));
    found.push(...(yield* tryPlatforms(explanation, request, work)));
    // Another Python is a bigger change than it looks: not where the file can be mended.
    if (explanation.kind === 'wrong-python' || found.every(({ kind }) => kind === 'drop'))
      found.push(...(yield* tryPythons(request, work)));
    const last = cuts.at(-1);
    if (last !== undefined && last.length < explanation.lines.length)
      found.push(...(yield* splitLines(request, last, work)));
  } else work.isCutShort = true;
  // To install nothing is no way to install.
  const useful = found.filter(({ pins }) => pins.length > 0);
  const fixes = chooseFixes(useful, options.mostFixes ?? MOST_FIXES);
  return { fixes, isCutShort: work.isCutShort, solves: work.solves };
}

/** The best, and the best of each kind before the second best of any. */
function chooseFixes(found: readonly Fix[], most: number): readonly Fix[] {
  const sorted = found.toSorted(compareFixes);
  const firsts = sorted.filter((fix, i) => sorted.findIndex(({ kind }) => kind === fix.kind) === i);
  const others = sorted.filter((fix) => !firsts.includes(fix));
  return [...firsts, ...others].slice(0, most).sort(compareFixes);
}
