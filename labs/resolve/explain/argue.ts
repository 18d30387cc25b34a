// From the project of which nothing is left back to the user's lines: only the grounds that are
// needed, found by leaving out one after the other (deletion), the farthest from the user first.
//
// A ground answers only for the versions that no other ground of the argument excludes, so that what
// stands above it may be simpler than it was when the lines were followed.

import { memoizeByText } from '../../packaging/memo.ts';
import type { Requirement } from '../../packaging/requirement.ts';
import type { Version } from '../../packaging/version.ts';
import { admitted, groundsOf, holds, isBound, usable } from './domain.ts';
import type { Domain, Ground, Prefix } from './domain.ts';
import type { AssumedSide, Meeting, RequiredSide, Side } from './explanation.ts';
import { unfitVersions, type Known } from './unfit.ts';
import { requirementsRead } from './version-needs.ts';

type Keys = ReadonlySet<string>;
/** What begins with a line of the user's, or with what is tried. */
type Headed = RequiredSide | AssumedSide;
type RuledOut = Extract<Ground, { readonly kind: 'ruled-out' }>;

/** Why nothing is left of a domain, by as few grounds as will do. */
export function argueEmpty(domain: Domain, known: Known): Meeting {
  const whole: Prefix = { domain, count: domain.grounds.length };
  return meetingAt(whole, mustGo(whole), known, isRequiring);
}

function meetingAt(
  prefix: Prefix,
  toExclude: Keys,
  known: Known,
  needs: (grounds: readonly Ground[]) => boolean,
  isWanted: (version: Version) => boolean = () => true,
): Meeting {
  const { domain } = prefix;
  const grounds = fewestGrounds(
    prefix,
    (kept) => needs(kept) && leftOf(toExclude, kept).size === 0,
  );
  const versions = shownVersions(domain, grounds);
  const shown = new Set(versions.map(({ key }) => key));
  const sides = sidesOf(prefix, grounds, toExclude, known).map((side) => ({
    ...side,
    leaves: side.leaves.filter(({ key }) => shown.has(key)),
  }));
  const place = (side: Side): number =>
    'line' in side ? known.request.lines.indexOf(side.line) : known.request.lines.length;
  sides.sort((a, b) => place(a) - place(b));
  const served = (version: Version): boolean =>
    !domain.left.has(version.key) &&
    isWanted(version) &&
    sides.every((side) => admits(side, version));
  // Of a version that nobody looked into it cannot be said that it would have served.
  const isOpen = sides.some(({ kind }) => kind === 'ruled-out' || kind === 'tried');
  const unfit = isOpen ? [] : unfitVersions(domain.page, known, served);
  return { project: domain.project, versions, sides, unfit };
}

/** Whether what a side asks in the end is content with a version, on offer or not. */
export function admits(side: Side, version: Version): boolean {
  if (side.kind === 'ruled-out') return side.versions.every(({ key }) => key !== version.key);
  if (side.kind === 'tried') return side.version.key !== version.key;
  const last = side.links.at(-1);
  if (last === undefined)
    return side.kind === 'assumed'
      ? side.version.key === version.key
      : holds(side.line.requirement.specifier, version);
  return last.asks.some(({ specifier }) => holds(specifier, version));
}

/** Every version, but for those that pip passes over of itself: nobody has to exclude them. */
function mustGo(prefix: Prefix): Keys {
  const bounds = groundsOf(prefix).filter(isBound);
  const keys = new Set(prefix.domain.versions.map(({ key }) => key));
  const chosen = usable(prefix.domain, bounds);
  const passedOver = [...leftOf(keys, bounds)].filter((key) => !chosen.has(key));
  return new Set([...keys].filter((key) => !passedOver.includes(key)));
}

/** Grounds for which `holds` is true, of which none can be left out; it is true of all of them. */
function fewestGrounds(
  prefix: Prefix,
  isEnough: (grounds: readonly Ground[]) => boolean,
): readonly Ground[] {
  const nearestFirst = groundsOf(prefix).toSorted((a, b) => weight(a) - weight(b));
  let kept: readonly Ground[] = nearestFirst;
  for (const ground of nearestFirst.toReversed()) {
    const others = kept.filter((each) => each !== ground);
    if (isEnough(others)) kept = others;
  }
  return kept;
}

/** A line is the simplest ground, then a constraint, then a chain; what is ruled out needs a proof. */
function weight({ kind, depth }: Ground): number {
  switch (kind) {
    case 'line':
    case 'assumed':
      return 0;
    case 'constraint':
      return 0.5;
    case 'chain':
      return depth;
    case 'ruled-out':
      return 1_000 + depth;
    case 'tried':
      return 1_000_000;
  }
}

/** Whether somebody asks for the project, and does not only bound it. */
const isRequiring = (grounds: readonly Ground[]): boolean =>
  grounds.some(({ kind }) => kind === 'line' || kind === 'chain' || kind === 'assumed');

const leftOf = (keys: Keys, grounds: readonly Ground[]): Keys =>
  new Set([...keys].filter((key) => grounds.every(({ leaves }) => leaves.has(key))));

function sidesOf(
  { domain }: Prefix,
  grounds: readonly Ground[],
  toExclude: Keys,
  known: Known,
): readonly Side[] {
  return grounds.map((ground): Side => {
    const others = grounds.filter((each) => each !== ground);
    const own = leftOf(toExclude, others);
    switch (ground.kind) {
      case 'line':
      case 'constraint': {
        const { kind, line, leaves } = ground;
        return { kind, line, links: [], leaves: versionsIn(domain, leaves) };
      }
      case 'chain':
        return chainSide(domain, ground.from, own, known);
      case 'ruled-out':
        return ruledOutSide(domain, ground, own, known);
      case 'tried': {
        const { kind, version, meeting, leaves } = ground;
        return { kind, version, meeting, leaves: versionsIn(domain, leaves) };
      }
      case 'assumed': {
        const { kind, version, leaves } = ground;
        const { project } = domain;
        return { kind, project, version, links: [], leaves: versionsIn(domain, leaves) };
      }
    }
  });
}

function chainSide(domain: Domain, from: Prefix, toExclude: Keys, known: Known): Headed {
  const source = from.domain;
  const musts = mustGo(from);
  // Who does not ask, or would be content with a version that must go, must be out as well. What a
  // version asks depends on the extras that are asked of it.
  const unhelpful = memoizeByText(MOST_EXTRAS, (joined): Keys => {
    const extras = joined.split(',');
    return new Set(
      source.versions
        .filter(({ key }) => musts.has(key))
        .filter((version) => {
          const asked = asksOf(source, version, extras, known).get(domain.project);
          const content = asked && admitted(domain, specifiersOf(asked));
          return content === undefined || [...toExclude].some((key) => content.has(key));
        })
        .map(({ key }) => key),
    );
  });
  const grounds = fewestGrounds(
    from,
    (kept) => isRequiring(kept) && leftOf(unhelpful(extrasOf(kept).join()), kept).size === 0,
  );
  const extras = extrasOf(grounds);
  const sides = sidesOf(from, grounds, unhelpful(extras.join()), known);
  const above = sides.find(isHead);
  // `isRequiring` holds of the grounds: one of the sides asks.
  if (above === undefined) throw new Error(`nobody asks for ${source.project}`);
  const left = usable(source, grounds);
  const versions = source.versions.filter(({ key }) => left.has(key));
  const asked = versions
    .toReversed()
    .map((version) => asksOf(source, version, extras, known).get(domain.project) ?? []);
  const leaves = new Set(asked.flatMap((each) => [...admitted(domain, specifiersOf(each))]));
  const link = {
    project: source.project,
    versions,
    asks: eachText(asked.flat()),
    of: domain.project,
    besides: sides.filter((side) => side !== above),
  };
  const chain = { links: [...above.links, link], leaves: versionsIn(domain, leaves) };
  if (above.kind === 'assumed') return { ...above, ...chain };
  return { kind: 'chain', line: above.line, ...chain };
}

const isHead = (side: Side): side is Headed =>
  side.kind === 'line' || side.kind === 'chain' || side.kind === 'assumed';

function ruledOutSide(
  domain: Domain,
  { of, versions: keys, leaves }: RuledOut,
  toExclude: Keys,
  known: Known,
): Side {
  const versions = versionsIn(domain, keys).filter(({ key }) => toExclude.has(key));
  const asks = versions.map(
    (version) => asksOf(domain, version, [...domain.extras], known).get(of.domain.project) ?? [],
  );
  const isWanted = (version: Version): boolean =>
    asks.some((each) => each.every(({ specifier }) => holds(specifier, version)));
  const musts = mustGo(of);
  const wanted = of.domain.versions.filter(({ key }) => musts.has(key)).filter(isWanted);
  const keysWanted = new Set(wanted.map(({ key }) => key));
  const meeting = meetingAt(of, keysWanted, known, () => true, isWanted);
  const side = { kind: 'ruled-out', versions, asks: eachText(asks.flat()), meeting } as const;
  return { ...side, leaves: versionsIn(domain, leaves) };
}

/** So many sets of extras of one project are told apart at once. */
const MOST_EXTRAS = 100;

const extrasOf = (grounds: readonly Ground[]): readonly string[] => [
  ...new Set(grounds.flatMap(({ extras }) => extras)),
];

const NOTHING: ReadonlyMap<string, readonly Requirement[]> = new Map();

const asksOf = (
  { files }: Domain,
  { key }: Version,
  extras: readonly string[],
  { reading }: Known,
): ReadonlyMap<string, readonly Requirement[]> =>
  requirementsRead(files.get(key), extras, reading) ?? NOTHING;

const specifiersOf = (requirements: readonly Requirement[]) =>
  requirements.map(({ specifier }) => specifier);

/** The number line: final releases, and others only where somebody asks for nothing else. */
function shownVersions(
  { versions, files }: Domain,
  grounds: readonly Ground[],
): readonly Version[] {
  const takesAny = grounds.some(({ takesPrereleases }) => takesPrereleases);
  const usual = versions.filter(
    ({ key, isPrerelease }) => files.get(key)?.yanked === false && (takesAny || !isPrerelease),
  );
  return usual.length > 0 ? usual : versions;
}

const versionsIn = ({ versions }: Domain, keys: Keys): readonly Version[] =>
  versions.filter(({ key }) => keys.has(key));

function eachText<Item extends { readonly text: string }>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.text, item])).values()];
}
