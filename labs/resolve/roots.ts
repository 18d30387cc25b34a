// From the user's lines to requirements and constraints: collect_root_requirements in factory.py.

import type { MarkerEnvironment } from '../packaging/marker.ts';
import { evaluateMarker } from '../packaging/marker.ts';
import { targetEnvironment } from '../packaging/target-environment.ts';
import { intersectSpecifierSets } from '../packaging/specifier.ts';
import { parseRequirement } from '../packaging/requirement.ts';
import type { ParseError } from '../packaging/requirement.ts';
import { ignoredLineNotice } from './output-lines.ts';
import { installToRequirements, withoutMarker } from './requirements.ts';
import { Halt } from './telling.ts';
import type {
  Constraint,
  InstallRequirement,
  Request,
  ResolverRequirement,
  RootLine,
} from './types.ts';

/** What the user's lines come to. */
export interface Roots {
  readonly requirements: readonly ResolverRequirement[];
  readonly constraints: ReadonlyMap<string, Constraint>;
  readonly requestedOrder: ReadonlyMap<string, number>;
  readonly printed: readonly string[];
}

/** A line of the user's, or why it is none. */
export function textToRootLine(
  text: string,
  place: { readonly comesFrom?: string | undefined; readonly constraint?: boolean } = {},
): RootLine | ParseError {
  const requirement = parseRequirement(text);
  if ('kind' in requirement) return requirement;
  return { text, requirement, constraint: place.constraint === true, comesFrom: place.comesFrom };
}

/** Sorts the lines into what is asked and what only bounds. */
export function collectRoots(request: Request): Roots {
  const requirements: ResolverRequirement[] = [];
  const constraints = new Map<string, Constraint>();
  const requestedOrder = new Map<string, number>();
  const printed: string[] = [];
  const environment = targetEnvironment(request.target);
  for (const [order, line] of request.lines.entries()) {
    const { requirement } = line;
    if (!lineApplies(line, environment)) {
      const notice = line.constraint ? undefined : ignoredLineNotice(line);
      if (notice !== undefined) printed.push(notice);
      continue;
    }
    if (requirement.url !== undefined) throw new Halt({ kind: 'url-requirement', requirement });
    if (line.constraint) {
      addConstraint(constraints, line);
      continue;
    }
    const wanted = installToRequirements(rootInstall(line), request.version);
    const name = wanted[0]?.name;
    if (name !== undefined && !requestedOrder.has(name)) requestedOrder.set(name, order);
    requirements.push(...wanted);
  }
  // Names with extras last, so that they are met with what is already known of their projects.
  if (request.version !== '23.2') {
    requirements.sort((a, b) => Number(a.name !== a.project) - Number(b.name !== b.project));
  }
  return { requirements, constraints, requestedOrder, printed };
}

/** Whether the line's marker holds; pip leaves out lines whose marker does not. */
export function lineApplies({ requirement }: RootLine, environment: MarkerEnvironment): boolean {
  return requirement.marker === undefined || evaluateMarker(requirement.marker, environment);
}

/** The constraint lines that bound a project here. */
export function boundsOf(request: Request, project: string): readonly RootLine[] {
  const environment = targetEnvironment(request.target);
  return request.lines.filter(
    (line) =>
      line.constraint && line.requirement.project === project && lineApplies(line, environment),
  );
}

/** The user's line as pip carries it. */
export function rootInstall(line: RootLine): InstallRequirement {
  return {
    requirement: withoutMarker(line.requirement),
    comesFrom: line.comesFrom,
    parent: undefined,
    line,
  };
}

function addConstraint(constraints: Map<string, Constraint>, line: RootLine): void {
  const { project, specifier } = line.requirement;
  const known = constraints.get(project);
  constraints.set(project, {
    project,
    specifier: known === undefined ? specifier : intersectSpecifierSets(known.specifier, specifier),
    lines: [...(known?.lines ?? []), line],
  });
}
