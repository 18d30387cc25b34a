import type { ProjectPage } from '../packaging/project-page.ts';
import type { Needs, Step } from './step.ts';
import type { Outcome } from './types.ts';

/** A resolution that was followed to its end. */
export interface Run {
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
}

/**
 * Takes every step, answering what the resolver needs from `pages`; undefined: not on the index.
 * A search longer than `mostSteps` is given up, and the outcome says so.
 */
export function drain(
  resolver: Generator<Step | Needs, Outcome, ProjectPage | undefined>,
  pages: (project: string, file: string | undefined) => ProjectPage | undefined,
  mostSteps = Infinity,
): Run {
  const steps: Step[] = [];
  let answer: ProjectPage | undefined;
  for (;;) {
    const { done, value } = resolver.next(answer);
    if (done === true) return { steps, outcome: value };
    if (steps.length >= mostSteps) return { steps, outcome: givenUp(steps) };
    answer = undefined;
    if (value.type === 'needs') answer = pages(value.project, value.file);
    else steps.push(value);
  }
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
