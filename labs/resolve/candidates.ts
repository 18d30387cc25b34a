// From files to candidates: Factory in pip/_internal/resolution/resolvelib/factory.py, and
// found_candidates.py, which builds each candidate only when it is looked at.

import type { Metadata } from '../packaging/metadata.ts';
import type { IndexFile } from '../packaging/project-page.ts';
import type { Matches } from './criterion.ts';
import { metadataFault } from './metadata-requirements.ts';
import { invalidMetadataWarning } from './output-lines.ts';
import { nameWithExtras, withoutMarker } from './requirements.ts';
import type { Resolving } from './resolving.ts';
import type { Telling } from './telling.ts';
import { Halt } from './telling.ts';
import { PUBLIC_INDEX, headerLine } from './texts.ts';
import type { AnyCandidate, Candidate, InstallRequirement } from './types.ts';

/** How many candidates there may be; some may turn out unusable. */
export function matchCount(matches: Matches): number {
  return matches.kind === 'explicit' ? matches.candidates.length : matches.files.length;
}

/** The candidate in this place, or undefined if pip passes over the file. */
export function* candidateAt(
  resolving: Resolving,
  matches: Matches,
  place: number,
): Telling<AnyCandidate | undefined> {
  if (matches.kind === 'explicit') return matches.candidates[place];
  const file = matches.files[place];
  if (file === undefined) return undefined;
  const isKnown = resolving.candidates.has(file);
  const base = isKnown
    ? resolving.candidates.get(file)
    : yield* buildCandidate(resolving, file, readAgain(matches.origin));
  if (base === undefined || matches.extras.length === 0) return base;
  return withExtras(resolving, base, matches.extras, matches.origin);
}

/** Whether anything is left that is not excluded. The first that is left gets built, as in pip. */
export function* isAnyLeft(
  resolving: Resolving,
  matches: Matches,
  excluded: ReadonlySet<AnyCandidate>,
): Telling<boolean> {
  for (let place = 0; place < matchCount(matches); place += 1) {
    const candidate = yield* candidateAt(resolving, matches, place);
    if (candidate !== undefined && !excluded.has(candidate)) return true;
  }
  return false;
}

/** The candidate for the same file with these extras; the same object for the same question. */
export function withExtras(
  resolving: Resolving,
  base: Candidate,
  extras: readonly string[],
  origin: InstallRequirement,
): Candidate {
  const key = extras.join(',');
  let row = resolving.withExtras.get(base);
  if (row === undefined) resolving.withExtras.set(base, (row = new Map()));
  let candidate = row.get(key);
  if (candidate === undefined) {
    const name = nameWithExtras(base.project, extras);
    // Until 24.0 the dependencies of an extras candidate were said to come from its base.
    const cameFrom = resolving.request.version === '23.2' ? base.origin : origin;
    candidate = { ...base, name, extras, base, origin: cameFrom };
    row.set(key, candidate);
  }
  return candidate;
}

// Before it looks at a file pip reads the requirement again, as if it were a line of the user's.
function readAgain(origin: InstallRequirement): InstallRequirement {
  const requirement = withoutMarker(origin.requirement);
  return requirement === origin.requirement ? origin : { ...origin, requirement };
}

/** The candidate for a file that was not looked at before; undefined if pip passes over it. */
export function* buildCandidate(
  resolving: Resolving,
  file: IndexFile,
  origin: InstallRequirement,
): Telling<Candidate | undefined> {
  const { project } = origin.requirement;
  const header = headerLine(resolving.request, file, origin);
  if (header !== resolving.header) {
    resolving.header = header;
    resolving.printed.push(header);
  }
  const metadata = yield* loadMetadata(file, project);
  const fault = resolving.request.version === '23.2' ? undefined : metadataFault(metadata);
  if (fault !== undefined) {
    resolving.printed.push(...invalidMetadataWarning(resolving.request, file, origin, fault));
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
    source: resolving.request.index ?? PUBLIC_INDEX,
    metadata,
    base: undefined,
    origin,
  };
  resolving.candidates.set(file, candidate);
  return candidate;
}

function* loadMetadata(file: IndexFile, project: string): Telling<Metadata> {
  let { metadata } = file;
  if (metadata === undefined) {
    const page = yield { type: 'needs', project, file: file.filename };
    metadata = page?.files.find(({ filename }) => filename === file.filename)?.metadata;
  }
  if (metadata !== undefined && metadata !== 'unknown') return metadata;
  const candidate = `${project} ${file.version.text}`;
  throw new Halt({ kind: 'unknown-metadata', candidate, file });
}
