import type { SpecifierSet } from '../packaging/specifier.ts';
import { intersectSpecifierSets } from '../packaging/specifier.ts';

/** Joins specifier sets so that equal results are one object. */
export type Combine = (a: SpecifierSet, b: SpecifierSet) => SpecifierSet;

/**
 * A joiner with its own memory. A criterion grows by one requirement at a time and backtracking
 * grows it the same way again, so nearly every join was seen before.
 */
export function createCombine(): Combine {
  const joined = new Map<SpecifierSet, Map<SpecifierSet, SpecifierSet>>();
  const byText = new Map<string, SpecifierSet>();
  return (a, b) => {
    let row = joined.get(a);
    if (row === undefined) joined.set(a, (row = new Map()));
    const known = row.get(b);
    if (known !== undefined) return known;
    const both = intersectSpecifierSets(a, b);
    const first = byText.get(both.text);
    if (first === undefined) byText.set(both.text, both);
    row.set(b, first ?? both);
    return first ?? both;
  };
}
