// Which of the user's lines count on a machine: those without a marker, and those whose marker holds there.

import { evaluateMarker, type MarkerEnvironment } from '../packaging/marker.ts';
import { targetEnvironment } from '../packaging/target-environment.ts';
import type { Request, RootLine } from './types.ts';

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
