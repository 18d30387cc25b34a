// What is installed already, as a candidate: AlreadyInstalledCandidate in
// pip/_internal/resolution/resolvelib/candidates.py.

import type { IndexFile } from '../packaging/project-page.ts';
import type { Distribution } from './distributions.ts';
import { displayPath } from './links.ts';
import type { Resolving } from './resolving.ts';
import { formatOrigin } from './texts.ts';
import type { Candidate, InstallRequirement, Request } from './types.ts';

/** The candidate for what is installed, the same each time; pip mentions it the first time. */
export function installedCandidate(
  resolving: Resolving,
  distribution: Distribution,
  origin: InstallRequirement,
  reason = 'already satisfied',
): Candidate {
  const { project, version, metadata } = distribution;
  const known = resolving.installedCandidates.get(project);
  if (known !== undefined) return known;
  const location = resolving.request.installed?.location ?? '';
  const candidate: Candidate = {
    kind: 'distribution',
    name: project,
    project,
    version,
    extras: [],
    file: distInfo(distribution),
    source: { kind: 'installed', location },
    metadata,
    base: undefined,
    origin,
  };
  resolving.installedCandidates.set(project, candidate);
  resolving.printed.push(satisfiedLine(resolving.request, candidate, location, reason));
  return candidate;
}

function satisfiedLine(
  request: Request,
  { origin, version }: Candidate,
  location: string,
  reason: string,
): string {
  const where = displayPath(location, request);
  const from = formatOrigin(origin);
  return `Requirement ${reason}: ${origin.requirement.text} in ${where}${from} (${version.text})`;
}

function distInfo({ version, metadata }: Distribution): IndexFile {
  return {
    filename: `${metadata.name}-${metadata.version}.dist-info`,
    version,
    kind: 'wheel',
    tags: [],
    requiresPython: metadata.requiresPython,
    yanked: false,
    uploadTime: undefined,
    size: undefined,
    url: undefined,
    hashes: {},
    metadata,
  };
}
