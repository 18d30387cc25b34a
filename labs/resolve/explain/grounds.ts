// The grounds on which versions go, each with what it leaves.

import type { Requirement } from '../../packaging/requirement.ts';
import type { Version } from '../../packaging/version.ts';
import { normalizeExtras } from '../requirements.ts';
import type { RootLine } from '../types.ts';
import { admitted, namesOne, prefixOf, type Domain, type Ground } from './domain.ts';
import type { Meeting } from './explanation.ts';

/** What the versions that are left of a project ask, each for itself. */
export type Asked = ReadonlyMap<Version, ReadonlyMap<string, readonly Requirement[]>>;

/** The projects for which every one of the versions asks. */
export function askedByAll(asked: Asked): readonly string[] {
  const [first, ...others] = [...asked.values()];
  if (first === undefined) return [];
  return [...first.keys()].filter((project) => others.every((each) => each.has(project)));
}

function extrasAsked(asked: Asked, project: string): readonly string[] {
  const sets = [...asked.values()].map(
    (each) => new Set((each.get(project) ?? []).flatMap(({ extras }) => normalizeExtras(extras))),
  );
  const [first, ...others] = sets;
  return [...(first ?? [])].filter((extra) => others.every((set) => set.has(extra)));
}

/** What holds while one version is tried. */
export function assumedGround({ extras }: Domain, version: Version): Ground {
  return {
    kind: 'assumed',
    version,
    leaves: new Set([version.key]),
    takesPrereleases: true,
    takesYanked: true,
    extras: [...extras],
    depth: 0,
  };
}

/** What a line of the user's leaves. */
export function lineGround(domain: Domain, line: RootLine): Ground {
  const { specifier } = line.requirement;
  return {
    kind: line.constraint ? 'constraint' : 'line',
    line,
    leaves: admitted(domain, [specifier]),
    takesPrereleases: specifier.namesPrerelease,
    takesYanked: namesOne(specifier),
    extras: normalizeExtras(line.requirement.extras),
    depth: 0,
  };
}

/** What all versions that are left of `from` leave of a project together. */
export function chainGround(domain: Domain, from: Domain, asked: Asked): Ground {
  const leaves = new Set<string>();
  let takesPrereleases = false;
  let takesYanked = false;
  for (const requirements of asked.values()) {
    const sets = (requirements.get(domain.project) ?? []).map(({ specifier }) => specifier);
    for (const key of admitted(domain, sets)) leaves.add(key);
    takesPrereleases ||= sets.some(({ namesPrerelease }) => namesPrerelease);
    takesYanked ||= sets.some(namesOne);
  }
  return {
    kind: 'chain',
    from: prefixOf(from),
    leaves,
    takesPrereleases,
    takesYanked,
    extras: extrasAsked(asked, domain.project),
    depth: 1 + deepest(from),
  };
}

/** How far from the user's lines the farthest ground of a domain is. */
const deepest = ({ grounds }: Domain): number =>
  grounds.reduce((most, { depth }) => Math.max(most, depth), 0);

/** Some versions are gone: each asks `of` for what is not left of it. */
export const ruledOutGround = (domain: Domain, keys: ReadonlySet<string>, of: Domain): Ground => ({
  kind: 'ruled-out',
  versions: keys,
  of: prefixOf(of),
  leaves: allBut(domain, keys),
  takesPrereleases: false,
  takesYanked: false,
  extras: [],
  depth: 1 + deepest(of) + deepest(domain),
});

/** A version is gone: it was tried, and `meeting` is where it ended. */
export const triedGround = (domain: Domain, version: Version, meeting: Meeting): Ground => ({
  kind: 'tried',
  version,
  meeting,
  leaves: allBut(domain, new Set([version.key])),
  takesPrereleases: false,
  takesYanked: false,
  extras: [],
  depth: 0,
});

const allBut = ({ versions }: Domain, keys: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(versions.map(({ key }) => key).filter((key) => !keys.has(key)));
