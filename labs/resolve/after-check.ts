// Whether what is installed fits together: check_package_set in pip/_internal/operations/check.py,
// what pip says of it after installing (_warn_about_conflicts in commands/install.py), and `pip check`.

import type { MarkerEnvironment } from '../packaging/marker.ts';
import { evaluateMarker } from '../packaging/marker.ts';
import type { Requirement } from '../packaging/requirement.ts';
import { contains } from '../packaging/specifier.ts';
import { targetEnvironment } from '../packaging/target-environment.ts';
import type { Distribution } from './distributions.ts';
import { environmentDistributions } from './distributions.ts';
import { metadataRequirements } from './metadata-requirements.ts';
import { compareTexts } from './sorting.ts';
import type { Request } from './types.ts';

/** A requirement of something installed that what else is installed does not meet. */
export interface Broken {
  readonly pin: Distribution;
  readonly requirement: Requirement;
  /** What is installed under the name instead; undefined: nothing. */
  readonly have: Distribution | undefined;
}

const LEGACY_WARNING =
  "ERROR: pip's legacy dependency resolver does not consider dependency conflicts when selecting " +
  'packages. This behaviour is the source of the following dependency conflicts.';
const WARNING =
  "ERROR: pip's dependency resolver does not currently take into account all the packages that are " +
  'installed. This behaviour is the source of the following dependency conflicts.';

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

/** What pip prints of it after installing; none if nothing is broken. The exit code is 0 all the same. */
export function conflictLines(broken: readonly Broken[]): readonly string[] {
  return broken.length === 0 ? [] : [WARNING, ...broken.map((each) => brokenLine(each, 'you'))];
}

/** The same as legacy pip prints it. */
export function legacyConflictLines(broken: readonly Broken[]): readonly string[] {
  if (broken.length === 0) return [];
  return [LEGACY_WARNING, ...broken.map((each) => brokenLine(each, "you'll"))];
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

function brokenLine({ pin, requirement, have }: Broken, you: string): string {
  const requires = `${pin.project} ${pin.version.text} requires ${requirement.text}`;
  return have === undefined
    ? `${requires}, which is not installed.`
    : `${requires}, but ${you} have ${have.project} ${have.version.text} which is incompatible.`;
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
