// Requires-Dist as pip reads it: pip/_internal/metadata/importlib/_dists.py.

import { normalizeName } from '../packaging/names.ts';
import type { Metadata } from '../packaging/metadata.ts';
import { stripPython } from '../packaging/python-text.ts';
import type { ParseError, Requirement } from '../packaging/requirement.ts';
import { parseRequirement } from '../packaging/requirement.ts';

/** Requires-Dist and Provides-Extra, read. */
export interface MetadataRequirements {
  readonly requirements: readonly Requirement[];
  /** Normalised. */
  readonly extras: ReadonlySet<string>;
  /** The first line that is no requirement; the lines after it are not read. */
  readonly fault: MetadataFault | undefined;
}

/** A Requires-Dist that is no requirement. */
export interface MetadataFault {
  readonly line: string;
  readonly error: ParseError;
}

const readBefore = new WeakMap<Metadata, MetadataRequirements>();

/** The requirements in a file's metadata, read once. */
export function metadataRequirements(metadata: Metadata): MetadataRequirements {
  const known = readBefore.get(metadata);
  if (known !== undefined) return known;
  const requirements: Requirement[] = [];
  let fault: MetadataFault | undefined;
  for (const line of metadata.requiresDist) {
    const stripped = stripPython(line);
    const requirement = parseRequirement(stripped);
    if ('kind' in requirement) {
      fault = { line: stripped, error: requirement };
      break;
    }
    requirements.push(requirement);
  }
  const extras = new Set(metadata.providesExtra.map(normalizeName));
  const read: MetadataRequirements = { requirements, extras, fault };
  readBefore.set(metadata, read);
  return read;
}

/** What makes pip (24.1 and later) refuse a file for its metadata. */
export function metadataFault(metadata: Metadata): MetadataFault | undefined {
  return metadataRequirements(metadata).fault;
}
