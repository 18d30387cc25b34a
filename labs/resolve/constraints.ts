// What -c lines bound: Constraint in pip/_internal/resolution/resolvelib/base.py, and what pip accepts
// as one (check_invalid_constraint_type in req/req_install.py).

import { contains, intersectSpecifierSets } from '../packaging/specifier.ts';
import { fileUrl } from './links.ts';
import type { AnyCandidate, Constraint, RootLine } from './types.ts';

const DEPRECATION =
  'DEPRECATION: Constraints are only allowed to take the form of a package name and a version ' +
  'specifier. Other forms were originally permitted as an accident of the implementation, but were ' +
  'undocumented. The new implementation of the resolver no longer supports these forms. A possible ' +
  'replacement is replacing the constraint with a requirement. Discussion can be found at ' +
  'https://github.com/pypa/pip/issues/8210';

/** Why pip takes a line for no constraint, and what it prints before that; undefined: it does. */
export function constraintFault(
  line: RootLine,
): { readonly printed: readonly string[]; readonly message: string } | undefined {
  const { name, extras } = line.requirement;
  // This one is found while the file is read.
  if (line.editable === true) {
    return { printed: [], message: 'Editable requirements are not allowed as constraints' };
  }
  if (name === '') {
    const message = 'Unnamed requirements are not allowed as constraints';
    return { printed: [DEPRECATION], message };
  }
  if (extras.length === 0) return undefined;
  return { printed: [DEPRECATION], message: 'Constraints cannot have extras' };
}

/** `known` with one line more; several lines for one project all hold. */
export function addToConstraint(known: Constraint | undefined, line: RootLine): Constraint {
  const { project, specifier } = line.requirement;
  const link = line.link ?? line.requirement.url;
  const links = link === undefined ? [] : [link];
  if (known === undefined) return { project, specifier, links, lines: [line] };
  return {
    project,
    specifier: intersectSpecifierSets(known.specifier, specifier),
    links: [...new Set([...known.links, ...links])],
    lines: [...known.lines, line],
  };
}

/** The bounds as pip prints them: `numpy<2`, `numpy (from https://…)`. */
export function formatConstraint({ project, specifier, links }: Constraint): string {
  const from = links.length === 0 ? '' : ` (from ${links.join(', ')})`;
  return project + specifier.text + from;
}

/** Whether this candidate lies within the bounds. */
export function isBoundKept({ specifier, links }: Constraint, candidate: AnyCandidate): boolean {
  if (links.length > 0) {
    if (candidate.kind === 'python' || candidate.source.kind === 'installed') return false;
    const url = fileUrl(candidate.file, candidate.source);
    if (links.some((link) => link !== url)) return false;
  }
  return contains(specifier, candidate.version, { prereleases: true });
}
