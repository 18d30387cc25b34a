// The moves at a resolver bench, as labs write their solutions and near misses.

import type { ChosenTarget } from './bench-event.ts';
import type { BenchEvent, Tool } from './bench.ts';

/** The file is given to the resolver. */
export const ran: BenchEvent = { type: 'ran' };

/** The file is written anew, a line an argument. */
export const edited = (...lines: readonly string[]): BenchEvent => ({
  type: 'edited',
  text: `${lines.join('\n')}\n`,
});

/** The run is looked at after this many steps. */
export const steppedTo = (to: number): BenchEvent => ({ type: 'stepped', to });

/** The run is looked at to its end: a bench stops at the last step. */
export const steppedToEnd: BenchEvent = steppedTo(Number.MAX_SAFE_INTEGER);

/** This project is the answer to a question of the lab's. */
export const named = (project: string): BenchEvent => ({ type: 'named', project });

/** The resolver is changed for this one. */
export const chose = (tool: Tool): BenchEvent => ({ type: 'chose-tool', tool });

/** Another Python, on another kind of machine. */
export const choseTarget = (python: string, platform: ChosenTarget['platform']): BenchEvent => ({
  type: 'chose-target',
  python,
  platform,
});
