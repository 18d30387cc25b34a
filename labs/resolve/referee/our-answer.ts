// A run of our own resolver in the shape of the real pip's answer.

import { printedLines, type Run } from '../run.ts';
import { stepsToEvents } from '../trace.ts';
import type { Outcome, Request } from '../types.ts';
import type { Answer, RecordedEvent } from './question.ts';

/** An answer of ours, but for the time that it took. */
export interface OurAnswer extends Omit<Answer, 'milliseconds' | 'lacks'> {
  /** Why the simulation ended where pip would have gone on to build something. */
  readonly notSimulated?: 'unknown-metadata' | undefined;
}

/** What our resolver found, as the real pip would have answered it. */
export function runToAnswer(run: Run, request: Request): OurAnswer {
  const { outcome } = run;
  const isUnknown = !outcome.ok && outcome.stopped?.kind === 'unknown-metadata';
  return {
    notSimulated: isUnknown ? 'unknown-metadata' : undefined,
    rc: exitCode(outcome),
    pins: outcome.ok
      ? Object.fromEntries(
          outcome.installs.map(({ metadata }) => [metadata.name, metadata.version]),
        )
      : null,
    // The two tuple types say the same of the same lists.
    events: stepsToEvents(run.steps, request) as readonly RecordedEvent[],
    output: printedLines(run)
      .map((line) => `${line}\n`)
      .join(''),
  };
}

/** pip's exit codes: 1 where it gives up, 2 where it crashes. */
function exitCode(outcome: Outcome): Answer['rc'] {
  if (outcome.ok) return 0;
  const stopped = outcome.stopped?.kind;
  if (stopped === 'too-deep' || stopped === 'out-of-steps') return 'too-long';
  return stopped === undefined ? 1 : 2;
}
