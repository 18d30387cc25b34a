// What a candidate asks for: iter_dependencies in pip/_internal/resolution/resolvelib/candidates.py.

import type { Metadata } from '../packaging/metadata.ts';
import type { Marker } from '../packaging/marker.ts';
import { evaluateMarker } from '../packaging/marker.ts';
import type { Requirement } from '../packaging/requirement.ts';
import { parseSpecifierSet } from '../packaging/specifier.ts';
import { breaksPip23, refusalOf23 } from './metadata-23.ts';
import { metadataRequirements } from './metadata-requirements.ts';
import { unknownExtraWarning } from './output-lines.ts';
import { linkRequirement } from './link-requirement.ts';
import {
  explicitRequirement,
  installToRequirements,
  nameWithExtras,
  normalizeExtras,
  pythonRequirement,
} from './requirements.ts';
import type { Resolving } from './resolving.ts';
import { Halt, Refusal } from './telling.ts';
import type { AnyCandidate, Asked, Candidate, PipVersion } from './types.ts';

const NONE: readonly Asked[] = [];

/** Everything that pinning this candidate adds, in pip's order. */
export function dependenciesOf(resolving: Resolving, candidate: AnyCandidate): readonly Asked[] {
  if (candidate.kind === 'python') return NONE;
  let dependencies = resolving.dependencies.get(candidate);
  if (dependencies === undefined) {
    dependencies =
      candidate.base === undefined
        ? plainDependencies(resolving, candidate)
        : extrasDependencies(resolving, candidate, candidate.base);
    resolving.dependencies.set(candidate, dependencies);
  }
  return dependencies;
}

/** The names that pinning this candidate asks something of. */
export function namesAsked(resolving: Resolving, candidate: AnyCandidate): readonly string[] {
  return dependenciesOf(resolving, candidate).flatMap((asked) => {
    if (asked.kind !== 'link' || asked.install.requirement.extras.length === 0) return [asked.name];
    const extras = normalizeExtras(asked.install.requirement.extras);
    return [asked.name, nameWithExtras(asked.project, extras)];
  });
}

/** Prints that extras are unknown: pip does so every time it reads what such a candidate needs. */
export function warnOfUnknownExtras(resolving: Resolving, candidate: AnyCandidate): void {
  if (candidate.kind === 'python' || candidate.base === undefined) return;
  if (resolving.request.noDeps === true) return;
  const { project, version } = candidate;
  const provided = providedExtras(candidate.metadata, resolving.request.version);
  for (const extra of candidate.extras) {
    if (!provided.has(extra)) resolving.printed.push(unknownExtraWarning(project, version, extra));
  }
}

/** The extras that the metadata knows, normalised as this pip does it. */
export function providedExtras(metadata: Metadata, version: PipVersion): ReadonlySet<string> {
  if (version !== '23.2') return metadataRequirements(metadata).extras;
  return new Set(normalizeExtras(metadata.providesExtra, version));
}

function plainDependencies(resolving: Resolving, candidate: Candidate): readonly Asked[] {
  const wanted = requirementsWith(resolving, candidate, []);
  // Of what is installed pip does not ask whether this Python will do.
  if (candidate.source.kind === 'installed') return wanted;
  const stated = candidate.metadata.requiresPython;
  const specifier = stated === undefined ? undefined : parseSpecifierSet(stated);
  const isIgnored = resolving.request.ignoreRequiresPython === true;
  const python = isIgnored ? undefined : pythonRequirement(specifier, resolving.python);
  if (python === undefined) return wanted;
  // 23.2 reads Requires-Python last.
  return resolving.request.version === '23.2' ? [...wanted, python] : [python, ...wanted];
}

// The base first, so that two sets of extras cannot settle on two versions. Then all that holds with
// the extras, what holds without them included: pip asks for that again.
function extrasDependencies(
  resolving: Resolving,
  candidate: Candidate,
  base: Candidate,
): readonly Asked[] {
  const provided = providedExtras(candidate.metadata, resolving.request.version);
  const known = candidate.extras.filter((extra) => provided.has(extra));
  return [explicitRequirement(base), ...requirementsWith(resolving, candidate, known)];
}

function requirementsWith(
  resolving: Resolving,
  candidate: Candidate,
  extras: readonly string[],
): readonly Asked[] {
  if (resolving.request.noDeps === true) return NONE;
  return requirementsOfMetadata(resolving, candidate, extras).flatMap(
    (requirement): readonly Asked[] => {
      const install = {
        requirement,
        comesFrom: candidate.origin,
        parent: candidate,
        line: undefined,
      };
      return requirement.url === undefined
        ? installToRequirements(install, resolving.request.version)
        : [linkRequirement(install, requirement.url)];
    },
  );
}

/** The requirements in the metadata that hold here with these extras, which the metadata knows. */
export function requirementsOfMetadata(
  resolving: Resolving,
  candidate: Candidate,
  extras: readonly string[],
): readonly Requirement[] {
  const { metadata, project, version, file } = candidate;
  const { requirements, fault } = metadataRequirements(metadata);
  const is23 = resolving.request.version === '23.2';
  if (fault !== undefined || (is23 && breaksPip23(metadata))) {
    const name = `${project} ${version.text}`;
    throw new Halt({ kind: 'unreadable-metadata', candidate: name, file });
  }
  const held = requirements.filter((requirement) => holds(resolving, requirement, extras));
  const refusal = is23 ? held.map(refusalOf23).find((each) => each !== undefined) : undefined;
  if (refusal !== undefined) throw new Refusal(refusal);
  return held;
}

function holds(resolving: Resolving, { marker }: Requirement, extras: readonly string[]): boolean {
  if (marker === undefined) return true;
  if (extras.length === 0) return isTrue(resolving, marker, '');
  return extras.some((extra) => isTrue(resolving, marker, extra));
}

// Releases repeat the markers of the release before.
function isTrue({ environment, markers }: Resolving, marker: Marker, extra: string): boolean {
  let known = markers.get(extra);
  if (known === undefined) markers.set(extra, (known = new Map()));
  let truth = known.get(marker);
  if (truth === undefined) known.set(marker, (truth = evaluateMarker(marker, environment, extra)));
  return truth;
}
