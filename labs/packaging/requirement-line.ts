// What a user writes to name a requirement: on pip's command line, or on a line of a file. Besides
// PEP 508 that is a URL or a path. After pip 26.3 (req/constructors.py: parse_req_from_line).

import { filenameInUrl, isSdistExtension, splitExtension } from './file-extension.ts';
import type { Marker } from './marker-syntax.ts';
import { parseMarker } from './marker-syntax.ts';
import { reprPython, stripPython } from './python-text.ts';
import type { ParseError, Requirement } from './requirement.ts';
import { formatParseError, formatRequirement, parseRequirement } from './requirement.ts';
import { lengthError } from './source-reader.ts';
import { readWheelFilename } from './wheel-filename.ts';

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
  /** Of a fault in the name or the versions pip adds in which line of which file it is. */
  readonly part: 'name' | 'marker' | 'filename';
  /** What pip prints, caret and all. */
  readonly message: string;
  /** What pip adds on a line of its own, behind "Hint: ". */
  readonly hint: string | undefined;
  /** Where in the text the caret points, and where the underlining begins. */
  readonly at: number;
  readonly from: number;
}

const URL_START =
  /^[\0-\x20]*(?:https?|file|ftp|git\+(?:https?|ssh|git|file)|hg\+(?:file|https?|ssh|static-http)|bzr\+(?:https?|ssh|sftp|ftp|lp|file)|svn\+(?:ssh|https?|svn|file)):/i;
const OPERATORS = ['~=', '==', '!=', '<=', '>=', '<', '>', '==='];

/** What the text asks for. */
export function parseRequirementLine(text: string): RequirementLine {
  const tooLong = lengthError(text);
  if (tooLong !== undefined) return tooLongFault(tooLong);
  const isUrl = URL_START.test(text);
  const separator = isUrl ? '; ' : ';';
  const cut = text.indexOf(separator);
  const name = stripPython(cut < 0 ? text : text.slice(0, cut));
  const marker = cut < 0 ? undefined : readMarker(text.slice(cut + separator.length));
  if (marker?.kind === 'unreadable') {
    const { source, error } = marker;
    return invalid(name, error, { part: 'marker', source, offset: text.lastIndexOf(source) });
  }
  if (isUrl) return wheelFault(name, text) ?? { kind: 'url', url: name, marker };
  if (isArchivePath(name)) {
    return wheelFault(name, text) ?? { kind: 'path', path: name, marker, fault: undefined };
  }
  const requirement = parseRequirement(name);
  if (!('kind' in requirement)) {
    return { kind: 'requirement', requirement: withMarker(requirement, marker) };
  }
  const offset = Math.max(text.indexOf(name), 0);
  const place = { part: 'name', source: name, offset } as const;
  const fault = invalid(name, requirement, place, hintFor(name));
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

/** A wheel is judged by its name before anything is opened. */
function wheelFault(place: string, text: string): LineFault | undefined {
  const filename = filenameInUrl(withoutExtras(place));
  if (splitExtension(filename)[1] !== '.whl') return undefined;
  const wheel = readWheelFilename(filename);
  if (wheel.kind === 'wheel') return undefined;
  const from = Math.max(text.indexOf(place), 0);
  const at = from + place.length;
  return {
    kind: 'line-fault',
    part: 'filename',
    message: wheel.message,
    hint: undefined,
    at,
    from,
  };
}

function tooLongFault({ message, at, from }: ParseError): LineFault {
  return { kind: 'line-fault', part: 'name', message, hint: undefined, at, from };
}

interface Place {
  readonly part: LineFault['part'];
  /** What was read. */
  readonly source: string;
  /** Where in the text it begins. */
  readonly offset: number;
}

function invalid(name: string, error: ParseError, place: Place, hint?: string): LineFault {
  const printed = formatParseError(error, place.source);
  return {
    kind: 'line-fault',
    part: place.part,
    message: `Invalid requirement: ${reprPython(name)}: ${printed}`,
    hint,
    at: place.offset + error.at,
    from: place.offset + error.from,
  };
}
