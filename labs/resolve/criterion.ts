// pip/_vendor/resolvelib/resolvers/criterion.py, with what pip reads off a criterion kept beside it.

import type { IndexFile } from '../packaging/project-page.ts';
import type { SpecifierSet } from '../packaging/specifier.ts';
import { NO_SPECIFIERS } from '../packaging/specifier.ts';
import type { AnyCandidate, Candidate, Cause, InstallRequirement } from './types.ts';

/** What can still be pinned under one name, before excluded candidates are left out. */
export type Matches =
  /** Named outright: the base of an extras candidate, or the interpreter. */
  | { readonly kind: 'explicit'; readonly candidates: readonly AnyCandidate[] }
  /** What the finder offers, best first; each becomes a candidate when it is first looked at. */
  | (Found & { readonly kind: 'found'; readonly places: readonly Place[] })
  /** What is installed fits and is preferred: the index is asked only if that will not do. */
  | (Found & {
      readonly kind: 'installed-first';
      readonly installed: Candidate;
      readonly wanted: Wanted;
    });

/** A file of an index, or what is installed. */
export type Place = IndexFile | Candidate;

/** What the finder is asked for. */
export interface Wanted {
  readonly project: string;
  readonly specifier: SpecifierSet;
  /** `sha256:…`; undefined: any will do. */
  readonly hashes: ReadonlySet<string> | undefined;
}

interface Found {
  readonly extras: readonly string[];
  readonly origin: InstallRequirement;
}

/** What all requirements of one name say together. */
export interface Summary {
  readonly specifier: SpecifierSet;
  /** The first requirement with a specifier; candidates found for this name are printed as its. */
  readonly origin: InstallRequirement | undefined;
  readonly extras: readonly string[];
  readonly explicit: readonly AnyCandidate[];
  readonly isExplicit: boolean;
}

/** All causes for one name, and what they leave. Never changed once made. */
export interface Criterion {
  readonly information: readonly Cause[];
  readonly summary: Summary;
  readonly matches: Matches;
  /** Candidates that are known not to work here (resolvelib's incompatibilities). */
  readonly excluded: ReadonlySet<AnyCandidate>;
}

/** Criteria to be looked up. */
export interface CriteriaByName {
  get(name: string): Criterion | undefined;
}

/** The summary of no requirement. */
export const EMPTY_SUMMARY: Summary = {
  specifier: NO_SPECIFIERS,
  origin: undefined,
  extras: [],
  explicit: [],
  isExplicit: false,
};

/** No candidate is excluded. */
export const NOTHING_EXCLUDED: ReadonlySet<AnyCandidate> = new Set();
