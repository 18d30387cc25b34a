// From the user's lines to requirements and constraints: collect_root_requirements in factory.py.

import { parseRequirement } from '../packaging/requirement.ts';
import type { ParseError } from '../packaging/requirement.ts';
import { ignoredLineNotice } from './output-lines.ts';
import { addToConstraint, constraintFault } from './constraints.ts';
import { lineApplies } from './line-applies.ts';
import { linkRequirement } from './link-requirement.ts';
import { installToRequirements, withoutMarker } from './requirements.ts';
import type { Resolving } from './resolving.ts';
import { settleAsked } from './direct.ts';
import type { Telling } from './telling.ts';
import { Refusal } from './telling.ts';
import type { InstallRequirement, ResolverRequirement, RootLine } from './types.ts';

/** A line of the user's, or why it is none. */
export function textToRootLine(
  text: string,
  place: { readonly comesFrom?: string | undefined; readonly constraint?: boolean } = {},
): RootLine | ParseError {
  const requirement = parseRequirement(text);
  if ('kind' in requirement) return requirement;
  return { text, requirement, constraint: place.constraint === true, comesFrom: place.comesFrom };
}

/** What the lines ask for; what only bounds goes to the constraints. Files named outright are fetched. */
export function* collectRoots(resolving: Resolving): Telling<readonly ResolverRequirement[]> {
  const { request, constraints, requestedOrder, environment, printed } = resolving;
  const requirements: ResolverRequirement[] = [];
  for (const [order, line] of request.lines.entries()) {
    const fault = line.constraint ? constraintFault(line) : undefined;
    if (fault !== undefined) {
      printed.push(...fault.printed);
      throw new Refusal(`ERROR: ${fault.message}`);
    }
    const { project } = line.requirement;
    if (!lineApplies(line, environment)) {
      const notice = line.constraint ? undefined : ignoredLineNotice(line);
      if (notice !== undefined) printed.push(notice);
    } else if (line.constraint) {
      constraints.set(project, addToConstraint(constraints.get(project), line));
    } else {
      const wanted = yield* lineRequirements(resolving, line);
      const name = wanted[0]?.name;
      if (name !== undefined && !requestedOrder.has(name)) requestedOrder.set(name, order);
      requirements.push(...wanted);
    }
  }
  // Names with extras last, so that they are met with what is already known of their projects.
  if (request.version !== '23.2') {
    requirements.sort((a, b) => Number(a.name !== a.project) - Number(b.name !== b.project));
  }
  return requirements;
}

function* lineRequirements(
  resolving: Resolving,
  line: RootLine,
): Telling<readonly ResolverRequirement[]> {
  const install = rootInstall(line);
  const link = line.link ?? line.requirement.url;
  if (link === undefined) return installToRequirements(install, resolving.request.version);
  return yield* settleAsked(resolving, linkRequirement(install, link));
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
