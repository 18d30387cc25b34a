// What pip says after installing: check_package_set in pip/_internal/operations/check.py and
// _warn_about_conflicts in pip/_internal/commands/install.py, for an environment that was empty.

import { evaluateMarker } from '../packaging/marker.ts';
import type { Requirement } from '../packaging/requirement.ts';
import { contains } from '../packaging/specifier.ts';
import { targetEnvironment } from '../packaging/target-environment.ts';
import { metadataRequirements } from './metadata-requirements.ts';
import { compareTexts } from './sorting.ts';
import type { Candidate, Request } from './types.ts';

/** A requirement of something installed that what else was installed does not meet. */
export interface Broken {
  readonly pin: Candidate;
  readonly requirement: Requirement;
  /** What is installed under the name instead; undefined: nothing. */
  readonly have: Candidate | undefined;
}

const LEGACY_WARNING =
  "ERROR: pip's legacy dependency resolver does not consider dependency conflicts when selecting " +
  'packages. This behaviour is the source of the following dependency conflicts.';

/** What is broken among these, which were installed in this order; what extras ask is not looked at. */
export function brokenAfterInstall(
  installed: readonly Candidate[],
  request: Request,
): readonly Broken[] {
  const environment = targetEnvironment(request.target);
  const byProject = new Map(installed.map((pin) => [pin.project, pin]));
  const broken = installed.flatMap((pin) =>
    metadataRequirements(pin.metadata)
      .requirements.filter(
        ({ marker }) => marker === undefined || evaluateMarker(marker, environment),
      )
      .toSorted((a, b) => compareTexts(a.project, b.project) || compareTexts(a.text, b.text))
      .map((requirement) => ({ pin, requirement, have: byProject.get(requirement.project) }))
      .filter(({ have, requirement }) => have === undefined || !fits(have, requirement)),
  );
  return [
    ...broken.filter(({ have }) => have === undefined),
    ...broken.filter(({ have }) => have !== undefined),
  ];
}

/** The lines that legacy pip prints of it; none if nothing is broken. The exit code is 0 all the same. */
export function legacyConflictLines(broken: readonly Broken[]): readonly string[] {
  if (broken.length === 0) return [];
  const lines = broken.map(({ pin, requirement, have }) => {
    const requires = `${pin.project} ${pin.version.text} requires ${requirement.text}`;
    return have === undefined
      ? `${requires}, which is not installed.`
      : `${requires}, but you'll have ${have.project} ${have.version.text} which is incompatible.`;
  });
  return [LEGACY_WARNING, ...lines];
}

function fits(pin: Candidate, { specifier }: Requirement): boolean {
  return contains(specifier, pin.version, { prereleases: true });
}
