// Whether what is installed fits together: check_package_set in pip/_internal/operations/check.py, and
// `pip check`.

import type { MarkerEnvironment } from '../packaging/marker.ts';
import { evaluateMarker } from '../packaging/marker.ts';
import type { Requirement } from '../packaging/requirement.ts';
import { contains } from '../packaging/specifier.ts';
import { targetEnvironment } from '../packaging/target-environment.ts';
import type { Broken } from './conflict-lines.ts';
import type { Distribution } from './distributions.ts';
import { environmentDistributions } from './distributions.ts';
import { metadataRequirements } from './metadata-requirements.ts';
import { compareTexts } from './sorting.ts';
import type { Request } from './types.ts';

/** What does not fit among these, in their order. What extras ask is not looked at. */
export function brokenAmong(
  distributions: readonly Distribution[],
  environment: MarkerEnvironment,
  isLookedAt: (distribution: Distribution) => boolean = () => true,
): readonly Broken[] {
  const byProject = new Map(distributions.map((each) => [each.project, each]));
  const broken = distributions.filter(isLookedAt).flatMap((pin) =>
    requirementsOf(pin, environment)
      .map((requirement) => ({ pin, requirement, have: byProject.get(requirement.project) }))
      .filter(({ have, requirement }) => have === undefined || !fits(have, requirement)),
  );
  return [
    ...broken.filter(({ have }) => have === undefined),
    ...broken.filter(({ have }) => have !== undefined),
  ];
}

/** What installing these leaves broken: in them, and in what depends on them directly. */
export function brokenAfterInstall(
  request: Request,
  installs: readonly Distribution[],
): readonly Broken[] {
  const environment = targetEnvironment(request.target);
  const fresh = new Map(installs.map((each) => [each.project, each]));
  const present = new Map(environmentDistributions(request).map((each) => [each.project, each]));
  const all = new Map([...present, ...fresh]);
  return brokenAmong(
    [...all.values()],
    environment,
    (each) =>
      fresh.has(each.project) ||
      requirementsOf(each, environment).some(({ project }) => fresh.has(project)),
  );
}

/** What `pip check` prints in an environment, and its exit code. */
export function pipCheck(request: Pick<Request, 'installed' | 'target'>): {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
} {
  const environment = targetEnvironment(request.target);
  const broken = brokenAmong(environmentDistributions(request), environment);
  if (broken.length === 0) return { lines: ['No broken requirements found.'], exitCode: 0 };
  const lines = broken.map(({ pin, requirement, have }) => {
    const who = `${pin.project} ${pin.version.text}`;
    return have === undefined
      ? `${who} requires ${requirement.project}, which is not installed.`
      : `${who} has requirement ${requirement.text}, but you have ${have.project} ${have.version.text}.`;
  });
  return { lines, exitCode: 1 };
}

function requirementsOf(
  { metadata }: Distribution,
  environment: MarkerEnvironment,
): readonly Requirement[] {
  return metadataRequirements(metadata)
    .requirements.filter(
      ({ marker }) => marker === undefined || evaluateMarker(marker, environment),
    )
    .toSorted((a, b) => compareTexts(a.project, b.project) || compareTexts(a.text, b.text));
}

function fits({ version }: Distribution, { specifier }: Requirement): boolean {
  return contains(specifier, version, { prereleases: true });
}
