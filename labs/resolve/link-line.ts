// A line that names a file instead of a project: parse_req_from_line in pip/_internal/req/constructors.py.

import { filenameInUrl } from '../packaging/file-extension.ts';
import type { Marker } from '../packaging/marker.ts';
import { formatRequirement, parseRequirement } from '../packaging/requirement.ts';
import type { Requirement } from '../packaging/requirement.ts';
import { NO_SPECIFIERS } from '../packaging/specifier.ts';
import { parseWheelFilename } from '../packaging/wheel-filename.ts';
import type { RootLine } from './types.ts';

const WITH_EXTRAS = /^(.+)(\[[^[\]]+\])$/;

/** Where the line stands, as every line has it. */
type Place = Pick<RootLine, 'text' | 'constraint' | 'comesFrom' | 'editable' | 'hashes'>;

/** The line for a file at this address; `[x]` behind it asks for extras. */
export function linkToRootLine(
  address: string,
  marker: Marker | undefined,
  place: Place,
): RootLine {
  const [, link = address, extras = ''] = WITH_EXTRAS.exec(address) ?? [];
  return { ...place, link, requirement: { ...named(link, extras), marker } };
}

// What is no wheel has no name until it is built.
function named(link: string, extras: string): Requirement {
  const filename = filenameInUrl(link);
  const wheel = parseWheelFilename(filename);
  const version = filename.split('-')[1]?.replaceAll('_', '-') ?? '';
  const parsed = wheel && parseRequirement(`${wheel.project}${extras}==${version}`);
  if (parsed === undefined || 'kind' in parsed) return UNNAMED;
  return { ...parsed, text: formatRequirement({ ...parsed, extras: [] }) };
}

const UNNAMED: Requirement = {
  name: '',
  project: '',
  extras: [],
  specifier: NO_SPECIFIERS,
  marker: undefined,
  url: undefined,
  text: '',
};
