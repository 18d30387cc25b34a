// PEP 440 specifiers, with the meaning packaging 26.3 gives them (specifiers.py).

import { memoizeByText } from './memo.ts';
import { stripPython } from './python-text.ts';
import type { Operator } from './specifier-syntax.ts';
import { operatorOf } from './specifier-syntax.ts';
import type { Interval } from './version-range.ts';
import {
  EVERY_VERSION,
  includesKey,
  intersect,
  intersectAll,
  operatorIntervals,
  prefixIntervals,
} from './version-range.ts';
import type { Version } from './version.ts';
import { formatParts, parseVersion, trimRelease } from './version.ts';

export type { Operator } from './specifier-syntax.ts';

/** One comparison, such as `>=1.2`. */
export interface Specifier {
  readonly operator: Operator;
  /** As written, a trailing `.*` included; for `===` any text. */
  readonly version: string;
  /** Operator and version without space between, as `str(Specifier)`. */
  readonly text: string;
  /** Equal for specifiers that packaging holds equal: `==1.0` and `==1.0.0`. */
  readonly canonical: string;
  readonly intervals: readonly Interval[];
  /** It names a pre-release, and so admits pre-releases: `>=2.0rc1`. */
  readonly namesPrerelease: boolean;
}

/** Specifiers that must all hold. No specifier at all admits every version. */
export interface SpecifierSet {
  /** In the order written, duplicates kept. */
  readonly specifiers: readonly Specifier[];
  /** Sorted, duplicates dropped. */
  readonly sorted: readonly Specifier[];
  /** The sorted ones joined by commas, as `str(SpecifierSet)`. */
  readonly text: string;
  /** What all specifiers but `===` admit together. */
  readonly intervals: readonly Interval[];
  /** The texts that `===` demands, in lower case. */
  readonly literals: readonly string[];
  /** One of the specifiers names a pre-release. */
  readonly namesPrerelease: boolean;
}

/** What the caller says of pre-releases; undefined leaves it to the rule of PEP 440. */
export interface PrereleaseOptions {
  readonly prereleases?: boolean | undefined;
}

const WILDCARD = '.*';
/** A longer text is no set of specifiers; packaging has no such limit. */
const LONGEST_SET = 100_000;

/** The specifiers in a comma-separated text, or undefined where packaging raises InvalidSpecifier. */
export const parseSpecifierSet: (text: string) => SpecifierSet | undefined = memoizeByText(
  30_000,
  readSet,
);

/** One specifier, or undefined where packaging raises InvalidSpecifier. */
export const parseSpecifier: (text: string) => Specifier | undefined = memoizeByText(
  30_000,
  readSpecifier,
);

/** The set that admits every version. */
export const NO_SPECIFIERS: SpecifierSet = specifierSet([]);

/** The set that holds when all of these specifiers hold. */
export function specifierSet(specifiers: readonly Specifier[]): SpecifierSet {
  const ordinary = specifiers.filter(({ operator }) => operator !== '===');
  const literal = specifiers.filter(({ operator }) => operator === '===');
  const sorted = withoutRepeated(specifiers.toSorted(compareTexts));
  return {
    specifiers,
    sorted,
    text: formatSorted(sorted),
    intervals: intersectAll(ordinary.map(({ intervals }) => intervals)),
    literals: literal.map(({ version }) => version.toLowerCase()),
    namesPrerelease: specifiers.some(({ namesPrerelease }) => namesPrerelease),
  };
}

/** The set that holds when both do, as `a & b`. */
export function intersectSpecifierSets(a: SpecifierSet, b: SpecifierSet): SpecifierSet {
  if (a.specifiers.length === 0) return b;
  if (b.specifiers.length === 0) return a;
  // From what is known of both: thousands of sets are joined one by one, each with all before it.
  const sorted = withoutRepeated(mergeSorted(a.sorted, b.sorted));
  return {
    specifiers: [...a.specifiers, ...b.specifiers],
    sorted,
    text: formatSorted(sorted),
    intervals: intersect(a.intervals, b.intervals),
    literals: [...a.literals, ...b.literals],
    namesPrerelease: a.namesPrerelease || b.namesPrerelease,
  };
}

/**
 * Whether this one version may be taken.
 *
 * A single version has no alternatives, so a pre-release is refused only when the caller refuses
 * pre-releases (packaging 26.0 and later).
 */
export function contains(
  set: SpecifierSet,
  version: Version,
  options?: PrereleaseOptions,
): boolean {
  if (version.isPrerelease && options?.prereleases === false) return false;
  return matches(set, version);
}

/**
 * The versions that may be taken, in the order given: without an option pre-releases only if a
 * specifier names one, or if nothing else matches.
 */
export function filterVersions(
  set: SpecifierSet,
  versions: readonly Version[],
  options?: PrereleaseOptions,
): Version[] {
  const matching = versions.filter((version) => matches(set, version));
  const prereleases = options?.prereleases ?? (set.namesPrerelease ? true : undefined);
  if (prereleases === true) return matching;
  const final = matching.filter(({ isPrerelease }) => !isPrerelease);
  return prereleases === undefined && final.length === 0 ? matching : final;
}

function matches(set: SpecifierSet, version: Version): boolean {
  if (!includesKey(set.intervals, version.key)) return false;
  if (set.literals.length === 0) return true;
  const text = version.text.toLowerCase();
  return set.literals.every((literal) => literal === text);
}

function readSet(text: string): SpecifierSet | undefined {
  if (text.length > LONGEST_SET) return undefined;
  const specifiers: Specifier[] = [];
  for (const part of text.split(',')) {
    const stripped = stripPython(part);
    if (stripped === '') continue;
    const specifier = parseSpecifier(stripped);
    if (specifier === undefined) return undefined;
    specifiers.push(specifier);
  }
  return specifierSet(specifiers);
}

function readSpecifier(text: string): Specifier | undefined {
  if (text.length > LONGEST_SET) return undefined;
  const stripped = stripPython(text);
  const operator = operatorOf(stripped);
  if (operator === undefined) return undefined;
  const version = stripPython(stripped.slice(operator.length));
  if (operator === '===') return literalSpecifier(version);
  const isPrefix = version.endsWith(WILDCARD);
  const parsed = parseVersion(isPrefix ? version.slice(0, -WILDCARD.length) : version);
  if (parsed === undefined) return undefined;
  const spelling = `${operator}${version}`;
  const release = operator === '~=' ? parsed.release : trimRelease(parsed.release);
  return {
    operator,
    version,
    text: spelling,
    canonical: isPrefix ? spelling : operator + formatParts({ ...parsed, release }),
    intervals: isPrefix ? prefixIntervals(operator, parsed) : operatorIntervals(operator, parsed),
    namesPrerelease: !isPrefix && operator !== '!=' && parsed.isPrerelease,
  };
}

function literalSpecifier(version: string): Specifier {
  return {
    operator: '===',
    version,
    text: `===${version}`,
    canonical: `===${version}`,
    intervals: EVERY_VERSION,
    namesPrerelease: parseVersion(version)?.isPrerelease === true,
  };
}

function formatSorted(sorted: readonly Specifier[]): string {
  return sorted.map(({ text }) => text).join(',');
}

function compareTexts(a: Specifier, b: Specifier): number {
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}

function mergeSorted(a: readonly Specifier[], b: readonly Specifier[]): readonly Specifier[] {
  const merged: Specifier[] = [];
  for (let i = 0, j = 0; ;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined) return [...merged, ...b.slice(j)];
    if (right === undefined) return [...merged, ...a.slice(i)];
    const isLeft = compareTexts(left, right) <= 0;
    merged.push(isLeft ? left : right);
    if (isLeft) i += 1;
    else j += 1;
  }
}

/** Of those that packaging holds equal the first is kept. */
function withoutRepeated(sorted: readonly Specifier[]): readonly Specifier[] {
  const seen = new Set<string>();
  return sorted.filter(({ canonical }) => seen.size < seen.add(canonical).size);
}
