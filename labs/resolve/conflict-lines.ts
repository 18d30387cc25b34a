// What pip says after installing of what does not fit together: _warn_about_conflicts in commands/install.py.

import type { Requirement } from '../packaging/requirement.ts';
import type { Distribution } from './distributions.ts';

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

/** What pip prints of it after installing; none if nothing is broken. The exit code is 0 all the same. */
export function conflictLines(broken: readonly Broken[]): readonly string[] {
  return broken.length === 0 ? [] : [WARNING, ...broken.map((each) => brokenLine(each, 'you'))];
}

/** The same as legacy pip prints it. */
export function legacyConflictLines(broken: readonly Broken[]): readonly string[] {
  if (broken.length === 0) return [];
  return [LEGACY_WARNING, ...broken.map((each) => brokenLine(each, "you'll"))];
}

function brokenLine({ pin, requirement, have }: Broken, you: string): string {
  const requires = `${pin.project} ${pin.version.text} requires ${requirement.text}`;
  return have === undefined
    ? `${requires}, which is not installed.`
    : `${requires}, but ${you} have ${have.project} ${have.version.text} which is incompatible.`;
}
