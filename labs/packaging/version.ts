// PEP 440 versions, with the ordering and normal form of PyPA packaging's version.py.

import { memoizeByText } from './memo.ts';
import { PYTHON_SPACE } from './python-text.ts';
import { sortKey } from './version-key.ts';

/** One number of a version; a bigint only where a number would lose digits. */
export type Component = number | bigint;

/** The letters to which every spelling of a pre-release is normalised. */
export type PreLetter = 'a' | 'b' | 'rc';

/** What a version says, before anything is derived from it. */
export interface VersionParts {
  readonly epoch: Component;
  /** As written: trailing zeros count in the text, never in comparisons. */
  readonly release: readonly Component[];
  readonly pre: readonly [PreLetter, Component] | undefined;
  readonly post: Component | undefined;
  readonly dev: Component | undefined;
  /** Normalised: lower case, joined by dots. */
  readonly local: string | undefined;
}

/** A PEP 440 version. Two versions are equal exactly when their keys are. */
export interface Version extends VersionParts {
  /** The normal form, as `str(Version)` writes it. */
  readonly text: string;
  /** Sorts, as a string, where the version sorts; ranges of versions are ranges of keys. */
  readonly key: string;
  /** A pre-release in the sense of PEP 440: alpha, beta, candidate or development release. */
  readonly isPrerelease: boolean;
  readonly isPostrelease: boolean;
  readonly isDevrelease: boolean;
}

/** Longer texts are no versions. CPython has no limit here; no index has one of 200 characters. */
const LONGEST_VERSION = 10_000;
/** CPython refuses to read an integer of more digits (sys.int_info.default_max_str_digits). */
const MOST_DIGITS = 4300;

const SPACES = `[${PYTHON_SPACE}]*`;
const VERSION = new RegExp(
  `^${SPACES}v?(?:([0-9]+)!)?([0-9]+(?:\\.[0-9]+)*)` +
    `(?:[._-]?(alpha|a|beta|b|preview|pre|c|rc)[._-]?([0-9]+)?)?` +
    `(?:-([0-9]+)|[._-]?(post|rev|r)[._-]?([0-9]+)?)?` +
    `(?:[._-]?(dev)[._-]?([0-9]+)?)?` +
    `(?:\\+([a-z0-9]+(?:[._-][a-z0-9]+)*))?${SPACES}$`,
  'i',
);
const LOCAL_SEPARATOR = /[._-]/;
const DIGITS = /^[0-9]+$/;
const TOO_MANY_DIGITS = new RegExp(`[0-9]{${MOST_DIGITS + 1}}`);

const PRE_LETTERS: Readonly<Record<string, PreLetter>> = {
  a: 'a',
  alpha: 'a',
  b: 'b',
  beta: 'b',
  c: 'rc',
  rc: 'rc',
  pre: 'rc',
  preview: 'rc',
};

/** The version that `text` spells, or undefined where packaging raises InvalidVersion. */
export const parseVersion: (text: string) => Version | undefined = memoizeByText(60_000, read);

/** Negative, zero or positive as `a` sorts before, with or after `b`. */
export function compareVersions(a: Version, b: Version): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** The version with these parts. */
export function versionFromParts(parts: VersionParts): Version {
  return {
    ...parts,
    text: formatParts(parts),
    key: sortKey(parts),
    isPrerelease: parts.pre !== undefined || parts.dev !== undefined,
    isPostrelease: parts.post !== undefined,
    isDevrelease: parts.dev !== undefined,
  };
}

/** The next number after `component`. */
export function increment(component: Component): Component {
  return component === Number.MAX_SAFE_INTEGER || typeof component === 'bigint'
    ? BigInt(component) + 1n
    : component + 1;
}

/** The release without its trailing zeros; of zeros only, one stays. */
export function trimRelease(release: readonly Component[]): readonly Component[] {
  let end = release.length;
  while (end > 1 && release[end - 1] === 0) end -= 1;
  return end === release.length ? release : release.slice(0, end);
}

/** The normal form of these parts. */
export function formatParts(parts: VersionParts): string {
  const { epoch, release, pre, post, dev, local } = parts;
  let text = epoch === 0 ? release.join('.') : `${epoch}!${release.join('.')}`;
  if (pre !== undefined) text += `${pre[0]}${pre[1]}`;
  if (post !== undefined) text += `.post${post}`;
  if (dev !== undefined) text += `.dev${dev}`;
  return local === undefined ? text : `${text}+${local}`;
}

function read(text: string): Version | undefined {
  if (text.length > LONGEST_VERSION) return undefined;
  const match = VERSION.exec(text);
  if (match === null) return undefined;
  if (text.length > MOST_DIGITS && TOO_MANY_DIGITS.test(text)) return undefined;
  const [, epoch, release = '', preWord, preNumber, dashPost, postWord, postNumber] = match;
  const [devWord, devNumber, local] = match.slice(8);
  const preLetter = preWord === undefined ? undefined : PRE_LETTERS[preWord.toLowerCase()];
  const hasPost = dashPost !== undefined || postWord !== undefined;
  return versionFromParts({
    epoch: toComponent(epoch),
    release: release.split('.').map(toComponent),
    pre: preLetter === undefined ? undefined : [preLetter, toComponent(preNumber)],
    post: hasPost ? toComponent(dashPost ?? postNumber) : undefined,
    dev: devWord === undefined ? undefined : toComponent(devNumber),
    local: local === undefined ? undefined : normalizeLocal(local),
  });
}

/** The number that these digits write. */
export function toComponent(digits: string | undefined): Component {
  if (digits === undefined) return 0;
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}

function normalizeLocal(local: string): string {
  return local
    .split(LOCAL_SEPARATOR)
    .map((part) => (DIGITS.test(part) ? String(toComponent(part)) : part.toLowerCase()))
    .join('.');
}
