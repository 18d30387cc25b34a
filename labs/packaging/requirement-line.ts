// What a user writes to name a requirement: on pip's command line, or on a line of a file. Besides
// PEP 508 that is a URL or a path. After pip 26.3 (req/constructors.py: parse_req_from_line).

import { isSdistExtension, splitExtension } from './file-extension.ts';
import type { Marker } from './marker-syntax.ts';
import { parseMarker } from './marker-syntax.ts';
import { reprPython, stripPython } from './python-text.ts';
import type { ParseError, Requirement } from './requirement.ts';
import { formatParseError, formatRequirement, parseRequirement } from './requirement.ts';

/** What a user's text asks for. */
export type RequirementLine =
  | { readonly kind: 'requirement'; readonly requirement: Requirement }
  | { readonly kind: 'url'; readonly url: string; readonly marker: Marker | undefined }
  | LocalPath
  | LineFault;

/** A file or folder, which only who has the files can look up. */
export interface LocalPath {
  readonly kind: 'path';
  readonly path: string;
  readonly marker: Marker | undefined;
  /** What pip says if the path does not exist; an archive is opened all the same. */
  readonly fault: LineFault | undefined;
}

/** Why pip refuses the text. */
export interface LineFault {
  readonly kind: 'line-fault';
  /** From "Invalid requirement:" to the caret; where the line stands is to be added behind it. */
  readonly message: string;
  /** What pip adds on a line of its own, behind "Hint: ". */
  readonly hint: string | undefined;
  readonly error: ParseError;
  /** Where in the text the part begins that `error` counts in. */
  readonly offset: number;
}

const URL_START =
  /^[\0-\x20]*(?:https?|file|ftp|git\+(?:https?|ssh|git|file)|hg\+(?:file|https?|ssh|static-http)|bzr\+(?:https?|ssh|sftp|ftp|lp|file)|svn\+(?:ssh|https?|svn|file)):/i;
const OPERATORS = ['~=', '==', '!=', '<=', '>=', '<', '>', '==='];

/** What the text asks for. */
export function parseRequirementLine(text: string): RequirementLine {
  const isUrl = URL_START.test(text);
  const separator = isUrl ? '; ' : ';';
  const cut = text.indexOf(separator);
  const name = stripPython(cut < 0 ? text : text.slice(0, cut));
  const marker = cut < 0 ? undefined : readMarker(text.slice(cut + separator.length));
  if (marker?.kind === 'unreadable') {
    const offset = text.lastIndexOf(marker.source);
    return invalid(name, marker.error, { source: marker.source, offset });
  }
  if (isUrl) return { kind: 'url', url: name, marker };
  if (isArchivePath(name)) return { kind: 'path', path: name, marker, fault: undefined };
  const requirement = parseRequirement(name);
  if (!('kind' in requirement)) {
    return { kind: 'requirement', requirement: withMarker(requirement, marker) };
  }
  const offset = Math.max(text.indexOf(name), 0);
  const fault = invalid(name, requirement, { source: name, offset, hint: hintFor(name) });
  return looksLikePath(name) ? { kind: 'path', path: name, marker, fault } : fault;
}

type Unreadable = {
  readonly kind: 'unreadable';
  readonly source: string;
  readonly error: ParseError;
};

function readMarker(text: string): Marker | Unreadable | undefined {
  const source = stripPython(text);
  if (source === '') return undefined;
  const marker = parseMarker(source);
  return marker.kind === 'parse-error' ? { kind: 'unreadable', source, error: marker } : marker;
}

function withMarker(requirement: Requirement, marker: Marker | undefined): Requirement {
  if (marker === undefined) return requirement;
  const both = { ...requirement, marker };
  return { ...both, text: formatRequirement(both) };
}

/** `name @ url` may end like an archive and is none. */
function isArchivePath(name: string): boolean {
  const extension = splitExtension(withoutExtras(name))[1].toLowerCase();
  if (extension !== '.whl' && !isSdistExtension(extension)) return false;
  const at = name.indexOf('@');
  return at < 0 || looksLikePath(name.slice(0, at));
}

/** `./project[extra]` */
function withoutExtras(name: string): string {
  const opening = name.lastIndexOf('[');
  const inside = name.slice(opening + 1, -1);
  const hasExtras = opening > 0 && name.endsWith(']') && inside !== '' && !inside.includes(']');
  return hasExtras ? name.slice(0, opening) : name;
}

function looksLikePath(name: string): boolean {
  return name.includes('/') || name.startsWith('.');
}

function hintFor(name: string): string | undefined {
  if (name.includes('/')) return `It looks like a path. File '${name}' does not exist.`;
  const isLoneEquals = name.includes('=') && !OPERATORS.some((operator) => name.includes(operator));
  return isLoneEquals ? '= is not a valid operator. Did you mean == ?' : undefined;
}

function invalid(
  name: string,
  error: ParseError,
  place: { readonly source: string; readonly offset: number; readonly hint?: string | undefined },
): LineFault {
  return {
    kind: 'line-fault',
    message: `Invalid requirement: ${reprPython(name)}: ${formatParseError(error, place.source)}`,
    hint: place.hint,
    error,
    offset: place.offset,
  };
}
