// Two ways through the same lines beside the reader's: always the newest, line by line; and pip's.

import { resolvePip } from '../pip.ts';
import { drain } from '../run.ts';
import type { Step } from '../step.ts';
import type { Outcome } from '../types.ts';
import {
  askedProjects,
  choosingBench,
  chosenOf,
  isDeadEnd,
  refusalsNow,
  type ChoosingSetup,
  type ChoosingState,
} from './choosing.ts';
import { asksOf, isRead, leftOf, requestOfSetup } from './shelf.ts';

/** How it goes for who always takes the newest and never takes anything back. */
export type Newest =
  /** Everything is chosen. */
  | 'straight'
  /** Of some project every version is refused, and yet there is a set that suits everybody. */
  | 'take-back'
  /** There is none. */
  | 'impossible';

/** Takes the newest that is left, the projects in the order in which they were asked for. */
export function newestFirst(setup: ChoosingSetup): Newest {
  let state = choosingBench.start(setup);
  for (;;) {
    const open = askedProjects(state).find((project) => chosenOf(state, project) === undefined);
    if (open === undefined) return 'straight';
    if (isDeadEnd(state, open)) return pipsWay(setup).outcome.ok ? 'take-back' : 'impossible';
    // `as`: this engine answers at once.
    state = choosingBench.apply(state, {
      type: 'chose',
      project: open,
      version: newestUntried(state, open) ?? '',
    }) as ChoosingState;
  }
}

/** The newest version that is left of a project and was not refused. */
export function newestUntried(state: ChoosingState, project: string): string | undefined {
  const refused = refusalsNow(state, project).map(({ version }) => version);
  return leftOf(state.setup, asksOf(state.setup, state.choices), project).findLast(
    ({ text }) => !refused.includes(text) && isRead(state.setup, { project, version: text }),
  )?.text;
}

/** How somebody got through: versions opened, refused, and choices taken back. */
export interface Tally {
  readonly opened: number;
  readonly refused: number;
  readonly tookBack: number;
}

/** pip's own way through the lines. */
export interface PipsWay extends Tally {
  /** What it tried, in order: the rest of its steps is reading. */
  readonly tries: readonly Extract<
    Step,
    { type: 'pinning' | 'rejecting-candidate' | 'backtracking' }
  >[];
  readonly outcome: Outcome;
}

const isTry = (step: Step): step is PipsWay['tries'][number] =>
  (step.type === 'pinning' ||
    step.type === 'rejecting-candidate' ||
    step.type === 'backtracking') &&
  step.candidate.kind === 'distribution';

const ways = new WeakMap<ChoosingSetup, PipsWay>();

/** Lets pip 26.3 do it. */
export function pipsWay(setup: ChoosingSetup): PipsWay {
  const known = ways.get(setup);
  if (known) return known;
  const way = followPip(setup);
  ways.set(setup, way);
  return way;
}

function followPip(setup: ChoosingSetup): PipsWay {
  const pip = resolvePip(requestOfSetup(setup));
  const { steps, outcome } = drain(pip, (project) => setup.pages?.get(project));
  const tries = steps.filter(isTry);
  const count = (type: Step['type']): number => tries.filter((each) => each.type === type).length;
  const [pinned, refused] = [count('pinning'), count('rejecting-candidate')];
  return { tries, outcome, opened: pinned + refused, refused, tookBack: count('backtracking') };
}

/** The reader's own way so far. */
export const readersTally = ({ opened, refusals, tookBack }: ChoosingState): Tally => ({
  opened,
  refused: refusals.length,
  tookBack,
});
