import { evaluateMarker } from '../../labs/packaging/marker.ts';
import type { IndexFile, ProjectPage } from '../../labs/packaging/project-page.ts';
import { parseRequirement } from '../../labs/packaging/requirement.ts';
import { contains, parseSpecifierSet } from '../../labs/packaging/specifier.ts';
import { supportedTags, targetEnvironment, type Target } from '../../labs/packaging/tags.ts';
import { compareVersions, parseVersion, type Version } from '../../labs/packaging/version.ts';

/** A wheel that pip would take on the target without building: its tags, its Python, not yanked, no pre-release. */
function fits(file: IndexFile, target: Target): boolean {
  const python = parseVersion(target.python);
  const asked = parseSpecifierSet(file.requiresPython ?? '');
  if (python && asked && !contains(asked, python)) return false;
  const tags = new Set(supportedTags(target));
  return (
    file.yanked === false && !file.version.isPrerelease && file.tags.some((tag) => tags.has(tag))
  );
}

/** The last release of each series (`1.26`, `2.0` …) that has a wheel for the target, in order. */
export function lastOfEachSeries(page: ProjectPage, target: Target): readonly Version[] {
  const versions = page.files
    .filter((file) => fits(file, target))
    .map(({ version }) => version)
    .sort(compareVersions);
  const series = new Map(
    versions.map((version) => [version.release.slice(0, 2).join('.'), version]),
  );
  return [...series.values()];
}

/** A requirement on one project, ready to be put to its versions. */
export interface Asked {
  /** As packaging writes it: `<1.27.0,>=1.19.5`. */
  readonly text: string;
  keeps(version: Version): boolean;
}

/** What one release asks of a project on the target: all its requirements on it, extras aside. */
export function askedOf(
  project: string,
  by: { readonly page: ProjectPage; readonly version: string },
  target: Target,
): Asked {
  const file = by.page.files.find(
    (candidate) => candidate.version.text === by.version && fits(candidate, target),
  );
  if (!file?.metadata || file.metadata === 'unknown')
    throw new Error(`The snapshot has no metadata of ${by.page.project} ${by.version}`);
  const asked = file.metadata.requiresDist.flatMap((line) => {
    const requirement = parseRequirement(line);
    if ('kind' in requirement || requirement.project !== project) return [];
    const { marker, specifier } = requirement;
    return !marker || evaluateMarker(marker, targetEnvironment(target)) ? [specifier.text] : [];
  });
  const set = parseSpecifierSet(asked.join(','));
  if (!set || asked.length === 0)
    throw new Error(`${by.page.project} ${by.version} asks nothing of ${project}`);
  return { text: set.text, keeps: (version) => contains(set, version) };
}
