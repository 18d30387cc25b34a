// pip/_internal/resolution/resolvelib/requirements.py

import { normalizeName } from '../packaging/names.ts';
import type { Requirement } from '../packaging/requirement.ts';
import { formatRequirement as formatPep508 } from '../packaging/requirement.ts';
import type { SpecifierSet } from '../packaging/specifier.ts';
import { contains } from '../packaging/specifier.ts';
import type {
  AnyCandidate,
  Candidate,
  InstallRequirement,
  PipVersion,
  PythonCandidate,
  ResolverRequirement,
} from './types.ts';

/** pip's name for the interpreter, chosen so that no project can have it. */
export const PYTHON_NAME = '<Python from Requires-Python>';

const UNSAFE = /[^A-Za-z0-9.-]+/g;

// The resolver pins candidates that the finder offered; pre-releases were decided there.
const ANY_VERSION = { prereleases: true };

/** The identifier of a project with extras: `uvicorn[standard]`. */
export function nameWithExtras(project: string, extras: readonly string[]): string {
  if (extras.length === 0) return project;
  return `${project}[${[...new Set(extras.map(normalizeName))].sort().join(',')}]`;
}

/** The project within an identifier. */
export function projectOfName(name: string): string {
  const bracket = name.indexOf('[');
  return bracket < 0 ? name : name.slice(0, bracket);
}

/** Extras normalised as this pip does it, sorted, each once. 23.2 keeps `-` and `_` apart. */
export function normalizeExtras(
  extras: readonly string[],
  version: PipVersion = '26.3',
): readonly string[] {
  if (extras.length === 0) return extras;
  const normalize = version === '23.2' ? safeExtra : normalizeName;
  return [...new Set(extras.map(normalize))].sort();
}

function safeExtra(extra: string): string {
  return extra.replace(UNSAFE, '_').toLowerCase();
}

/**
 * What pip makes of one requirement. pip 26.3 splits `x[e]>=1` in two, `x>=1` and `x[e]>=1`, so that
 * the bound is known where the versions of `x` are chosen.
 */
export function installToRequirements(
  install: InstallRequirement,
  version: PipVersion,
): readonly ResolverRequirement[] {
  const whole = specifierRequirement(install, version);
  const { extras, specifier } = install.requirement;
  if (version === '23.2' || extras.length === 0 || specifier.specifiers.length === 0)
    return [whole];
  return [specifierRequirement(withoutExtras(install), version), whole];
}

/** One requirement as the resolver carries it. */
export function specifierRequirement(
  install: InstallRequirement,
  version: PipVersion = '26.3',
): ResolverRequirement {
  const { project, specifier } = install.requirement;
  const extras = normalizeExtras(install.requirement.extras, version);
  return {
    kind: 'specifier',
    name: nameWithExtras(project, extras),
    project,
    extras,
    specifier,
    install,
  };
}

/** The requirement without its marker, which pip splits off when it reads a line. */
export function withoutMarker(requirement: Requirement): Requirement {
  if (requirement.marker === undefined) return requirement;
  const bare = { ...requirement, marker: undefined };
  return { ...bare, text: formatPep508(bare) };
}

/** The same read again as if it were a line of the user's, which pip does before it looks at a file. */
export function readAgain(install: InstallRequirement): InstallRequirement {
  const requirement = withoutMarker(install.requirement);
  return requirement === install.requirement ? install : { ...install, requirement };
}

/** The requirement for the project alone, as brought by the one with extras. */
export function withoutExtras(install: InstallRequirement): InstallRequirement {
  const bare = { ...install.requirement, extras: [] };
  const requirement: Requirement = { ...bare, text: formatPep508(bare) };
  return { ...install, requirement, comesFrom: install };
}

/** The demand for exactly this candidate. */
export function explicitRequirement(candidate: Candidate): ResolverRequirement {
  const { name, project } = candidate;
  return { kind: 'explicit', name, project, candidate };
}

/** What a Requires-Python asks; undefined if it asks nothing. */
export function pythonRequirement(
  specifier: SpecifierSet | undefined,
  python: PythonCandidate,
): ResolverRequirement | undefined {
  // An invalid Requires-Python counts as none.
  if (specifier === undefined || specifier.specifiers.length === 0) return undefined;
  return {
    kind: 'requires-python',
    name: PYTHON_NAME,
    project: PYTHON_NAME,
    specifier,
    python,
    isSatisfied: contains(specifier, python.version, ANY_VERSION),
  };
}

/** Whether this candidate, which has the requirement's name, will do. */
export function isSatisfiedBy(requirement: ResolverRequirement, candidate: AnyCandidate): boolean {
  switch (requirement.kind) {
    case 'specifier':
      return contains(requirement.specifier, candidate.version, ANY_VERSION);
    case 'explicit':
      return requirement.candidate === candidate;
    case 'requires-python':
      return requirement.isSatisfied;
  }
}
