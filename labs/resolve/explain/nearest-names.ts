// Names that were perhaps meant: optimal string alignment distance (Damerau, with neighbours swapped),
// on names from which what is easily mistaken is taken out first.

import { normalizeName } from '../../packaging/names.ts';

const MOST_NAMES = 3;
const LONGEST_NAME = 100;
const DASHES = /-/g;
const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/1/g, 'l'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];

/** The names nearest to one that does not exist, nearest first; none that is too far away. */
export function nearestNames(wrong: string, names: readonly string[]): readonly string[] {
  const wanted = normalizeName(wrong);
  if (wanted.length > LONGEST_NAME) return [];
  const near: { readonly name: string; readonly distance: number }[] = [];
  for (const name of names) {
    const distance = distanceBetween(wanted, normalizeName(name));
    if (distance > 0 && distance <= farthest(wanted)) near.push({ name, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}

/** One letter wrong in three is another word. */
const farthest = (name: string): number => Math.max(1, Math.min(3, Math.floor(name.length / 3)));

/** Half a step where two names only look or sound alike. */
function distanceBetween(a: string, b: string): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > 3) return isWordOf(a, b) ? 1 : Infinity;
  if (look(a) === look(b)) return 0.5;
  return Math.min(alignment(a, b), isWordOf(a, b) ? 1 : Infinity);
}

/** `learn` is not, `beautifulsoup` is: the one with a number or `python` added to the other. */
function isWordOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && AFFIXES.some((affix) => affix(short, long));
}

const AFFIXES: readonly ((short: string, long: string) => boolean)[] = [
  (short, long) => /^[0-9]$/.test(long.replace(short, '')) && long.startsWith(short),
  (short, long) =>
    long === `python-${short}` || long === `${short}-python` || long === `py${short}`,
];

const look = (name: string): string =>
  LOOK_ALIKES.reduce((text, [from, to]) => text.replace(from, to), name.replace(DASHES, ''));

function alignment(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? Infinity;
}
