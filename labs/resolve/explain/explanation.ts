// What an explanation is made of: ids and values. The sentences are written in ../wording.

import type { Requirement } from '../../packaging/requirement.ts';
import type { Platform, Target } from '../../packaging/target.ts';
import type { Version } from '../../packaging/version.ts';
import type { Broken } from '../conflict-lines.ts';
import type { RootLine, Stopped } from '../types.ts';
import type { TrapName } from './trap-names.ts';

/** Why a file cannot be installed, as an argument that a person can follow. */
export type Explanation = Contradiction | NothingFits | Unknown | SearchStopped | BrokenInstalled;

/** What every explanation of a failure begins with. */
interface Named {
  /** The user's own lines that cannot be met together, in her order. */
  readonly lines: readonly RootLine[];
  /** Without any one of `lines` the others can be met; false: that was too much work to find out. */
  readonly isMinimal: boolean;
  /** The machine and the Python for which all this holds. */
  readonly target: Target;
  /** Names among the user's lines that are not what they seem. */
  readonly traps: readonly Trap[];
}

/** A line that names a project which is not what its name promises. */
export interface Trap {
  readonly line: RootLine;
  readonly trap: TrapName;
}

/** Several demands on one project that no version meets together. */
export interface Contradiction extends Named, Meeting {
  readonly kind: 'conflict';
  /**
   * Whether the sides alone prove it. False: there were several ways, pip tried them all, and the
   * sides are those of the last one.
   */
  readonly isWhole: boolean;
}

/** Where chains meet: a project, and what each side leaves of it. */
export interface Meeting {
  readonly project: string;
  /** Every version on offer for this machine, ascending: the number line. */
  readonly versions: readonly Version[];
  /** Each is needed: the others leave something. */
  readonly sides: readonly Side[];
  /** Versions that would have served all sides, and why they are not on offer here. */
  readonly unfit: readonly Unfit[];
}

/** One demand on a project, with the way it came from the user's own line. */
export type Side = RequiredSide | AssumedSide | RuledOutSide | TriedSide;

/** These versions cannot be had: what they ask of another project meets something else there. */
export interface RuledOutSide {
  readonly kind: 'ruled-out';
  readonly versions: readonly Version[];
  /** What they ask, each wording once. */
  readonly asks: readonly Requirement[];
  /** Where that leaves nothing, what they ask left out. */
  readonly meeting: Meeting;
  readonly leaves: readonly Version[];
}

/** This version cannot be had: whoever tries it ends where another project has nothing left. */
export interface TriedSide {
  readonly kind: 'tried';
  readonly version: Version;
  readonly meeting: Meeting;
  readonly leaves: readonly Version[];
}

/** Within what was tried: a demand of the version that is tried, or of what it brings. */
export interface AssumedSide {
  readonly kind: 'assumed';
  readonly project: string;
  readonly version: Version;
  readonly links: readonly Link[];
  readonly leaves: readonly Version[];
}

/** A demand of a line, or of what a line brings. */
export interface RequiredSide {
  /** `constraint`: a line of a constraints file, which bounds and never asks. */
  readonly kind: 'line' | 'constraint' | 'chain';
  /** The user's line at the head. */
  readonly line: RootLine;
  /** From the line down to the project; none where the line itself names it. */
  readonly links: readonly Link[];
  readonly leaves: readonly Version[];
}

/** What every version that is left of one project asks of the next. */
export interface Link {
  readonly project: string;
  /** The versions that are left, ascending; each of them asks. */
  readonly versions: readonly Version[];
  /** What they ask, each wording once, of the newest version first. */
  readonly asks: readonly Requirement[];
  /** The project of which they ask it. */
  readonly of: string;
  /** What, besides the link before, leaves only these versions. */
  readonly besides: readonly Side[];
}

/** A version that all sides admit and that cannot be had here. */
export interface Unfit {
  readonly version: Version;
  readonly because: UnfitReason;
}

/** Why a version that exists is not on offer. */
export type UnfitReason =
  | { readonly kind: 'python'; readonly requiresPython: string }
  /** Wheels for other Pythons only: `cp312`. */
  | { readonly kind: 'python-tags'; readonly pythons: readonly string[] }
  | { readonly kind: 'platform'; readonly platforms: readonly Platform[] }
  | { readonly kind: 'yanked'; readonly reason: string }
  | { readonly kind: 'pre-release' }
  /** Uploaded on this day, after the date that was asked about. */
  | { readonly kind: 'too-new'; readonly uploaded: string }
  | { readonly kind: 'source-only' };

/** One demand that nothing on the index meets. */
export interface NothingFits extends Named {
  readonly kind: NothingKind;
  readonly project: string;
  /** Every version on offer for this machine, ascending. */
  readonly versions: readonly Version[];
  readonly side: RequiredSide;
  /** What is asked in the end, as it was written. */
  readonly asked: Requirement;
  /** Versions that would have served, and what stands against each. */
  readonly unfit: readonly Unfit[];
  /** Names that were perhaps meant, nearest first. */
  readonly nearest: readonly string[];
}

/** What there is instead of a version that fits. */
export type NothingKind =
  /** No such project on the index. */
  | 'no-project'
  /** Not among the projects that were looked through: the real index may have it. */
  | 'outside-snapshot'
  | 'no-version'
  | 'wrong-python'
  | 'wrong-platform'
  | 'pre-release-only'
  | 'yanked-only'
  | 'source-only';

/** A failure that could not be put in such words: pip's own text is all there is. */
export interface Unknown extends Named {
  readonly kind: 'unknown';
  readonly message: string;
}

/** The search ended before pip would have, or where pip itself ends otherwise. */
export interface SearchStopped extends Named {
  readonly kind: 'stopped';
  readonly stopped: Stopped;
  readonly rounds: number;
  /** The projects of which most candidates were refused: where the search goes round and round. */
  readonly busiest: readonly string[];
}

/** pip installs, and what was there before does not work with it. */
export interface BrokenInstalled extends Named {
  readonly kind: 'breaks-installed';
  readonly broken: readonly Broken[];
}
