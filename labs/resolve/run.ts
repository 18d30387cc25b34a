import { answer, answerLater, type Asking, type Pages, type Source } from './asking.ts';
import type { Step } from './step.ts';
import type { Telling } from './telling.ts';
import type { Outcome } from './types.ts';

/** A resolution that was followed to its end. */
export interface Run {
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
}

/** How far a resolution is followed. */
export interface Limits {
  /** A search longer than this is given up, and the outcome says so. */
  readonly mostSteps?: number | undefined;
  /** Hears how many steps were taken, after each. */
  readonly onStep?: ((taken: number) => void) | undefined;
}

/** Takes every step of a resolver, with pages that are at hand. */
export const drain = (resolver: Telling<Outcome>, pages: Pages, mostSteps?: number): Run =>
  answer(recorded(resolver, { mostSteps }), pages);

/** Takes every step of a resolver, with pages that may have to be fetched. */
export const follow = (
  resolver: Telling<Outcome>,
  source: Source,
  limits: Limits = {},
): Promise<Run> => answerLater(recorded(resolver, limits), source);

/** A resolver that keeps its steps to itself and asks only for pages. */
export function* recorded(
  resolver: Telling<Outcome>,
  { mostSteps = Infinity, onStep }: Limits = {},
): Asking<Run> {
  const steps: Step[] = [];
  let next = resolver.next();
  while (next.done !== true) {
    if (steps.length >= mostSteps) return { steps, outcome: givenUp(steps) };
    if (next.value.type === 'needs') next = resolver.next(yield next.value);
    else {
      steps.push(next.value);
      onStep?.(steps.length);
      next = resolver.next();
    }
  }
  return { steps, outcome: next.value };
}

function givenUp(steps: readonly Step[]): Outcome {
  const rounds = steps.filter(({ type }) => type === 'starting-round').length;
  const stopped = { kind: 'out-of-steps', steps: steps.length } as const;
  return { ok: false, causes: [], message: '', rounds, printed: [], stopped };
}

/** The lines that pip prints over the whole run. */
export function printedLines({ steps, outcome }: Run): readonly string[] {
  return [...steps.flatMap(({ printed }) => printed ?? []), ...outcome.printed];
}
