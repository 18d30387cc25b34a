// What resolvelib tells its reporter (pip/_vendor/resolvelib/reporters.py), as values.

import type { State } from './state.ts';
import type { AnyCandidate, Candidate, Cause, IndexSource, ResolverRequirement } from './types.ts';

/** What every step carries: the lines that pip printed since the step before. */
interface Printing {
  readonly printed?: readonly string[] | undefined;
}

/** One thing that a resolver did. */
export type Step = Printing &
  (
    | { readonly type: 'starting' }
    | { readonly type: 'starting-round'; readonly index: number }
    /** `state` is what the next round starts from. */
    | { readonly type: 'ending-round'; readonly index: number; readonly state: State }
    | {
        readonly type: 'adding-requirement';
        readonly requirement: ResolverRequirement;
        readonly parent: Candidate | undefined;
      }
    | { readonly type: 'resolving-conflicts'; readonly causes: readonly Cause[] }
    /** This candidate will not do: the causes leave nothing of one of the names it needs. */
    | {
        readonly type: 'rejecting-candidate';
        readonly candidate: AnyCandidate;
        readonly causes: readonly Cause[];
      }
    /** This pin was a mistake. resolvelib 1.0 and later take it back without a word. */
    | { readonly type: 'backtracking'; readonly candidate: AnyCandidate }
    /** Only legacy pip: something was pinned under this name before, whatever is asked now. */
    | {
        readonly type: 'ignoring-requirement';
        readonly requirement: ResolverRequirement;
        readonly parent: Candidate | undefined;
      }
    | { readonly type: 'pinning'; readonly candidate: AnyCandidate }
    | { readonly type: 'ending'; readonly pins: ReadonlyMap<string, AnyCandidate> }
  );

/** No step: a page, or one file's metadata, must be supplied before the resolver can go on. */
export interface Needs {
  readonly type: 'needs';
  readonly project: string;
  /** The file whose metadata is asked for, on a page that is already there. */
  readonly file?: string | undefined;
  /** Which of several indexes is asked; undefined: the request's `index`. */
  readonly from?: IndexSource | undefined;
  /** The address of one file that is on no index: a page with it alone is the answer. */
  readonly link?: string | undefined;
}
