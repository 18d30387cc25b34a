// What the referee is asked and what it answers, in the shape of the recorded universes.

import type { MarkerEnvironment } from '../../labs/packaging/marker.ts';
import type { ProjectPage } from '../../labs/packaging/project-page.ts';
import type { Target } from '../../labs/packaging/tags.ts';

/** One version of a project: the wheel that a small index offers, by what its METADATA says. */
export interface Release {
  readonly requires?: readonly string[];
  readonly requires_python?: string;
  readonly extras?: Readonly<Record<string, readonly string[]>>;
  /** Why the release was yanked ('' if no reason was given); only an index can say it, no folder. */
  readonly yanked?: string;
  /** The wheels' tags, one file each; pure Python when left out. */
  readonly tags?: readonly string[];
}

/** A small index: the releases of each project, by version. */
export type Universe = Readonly<Record<string, Readonly<Record<string, Release>>>>;

/** One `pip install` in one universe, on one machine. */
export interface Question {
  readonly universe: Universe;
  /** A folder of wheels (the default), or an index with pages and metadata. */
  readonly index?: 'find-links' | 'simple';
  /** The pages of the index instead, as our resolver reads them, by normalised name. */
  readonly pages?: ReadonlyMap<string, ProjectPage>;
  /** The words after `pip install`. */
  readonly request: readonly string[];
  /** The lines of `-r requirements.txt`, if there is one. */
  readonly requirements?: readonly string[];
  /** The lines of `-c constraints.txt`, if there is one. */
  readonly constraints?: readonly string[];
  readonly target: Target;
  /** What markers see there. */
  readonly environment: MarkerEnvironment;
}

/** One step as the recorded universes write it: `["pin", "alpha==1.2"]`. */
export type RecordedEvent = readonly [kind: string, ...rest: readonly unknown[]];

/** What pip did. `rc` is `too-long` when it took more steps than the referee waits for. */
export interface Answer {
  readonly rc: number | 'too-long';
  /** Project to version, or null when nothing was chosen. */
  readonly pins: Readonly<Record<string, string>> | null;
  readonly events: readonly RecordedEvent[];
  /** Everything pip printed, on both streams, the index's directory written `$WHEELS`. */
  readonly output: string;
  readonly milliseconds: number;
}
