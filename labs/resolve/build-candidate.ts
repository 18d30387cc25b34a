// The one candidate for a file: LinkCandidate in pip/_internal/resolution/resolvelib/candidates.py.

import type { Metadata } from '../packaging/metadata.ts';
import type { IndexFile } from '../packaging/project-page.ts';
import { parseRequirement } from '../packaging/requirement.ts';
import type { Version } from '../packaging/version.ts';
import { checkHash, hashesFor } from './hash-check.ts';
import { fileUrl } from './links.ts';
import { metadataFault } from './metadata-requirements.ts';
import { headerLine, invalidMetadataWarning } from './output-lines.ts';
import type { Resolving } from './resolving.ts';
import { sourceOf } from './resolving.ts';
import type { Telling } from './telling.ts';
import { Halt } from './telling.ts';
import type { Candidate, CandidateSource, InstallRequirement } from './types.ts';

/** The candidate for a file that was not looked at before; undefined if pip passes over it. */
export function* buildCandidate(
  resolving: Resolving,
  file: IndexFile,
  asked: InstallRequirement,
  source: CandidateSource = sourceOf(resolving, file),
): Telling<Candidate | undefined> {
  const { request } = resolving;
  // A file named outright and the same file on an index are one candidate.
  const url = fileUrl(file, source);
  const same = resolving.byUrl.get(url);
  if (same !== undefined) {
    resolving.candidates.set(file, same);
    return same;
  }
  const hashes = hashesFor(resolving, asked, source);
  // What has a hash counts as pinned to the version that the hash is of.
  const isPinned = hashes.size > 0 && source.kind !== 'direct' && request.version !== '23.2';
  const origin = isPinned ? pinnedTo(file.version, asked) : asked;
  const { project } = origin.requirement;
  const header = headerLine(request, file, source, origin);
  if (header !== resolving.header) {
    resolving.header = header;
    resolving.printed.push(header);
  }
  if (resolving.requiresHashes) checkHash(file, source, origin, hashes);
  const metadata = yield* loadMetadata(file, project, source);
  const fault = request.version === '23.2' ? undefined : metadataFault(metadata);
  if (fault !== undefined) {
    resolving.printed.push(...invalidMetadataWarning(file, source, origin, fault));
    resolving.candidates.set(file, undefined);
    return undefined;
  }
  const candidate: Candidate = {
    kind: 'distribution',
    name: project,
    project,
    version: file.version,
    extras: [],
    file,
    source,
    metadata,
    base: undefined,
    origin,
  };
  resolving.candidates.set(file, candidate);
  resolving.byUrl.set(url, candidate);
  return candidate;
}

function pinnedTo(version: Version, install: InstallRequirement): InstallRequirement {
  const { requirement } = install;
  const pinned = parseRequirement(`${requirement.name}==${version.text}`);
  if ('kind' in pinned) return install;
  return { ...install, requirement: { ...pinned, extras: requirement.extras } };
}

function* loadMetadata(
  file: IndexFile,
  project: string,
  source: CandidateSource,
): Telling<Metadata> {
  let { metadata } = file;
  if (metadata === undefined) {
    const from = source.kind === 'simple' || source.kind === 'find-links' ? source : undefined;
    const page = yield { type: 'needs', project, file: file.filename, from };
    metadata = page?.files.find(({ filename }) => filename === file.filename)?.metadata;
  }
  if (metadata !== undefined && metadata !== 'unknown') return metadata;
  const candidate = `${project} ${file.version.text}`;
  throw new Halt({ kind: 'unknown-metadata', candidate, file });
}
