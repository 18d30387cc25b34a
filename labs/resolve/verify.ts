// Whether a set of pins is a solution, asked of the metadata alone and not of the resolver.

import { evaluateMarker } from '../packaging/marker.ts';
import { normalizeName } from '../packaging/names.ts';
import type { Requirement } from '../packaging/requirement.ts';
import { contains, parseSpecifierSet } from '../packaging/specifier.ts';
import { targetEnvironment } from '../packaging/target-environment.ts';
import { parseVersion } from '../packaging/version.ts';
import { fileFit } from './file-fit.ts';
import { metadataRequirements } from './metadata-requirements.ts';
import type { Candidate, Request, RootLine } from './types.ts';

/** Why a set of pins is no solution. `parent` undefined: the user asked. */
export type Violation =
  | { readonly kind: 'pinned-twice'; readonly pin: Candidate }
  | { readonly kind: 'not-for-target'; readonly pin: Candidate }
  | { readonly kind: 'other-python'; readonly pin: Candidate }
  | { readonly kind: 'constraint-broken'; readonly pin: Candidate; readonly line: RootLine }
  | {
      readonly kind: 'not-pinned' | 'extra-missing' | 'wrong-version';
      readonly requirement: Requirement;
      readonly parent: Candidate | undefined;
      readonly pin: Candidate | undefined;
    }
  | { readonly kind: 'not-asked-for'; readonly pin: Candidate };

const ANY_VERSION = { prereleases: true };

/** Everything that is wrong with these pins; nothing: they are a solution. */
export function violations(request: Request, pins: readonly Candidate[]): readonly Violation[] {
  const environment = targetEnvironment(request.target);
  const found: Violation[] = [];
  const byProject = new Map<string, Candidate>();
  for (const pin of pins) {
    if (byProject.has(pin.project)) found.push({ kind: 'pinned-twice', pin });
    byProject.set(pin.project, pin);
    found.push(...misfits(request, pin));
  }
  const asked = new Set<string>();
  const ask = (requirement: Requirement, parent: Candidate | undefined): void => {
    asked.add(requirement.project);
    const pin = byProject.get(requirement.project);
    const kind = unmet(requirement, pin);
    if (kind !== undefined) found.push({ kind, requirement, parent, pin });
  };
  for (const line of request.lines) {
    const { marker, project, specifier } = line.requirement;
    if (marker !== undefined && !evaluateMarker(marker, environment)) continue;
    const pin = byProject.get(project);
    if (!line.constraint) ask(line.requirement, undefined);
    else if (pin !== undefined && !contains(specifier, pin.version, ANY_VERSION)) {
      found.push({ kind: 'constraint-broken', pin, line });
    }
  }
  for (const pin of pins) {
    for (const requirement of metadataRequirements(pin.metadata).requirements) {
      const { marker } = requirement;
      const extras = ['', ...pin.extras];
      const holds =
        marker === undefined || extras.some((extra) => evaluateMarker(marker, environment, extra));
      if (holds) ask(requirement, pin);
    }
  }
  const idle = pins.filter(({ project }) => !asked.has(project));
  return [...found, ...idle.map((pin) => ({ kind: 'not-asked-for', pin }) as const)];
}

/** Whether these pins are a solution. */
export function isSolution(request: Request, pins: readonly Candidate[]): boolean {
  return violations(request, pins).length === 0;
}

function unmet(
  requirement: Requirement,
  pin: Candidate | undefined,
): 'not-pinned' | 'extra-missing' | 'wrong-version' | undefined {
  if (pin === undefined) return 'not-pinned';
  if (!contains(requirement.specifier, pin.version, ANY_VERSION)) return 'wrong-version';
  const hasAll = requirement.extras.every((extra) => pin.extras.includes(normalizeName(extra)));
  return hasAll ? undefined : 'extra-missing';
}

function misfits(request: Request, pin: Candidate): Violation[] {
  const found: Violation[] = [];
  // pip does not ask whether what is installed already was made for this machine.
  if (pin.source.kind === 'installed') return found;
  if (!fileFit(pin.file, request).fits) found.push({ kind: 'not-for-target', pin });
  const { requiresPython } = pin.metadata;
  const specifier = requiresPython === undefined ? undefined : parseSpecifierSet(requiresPython);
  const python = parseVersion(request.target.python);
  if (specifier !== undefined && python !== undefined && !contains(specifier, python)) {
    found.push({ kind: 'other-python', pin });
  }
  return found;
}
