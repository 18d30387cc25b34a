import type { Asking } from '../asking.ts';
import { solveAgain, type Work } from '../solving.ts';
import type { Candidate, Request, RootLine } from '../types.ts';
import { isSolution } from '../verify.ts';

/** The pins if the request can be met; undefined if it cannot, or if that was too much work to see. */
export function* pinsOf(request: Request, work: Work): Asking<readonly Candidate[] | undefined> {
  const outcome = yield* solveAgain(request, work);
  if (outcome?.ok !== true || outcome.broken?.length) return undefined;
  // pip itself errs now and then: a fix is not offered on its word alone. What is installed already
  // and what is left out on purpose is not the verifier's to judge.
  const isPlain = request.installed === undefined && !request.noDeps && !request.onlyDeps;
  return isPlain && !isSolution(request, outcome.pins) ? undefined : outcome.pins;
}

/** The request with some lines changed, or (undefined) left out. */
export function withLines(
  request: Request,
  changes: ReadonlyMap<RootLine, RootLine | undefined>,
): Request {
  const lines = request.lines.flatMap((line) => {
    if (!changes.has(line)) return [line];
    return changes.get(line) ?? [];
  });
  return { ...request, lines };
}
