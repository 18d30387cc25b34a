// What is asked, in as few words as the argument needs: where one side lies below the other, only its
// upper bound is of interest.

import type { Requirement } from '../../packaging/requirement.ts';
import type { Specifier } from '../../packaging/specifier.ts';
import { compareVersions, parseVersion, type Version } from '../../packaging/version.ts';
import type { Side } from '../explain/explanation.ts';

/** A range of versions, as it can be said. */
export type Range =
  | { readonly kind: 'any' }
  | { readonly kind: 'exactly' | 'below' | 'up-to' | 'from' | 'above'; readonly version: string }
  | { readonly kind: 'between'; readonly from: string; readonly to: string }
  /** `==2.14.*` */
  | { readonly kind: 'series'; readonly version: string }
  /** Specifiers, where words would be longer. */
  | { readonly kind: 'written'; readonly text: string };

/** Where a side lies, seen from the others. */
export type Place = 'below' | 'above' | undefined;

/** Whether everything that a side leaves lies below, or above, what the others leave. */
export function placeOf(side: Side, sides: readonly Side[]): Place {
  const [other, ...more] = sides.filter((each) => each !== side);
  if (other === undefined || more.length > 0) return undefined;
  const [mine, theirs] = [side.leaves, other.leaves];
  const [first, last] = [mine[0], mine.at(-1)];
  const [otherFirst, otherLast] = [theirs[0], theirs.at(-1)];
  if (!first || !last || !otherFirst || !otherLast) return undefined;
  if (compareVersions(last, otherFirst) < 0) return 'below';
  return compareVersions(first, otherLast) > 0 ? 'above' : undefined;
}

/** What these requirements (one of them: whichever version asks) ask of one project. */
export function rangeOf(asks: readonly Requirement[], place: Place): Range {
  const [only, ...more] = asks;
  if (only === undefined) return { kind: 'any' };
  if (more.length === 0) return rangeOfOne(only.specifier.specifiers, only.specifier.text, place);
  const bounds = asks.map(({ specifier }) => edgeOf(specifier.specifiers, place));
  const known = bounds.filter((bound) => bound !== undefined);
  if (known.length < asks.length || known.length === 0)
    return { kind: 'written', text: only.specifier.text };
  // The widest of them: whatever version is taken, it asks for no less.
  const sign = place === 'below' ? -1 : 1;
  const [widest] = known.sort((a, b) => sign * compareVersions(a.at, b.at));
  return widest?.range ?? { kind: 'any' };
}

interface Edge {
  readonly at: Version;
  readonly range: Range;
}

function rangeOfOne(specifiers: readonly Specifier[], text: string, place: Place): Range {
  if (specifiers.length === 0) return { kind: 'any' };
  const edge = edgeOf(specifiers, place);
  if (edge !== undefined) return edge.range;
  return specifiers.length === 2 ? between(specifiers, text) : simple(specifiers, text);
}

function simple(specifiers: readonly Specifier[], text: string): Range {
  const [only, ...more] = specifiers;
  const written: Range = { kind: 'written', text };
  return only === undefined || more.length > 0 ? written : (wordFor(only) ?? written);
}

function between(specifiers: readonly Specifier[], text: string): Range {
  const low = specifiers.find(({ operator }) => operator === '>=');
  const high = specifiers.find(({ operator }) => operator === '<');
  if (low === undefined || high === undefined) return { kind: 'written', text };
  return { kind: 'between', from: low.version, to: high.version };
}

function wordFor({ operator, version }: Specifier): Range | undefined {
  if (version.endsWith('.*'))
    return operator === '==' ? { kind: 'series', version: version.slice(0, -2) } : undefined;
  switch (operator) {
    case '===':
    case '==':
      return { kind: 'exactly', version };
    case '<':
      return { kind: 'below', version };
    case '<=':
      return { kind: 'up-to', version };
    case '>=':
      return { kind: 'from', version };
    case '>':
      return { kind: 'above', version };
    case '!=':
    case '~=':
      return undefined;
  }
}

const EDGES = { below: ['<', '<=', '==', '==='], above: ['>=', '>', '==', '==='] } as const;

/** The bound towards the other side, the tightest if there are several. */
function edgeOf(specifiers: readonly Specifier[], place: Place): Edge | undefined {
  if (place === undefined) return undefined;
  const wanted: readonly string[] = EDGES[place];
  const edges = specifiers.flatMap((specifier): readonly Edge[] => {
    const range = wordFor(specifier);
    const at = parseVersion(specifier.version);
    const isEdge = wanted.includes(specifier.operator) && range !== undefined;
    return isEdge && at !== undefined ? [{ at, range }] : [];
  });
  const sign = place === 'below' ? 1 : -1;
  return edges.sort((a, b) => sign * compareVersions(a.at, b.at))[0];
}
