import type { ProjectPage } from '../packaging/project-page.ts';
import type { Asking } from './asking.ts';
import { resolvePip } from './pip.ts';
import type { Needs } from './step.ts';
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
  /** The projects that the last solve met and of which a page or METADATA was not to be had. */
  absent: Set<string>;
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
    absent: new Set(),
  };
}

/** The outcome, without its steps; undefined if the work is up before it is known. */
export function* solveAgain(request: Request, work: Work): Asking<Outcome | undefined> {
  const most = Math.min(work.mostStepsEach, work.stepsLeft);
  work.absent = new Set();
  if (most <= 0) {
    work.isCutShort = true;
    return undefined;
  }
  work.solves += 1;
  const resolver = work.resolver(request);
  let steps = 0;
  let next = resolver.next();
  while (next.done !== true && steps < most) {
    if (next.value.type === 'needs') {
      const page = yield next.value;
      if (isAbsent(page, next.value)) work.absent.add(next.value.project);
      next = resolver.next(page);
    } else {
      steps += 1;
      next = resolver.next();
    }
  }
  work.stepsLeft -= steps;
  if (next.done === true) return next.value;
  work.isCutShort = true;
  return undefined;
}

const isAbsent = (page: ProjectPage | undefined, { file }: Needs): boolean =>
  page === undefined ||
  (file !== undefined &&
    page.files.find(({ filename }) => filename === file)?.metadata === undefined);
