import type { Asking } from '../../labs/resolve/asking.ts';
import { rationed } from '../../labs/resolve/bounded.ts';
import { explainFailure } from '../../labs/resolve/explain/explain-failure.ts';
import { explainWithin } from '../../labs/resolve/explain/explain-within.ts';
import { findFixes } from '../../labs/resolve/fixes/find-fixes.ts';
import { resolvePip } from '../../labs/resolve/pip.ts';
import { recorded, type Run } from '../../labs/resolve/run.ts';
import type { Telling } from '../../labs/resolve/telling.ts';
import type { Failed, Outcome, Request, Solved } from '../../labs/resolve/types.ts';
import { wordings } from '../../labs/resolve/wording/wordings.ts';
import type { Failure, Progress, Question } from './explain-answer.ts';
import { drawingsOf } from './explain-drawing.ts';
import { showFixes } from './explain-fixes.ts';

/** What is known of the index besides its pages. */
export interface Known {
  /** The projects of the snapshot, and those that it knows PyPI not to have. */
  readonly names: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  readonly isSnapshot: boolean;
  /** Whether METADATA must be fetched one by one; of a snapshot it is at hand. */
  readonly isFetched: boolean;
}

/** What is heard on the way. */
export interface Hear {
  readonly progress: (progress: Pick<Progress, 'phase' | 'rounds' | 'refused'>) => void;
  /** A failure of which not everything is known yet. */
  readonly failure: (failure: Failure) => void;
}

/** What pip makes of some lines: a plan, or why there is none and what would help. */
export type Solve = Followed &
  (
    | {
        readonly ok: true;
        readonly outcome: Solved;
        readonly rounds: number;
        readonly refused: number;
      }
    | { readonly ok: false; readonly failure: Failure }
  );

/** A run to its end, and what was asked. */
export interface Followed {
  readonly run: Run;
  readonly request: Request;
}

/** Some files make pip search for minutes; on a page that is followed this far, some seconds. */
export const MOST_STEPS = 40_000;

/** Resolves as pip does; what fails is explained and mended. */
export function* solveAndExplain(
  request: Request,
  question: Question,
  known: Known,
  hear: Hear,
): Asking<Solve> {
  const count = { rounds: 0, refused: 0 };
  const run = yield* recorded(counted(resolvePip(request), count, hear), { mostSteps: MOST_STEPS });
  const { outcome } = run;
  if (outcome.ok) return { ok: true, run, outcome, request, ...count };
  const bare: Failure = {
    kind: 'failed',
    sentence: undefined,
    argument: [],
    drawings: [],
    message: outcome.message,
    isStopped: isEndless(outcome),
    fixes: undefined,
  };
  hear.failure(bare);
  hear.progress({ phase: 'explaining', ...count });
  const { isFetched, isSnapshot } = known;
  const options = { names: [...known.names], isSnapshot, steps: run.steps };
  const explanation = yield* isFetched
    ? explainWithin(outcome, request, options)
    : explainFailure(outcome, request, options);
  const wording = wordings[question.language];
  const shown: Failure = {
    ...bare,
    sentence: wording.sentence(explanation),
    argument: wording.argument(explanation),
    drawings: drawingsOf(explanation, question.language),
  };
  hear.failure(shown);
  hear.progress({ phase: 'fixing', ...count });
  const finding = findFixes(explanation, request);
  const found = yield* isFetched ? rationed(finding) : finding;
  return {
    ok: false,
    run,
    request,
    failure: { ...shown, fixes: showFixes(found, explanation, request, question) },
  };
}

const isEndless = ({ stopped }: Failed): boolean => stopped?.kind === 'out-of-steps';

/** The resolver, its rounds and refusals counted. */
function* counted(
  resolver: Telling<Outcome>,
  count: { rounds: number; refused: number },
  hear: Hear,
): Telling<Outcome> {
  let next = resolver.next();
  while (next.done !== true) {
    const { type } = next.value;
    if (type === 'starting-round') count.rounds += 1;
    if (type === 'rejecting-candidate') count.refused += 1;
    if (type !== 'adding-requirement') hear.progress({ phase: 'resolving', ...count });
    next = resolver.next(yield next.value);
  }
  return next.value;
}
