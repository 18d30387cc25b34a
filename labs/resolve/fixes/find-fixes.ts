import type { Asking } from '../asking.ts';
import type { Explanation } from '../explain/explanation.ts';
import { solveAgain, startWork, type Limits } from '../solving.ts';
import type { Request } from '../types.ts';
import { isSolution } from '../verify.ts';
import type { Fix, Fixes } from './fix.ts';

/** How many fixes are wanted, and how much may be done for them. */
export interface FixOptions extends Limits {
  readonly mostFixes?: number | undefined;
}

/** The smallest changes to the user's lines that were solved again. It asks for pages as a resolver does. */
export function* findFixes(
  explanation: Explanation,
  request: Request,
  options: FixOptions = {},
): Asking<Fixes> {
  const work = startWork(options);
  const fixes: Fix[] = [];
  for (const line of explanation.lines) {
    const without = { ...request, lines: request.lines.filter((each) => each !== line) };
    const outcome = yield* solveAgain(without, work);
    if (outcome?.ok !== true || !isSolution(without, outcome.pins)) continue;
    fixes.push({
      kind: 'drop',
      change: [{ line, from: line.text, to: undefined }],
      pins: outcome.pins,
      cost: { lines: 1, distance: 0, kind: 0 },
    });
  }
  return { fixes, isCutShort: work.isCutShort, solves: work.solves };
}
