import type { ProjectPage } from '../../packaging/project-page.ts';
import { contains } from '../../packaging/specifier.ts';
import { compareVersions, parseVersion, type Version } from '../../packaging/version.ts';
import { pageToOffers } from '../finder.ts';
import type { Request, RootLine } from '../types.ts';

/** A version outside of what a line admits, and how many versions away. */
export interface Neighbour {
  readonly version: Version;
  readonly distance: number;
  readonly isNewer: boolean;
}

/** The versions on offer that a line does not admit, the nearest first; newer ones before older ones. */
export function neighboursOf(
  { requirement }: RootLine,
  page: ProjectPage | undefined,
  request: Request,
): readonly Neighbour[] {
  const { files } = pageToOffers(page, request);
  const byKey = new Map(
    files
      .filter(({ yanked, version }) => yanked === false && !version.isPrerelease)
      .map(({ version }) => [version.key, version]),
  );
  const versions = [...byKey.values()].sort(compareVersions);
  const admits = versions.map((version) =>
    contains(requirement.specifier, version, { prereleases: true }),
  );
  const first = admits.indexOf(true);
  const last = admits.lastIndexOf(true);
  const named = requirement.specifier.specifiers
    .map(({ version }) => parseVersion(version.replace('.*', '')))
    .find((version) => version !== undefined);
  // Where the line admits nothing on offer, its place is where its version would stand.
  const place = named
    ? versions.filter((version) => compareVersions(version, named) < 0).length
    : versions.length;
  const [low, high] = first < 0 ? [place, place - 1] : [first, last];
  const neighbours = versions.flatMap((version, at): readonly Neighbour[] => {
    if (admits[at] === true) return [];
    const isNewer = at > high;
    const distance = isNewer ? at - high : at < low ? low - at : 1;
    return [{ version, distance, isNewer }];
  });
  return neighbours.sort(
    (a, b) => a.distance - b.distance || Number(b.isNewer) - Number(a.isNewer),
  );
}
