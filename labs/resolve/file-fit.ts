// Whether one file is for one target: LinkEvaluator and _sort_key in pip's package_finder.py.

import { foreignKey, foreignPython, foreignTags } from '../packaging/foreign-target.ts';
import type { IndexFile } from '../packaging/project-page.ts';
import type { SpecifierSet } from '../packaging/specifier.ts';
import { contains, parseSpecifierSet } from '../packaging/specifier.ts';
import { supportedTags } from '../packaging/tags.ts';
import { parseVersion } from '../packaging/version.ts';
import { mainSource } from './sources.ts';
import type { IndexSource, Request } from './types.ts';

/** How well a file fits, or why it does not. */
export type FileFit =
  /** A lower rank is a more specific tag; an sdist ranks after every wheel. */
  | { readonly fits: true; readonly rank: number }
  /** `note` is what pip says if it finds nothing in the end; most misfits it passes in silence. */
  | { readonly fits: false; readonly note: string | undefined };

const SILENT: FileFit = { fits: false, note: undefined };
const DIGITS = /^[0-9]+$/;

/** What is asked again for every file of every project, for one target. */
interface Fitting {
  readonly ranks: ReadonlyMap<string, number>;
  /** By the text of Requires-Python: whether the target's Python will do. */
  readonly pythons: Map<string, boolean>;
}

const MOST_PYTHONS = 10_000;
const MOST_FITTINGS = 100;
const fittings = new Map<string, Fitting>();

/** Whether pip, running as the request says, would consider this file of this source. */
export function fileFit(
  file: IndexFile,
  request: Request,
  source: IndexSource = mainSource(request),
): FileFit {
  const fitting = fittingOf(request);
  let rank = fitting.ranks.size;
  if (file.kind === 'wheel') {
    rank = bestRank(fitting, file.tags);
    if (rank === Infinity) return SILENT;
  }
  // A folder of files states nothing.
  const isSilent = source.kind === 'find-links' || request.ignoreRequiresPython === true;
  const stated = isSilent ? undefined : file.requiresPython;
  if (stated === undefined || fitsPython(fitting, stated, request)) return { fits: true, rank };
  const specifier = parseSpecifierSet(stated);
  const isSpelt = request.version === '23.2' || specifier === undefined;
  const spelling = isSpelt ? stated : sortByDigits(specifier);
  return { fits: false, note: `${file.version.text} Requires-Python ${spelling}` };
}

/** Whether a wheel with these tags can be used at all. */
export function supportsTags(tags: readonly string[], request: Request): boolean {
  return bestRank(fittingOf(request), tags) !== Infinity;
}

function bestRank({ ranks }: Fitting, tags: readonly string[]): number {
  let rank = Infinity;
  for (const tag of tags) rank = Math.min(rank, ranks.get(tag) ?? Infinity);
  return rank;
}

function fittingOf({ target, foreign }: Request): Fitting {
  const { python, platform, system } = target;
  const key = `${python} ${platform} ${system?.join('.')} ${foreignKey(foreign)}`;
  let fitting = fittings.get(key);
  if (fitting === undefined) {
    const tags = foreign === undefined ? supportedTags(target) : foreignTags(foreign, target);
    const ranks = new Map(tags.map((tag, rank) => [tag, rank]));
    if (fittings.size >= MOST_FITTINGS) fittings.clear();
    fittings.set(key, (fitting = { ranks, pythons: new Map() }));
  }
  return fitting;
}

// What is no specifier is no bound.
function fitsPython({ pythons }: Fitting, stated: string, { target, foreign }: Request): boolean {
  let fits = pythons.get(stated);
  if (fits === undefined) {
    const specifier = parseSpecifierSet(stated);
    const python = parseVersion(foreignPython(foreign, target));
    fits = specifier === undefined || python === undefined || contains(specifier, python);
    if (pythons.size >= MOST_PYTHONS) pythons.clear();
    pythons.set(stated, fits);
  }
  return fits;
}

// pip 26.3 sorts by the dot-separated parts that are all digits, which leaves out the first part
// with its operator: `<4,>=3.8` stays as it is, `>=3.8,<3.11` stays, `!=3.9.1,>=3.8` turns.
function sortByDigits(specifier: SpecifierSet): string {
  return specifier.specifiers
    .map(({ text }) => ({ text, key: text.split('.').filter((part) => DIGITS.test(part)) }))
    .sort((a, b) => compareNumbers(a.key.map(Number), b.key.map(Number)))
    .map(({ text }) => text)
    .join(',');
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
