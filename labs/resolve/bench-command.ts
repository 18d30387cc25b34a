// What a bench shows of pip's command line: what is typed, and how the run ends on the screen.

import { legacyConflictLines } from './conflict-lines.ts';
import type { Run, Tool } from './bench.ts';

const DRY_END = 'Would install ';
const REAL_END = 'Successfully installed ';

/** What is typed to have a file resolved. Newer pips keep the legacy resolver behind this option. */
export const commandOf = (tool: Tool): string =>
  tool === 'pip'
    ? 'pip install -r requirements.txt'
    : 'pip install --use-deprecated=legacy-resolver -r requirements.txt';

/** What pip exits with. Legacy pip installs what does not fit together, says so, and exits with 0. */
export const exitCodeOf = ({ outcome }: Pick<Run, 'outcome'>): number => (outcome.ok ? 0 : 1);

/**
 * What pip prints after its last step. The resolvers end as a dry run does; a bench installs, so
 * its run ends with what was broken, if anything, and what was installed. Downloads are left out.
 */
export function printedAtEnd({ outcome }: Pick<Run, 'outcome'>): readonly string[] {
  if (!outcome.ok) return outcome.printed;
  const broken = legacyConflictLines(outcome.broken ?? []);
  return outcome.printed.flatMap((line) =>
    line.startsWith(DRY_END) ? [...broken, REAL_END + line.slice(DRY_END.length)] : [line],
  );
}

/** All that stands on the screen after `at` steps, the command not included. */
export function printedAfter(run: Pick<Run, 'steps' | 'outcome'>, at: number): readonly string[] {
  const lines = run.steps.slice(0, at).flatMap(({ printed }) => printed ?? []);
  return at >= run.steps.length ? [...lines, ...printedAtEnd(run)] : lines;
}
