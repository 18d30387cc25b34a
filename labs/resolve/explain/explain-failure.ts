import type { Asking } from '../asking.ts';
import type { Limits } from '../solving.ts';
import type { Failed, Request } from '../types.ts';
import type { Explanation } from './explanation.ts';

/** What an explanation may use besides the pages. */
export interface ExplainOptions extends Limits {
  /** The projects that there are, as far as known: the nearest names are sought among them. */
  readonly names?: readonly string[] | undefined;
  /** Whether a project without a page may exist all the same: the pages are those of a snapshot. */
  readonly isSnapshot?: boolean | undefined;
}

/** The argument in a failure. It asks for the pages that it lacks, as a resolver does. */
// eslint-disable-next-line require-yield
export function* explainFailure(
  failed: Failed,
  request: Request,
  _options: ExplainOptions = {},
): Asking<Explanation> {
  const { message, stopped, rounds } = failed;
  const named = { lines: request.lines, isMinimal: false, traps: [] };
  if (stopped !== undefined) return { ...named, kind: 'stopped', stopped, rounds, busiest: [] };
  return { ...named, kind: 'unknown', message };
}
