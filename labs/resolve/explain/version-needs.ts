import type { MarkerEnvironment } from '../../packaging/marker.ts';
import { evaluateMarker } from '../../packaging/marker.ts';
import type { Metadata } from '../../packaging/metadata.ts';
import { normalizeName } from '../../packaging/names.ts';
import type { IndexFile } from '../../packaging/project-page.ts';
import type { Requirement } from '../../packaging/requirement.ts';
import type { Asking } from '../asking.ts';
import { metadataRequirements } from '../metadata-requirements.ts';

/** What is asked of other projects, by project. */
export type Requirements = ReadonlyMap<string, readonly Requirement[]>;

/** What is read of files, once each. */
export interface Reading {
  readonly environment: MarkerEnvironment;
  readonly metadata: Map<IndexFile, Metadata | undefined>;
  /** By metadata and extras. */
  readonly requirements: WeakMap<Metadata, Map<string, Requirements>>;
}

/** The metadata of a file; undefined where it cannot be had. */
export function* metadataOf(
  project: string,
  file: IndexFile,
  reading: Reading,
): Asking<Metadata | undefined> {
  if (file.metadata === 'unknown') return undefined;
  if (file.metadata !== undefined) return file.metadata;
  if (reading.metadata.has(file)) return reading.metadata.get(file);
  const page = yield { type: 'needs', project, file: file.filename };
  const found = page?.files.find(({ filename }) => filename === file.filename)?.metadata;
  const metadata = found === 'unknown' ? undefined : found;
  reading.metadata.set(file, metadata);
  return metadata;
}

/** What a version asks of other projects on this machine with these extras, by project. */
export function requirementsByProject(
  metadata: Metadata,
  extras: Iterable<string>,
  { requirements, environment }: Reading,
): Requirements {
  let known = requirements.get(metadata);
  if (known === undefined) requirements.set(metadata, (known = new Map()));
  const key = [...extras].sort().join(',');
  let asked = known.get(key);
  if (asked === undefined)
    known.set(key, (asked = readRequirements(metadata, extras, environment)));
  return asked;
}

/** As `requirementsByProject`, of what was read; undefined where the metadata never was. */
export function requirementsRead(
  file: IndexFile | undefined,
  extras: Iterable<string>,
  reading: Reading,
): Requirements | undefined {
  if (file === undefined || file.metadata === 'unknown') return undefined;
  const read = file.metadata ?? reading.metadata.get(file);
  return read && requirementsByProject(read, extras, reading);
}

function readRequirements(
  metadata: Metadata,
  extras: Iterable<string>,
  environment: MarkerEnvironment,
): Requirements {
  const { requirements, extras: provided } = metadataRequirements(metadata);
  const self = normalizeName(metadata.name);
  const names = new Set(['']);
  const add = (extra: string): void => {
    if (provided.has(normalizeName(extra))) names.add(normalizeName(extra));
  };
  for (const extra of extras) add(extra);
  const isAsked = ({ marker }: Requirement): boolean =>
    marker === undefined || [...names].some((extra) => evaluateMarker(marker, environment, extra));
  // `x[all]` may ask for `x[one,two]`: the set grows while it is read.
  for (let before = 0; before < names.size;) {
    before = names.size;
    for (const requirement of requirements)
      if (requirement.project === self && isAsked(requirement)) requirement.extras.forEach(add);
  }
  const asked = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    const { url, project } = requirement;
    // What lies behind a URL is on no index.
    if (project === self || url !== undefined || !isAsked(requirement)) continue;
    const known = asked.get(project);
    if (known === undefined) asked.set(project, [requirement]);
    else known.push(requirement);
  }
  return asked;
}
