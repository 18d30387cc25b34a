import type { Asking } from './asking.ts';
import { resolvePip } from './pip.ts';
import type { Telling } from './telling.ts';
import type { Outcome, Request } from './types.ts';

/** How a request is resolved: by modern pip, unless something else is explained. */
export type Resolver = (request: Request) => Telling<Outcome>;

/** How much may be done to explain or to mend. */
export interface Limits {
  /** Steps of a resolver in all, over every solve. */
  readonly mostSteps?: number | undefined;
  /** Steps of one solve. */
  readonly mostStepsEach?: number | undefined;
  readonly resolver?: Resolver | undefined;
}

/** What solving again and again has used up. */
export interface Work {
  readonly resolver: Resolver;
  readonly mostStepsEach: number;
  stepsLeft: number;
  solves: number;
  /** A solve was ended by a limit, or not begun. */
  isCutShort: boolean;
}

const MOST_STEPS = 200_000;
const MOST_STEPS_EACH = 20_000;

/** Nothing done yet. */
export function startWork(limits: Limits = {}): Work {
  return {
    resolver: limits.resolver ?? resolvePip,
    mostStepsEach: limits.mostStepsEach ?? MOST_STEPS_EACH,
    stepsLeft: limits.mostSteps ?? MOST_STEPS,
    solves: 0,
    isCutShort: false,
  };
}

/** The outcome, without its steps; undefined if the work is up before it is known. */
export function* solveAgain(request: Request, work: Work): Asking<Outcome | undefined> {
  const resolver = work.resolver(request);
  const most = Math.min(work.mostStepsEach, work.stepsLeft);
  work.solves += 1;
  let steps = 0;
  let next = resolver.next();
  while (next.done !== true && steps < most) {
    if (next.value.type === 'needs') next = resolver.next(yield next.value);
    else {
      steps += 1;
      next = resolver.next();
    }
  }
  work.stepsLeft -= steps;
  if (next.done === true) return next.value;
  work.isCutShort = true;
  return undefined;
}
