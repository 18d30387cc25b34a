// Sets of versions as sorted, disjoint intervals of keys (see version-key.ts), and the intervals
// that each operator of PEP 440 means, edge for edge as packaging 26.3 draws them (_ranges.py).

import type { Operator } from './specifier-syntax.ts';
import { keyAboveLocals, keyAbovePosts, keyJustAbove, sortKey } from './version-key.ts';
import type { Component, Version, VersionParts } from './version.ts';
import { increment } from './version.ts';

/** Every version whose key is at least `from` and less than `to`. */
export interface Interval {
  /** '' where nothing bounds it below. */
  readonly from: string;
  /** undefined where nothing bounds it above. */
  readonly to: string | undefined;
}

/** All versions. */
export const EVERY_VERSION: readonly Interval[] = [{ from: '', to: undefined }];

const LEAST: VersionParts = {
  epoch: 0,
  release: [0],
  pre: undefined,
  post: undefined,
  dev: 0,
  local: undefined,
};
const LEAST_KEY = sortKey(LEAST);

/** Whether the version with this key lies in one of the intervals. */
export function includesKey(intervals: readonly Interval[], key: string): boolean {
  // The last interval that begins at the key or below: thousands of `!=` leave thousands of them.
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key < (intervals[middle]?.from ?? '')) high = middle;
    else low = middle + 1;
  }
  const last = intervals[low - 1];
  return last !== undefined && (last.to === undefined || key < last.to);
}

/** The versions that are in both sets. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  if (a === EVERY_VERSION) return b;
  if (b === EVERY_VERSION) return a;
  const both: Interval[] = [];
  for (let i = 0, j = 0; ;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return both;
    const from = left.from > right.from ? left.from : right.from;
    const leftEndsFirst = right.to === undefined || (left.to !== undefined && left.to < right.to);
    const to = leftEndsFirst ? left.to : right.to;
    if (to === undefined || from < to)
      both.push(from === left.from && to === left.to ? left : { from, to });
    if (leftEndsFirst) i += 1;
    else j += 1;
  }
}

/** The versions that are in all sets; two by two, because one after the other takes the square. */
export function intersectAll(sets: readonly (readonly Interval[])[]): readonly Interval[] {
  if (sets.length <= 2) return intersect(sets[0] ?? EVERY_VERSION, sets[1] ?? EVERY_VERSION);
  const middle = sets.length >> 1;
  return intersect(intersectAll(sets.slice(0, middle)), intersectAll(sets.slice(middle)));
}

/** What `==V.*` (or, with `'!='`, `!=V.*`) admits: every version whose release begins with V's. */
export function prefixIntervals(operator: Operator, base: Version): readonly Interval[] {
  const from = firstOfRelease(base.epoch, base.release);
  const to = firstOfNextRelease(base.epoch, base.release);
  if (operator === '==') return [{ from, to }];
  return [
    { from: '', to: from },
    { from: to, to: undefined },
  ];
}

/** What an operator with a version (no wildcard, not `===`) admits. */
export function operatorIntervals(operator: Operator, version: Version): readonly Interval[] {
  switch (operator) {
    case '>=':
      return [{ from: version.key, to: undefined }];
    case '<=':
      return [{ from: '', to: keyAboveLocals(version) }];
    case '>':
      return [{ from: leastGreater(version), to: undefined }];
    case '<': {
      const to = version.isPrerelease ? version.key : devZero(version);
      return to <= LEAST_KEY ? [] : [{ from: '', to }];
    }
    case '==':
      return [{ from: version.key, to: keyAfter(version) }];
    case '!=':
      return [
        { from: '', to: version.key },
        { from: keyAfter(version), to: undefined },
      ];
    case '~=':
      return [
        {
          from: version.key,
          to: firstOfNextRelease(version.epoch, version.release.slice(0, -1)),
        },
      ];
    case '===':
      return EVERY_VERSION;
  }
}

/** `==1.0` means 1.0 with any local label; `==1.0+cpu` means that one alone. */
function keyAfter(version: Version): string {
  return version.local === undefined ? keyAboveLocals(version) : keyJustAbove(version.key);
}

/** `>1.0` leaves out post-releases of 1.0 and local builds of it; `>1.0.post1` those of post1. */
function leastGreater(version: Version): string {
  const { dev, post } = version;
  if (dev !== undefined) return sortKey({ ...version, dev: increment(dev), local: undefined });
  if (post === undefined) return keyAbovePosts(version);
  return sortKey({ ...version, post: increment(post), dev: 0, local: undefined });
}

/** `<1.0` leaves out the pre-releases of 1.0. */
function devZero(version: Version): string {
  return sortKey({ ...version, dev: 0, local: undefined });
}

function firstOfRelease(epoch: Component, release: readonly Component[]): string {
  return sortKey({ ...LEAST, epoch, release });
}

function firstOfNextRelease(epoch: Component, release: readonly Component[]): string {
  const last = release.at(-1) ?? 0;
  return firstOfRelease(epoch, [...release.slice(0, -1), increment(last)]);
}
