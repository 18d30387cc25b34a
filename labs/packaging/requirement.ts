// PEP 508 requirements, read and written as PyPA packaging 26.3 does (_parser.py, requirements.py).

import type { Marker } from './marker-syntax.ts';
import { formatMarker, readMarker } from './marker-syntax.ts';
import { memoizeByText } from './memo.ts';
import { normalizeName } from './names.ts';
import { firstInvalid, readSpecifiers } from './requirement-specifiers.ts';
import * as token from './requirement-tokens.ts';
import type { ParseError, SourceReader } from './source-reader.ts';
import { atEnd, lengthError, parseError, sees, specifierError, take } from './source-reader.ts';
import type { SpecifierSet } from './specifier.ts';
import { NO_SPECIFIERS, parseSpecifierSet } from './specifier.ts';

export type { Expectation, ParseError } from './source-reader.ts';
export { formatParseError } from './source-reader.ts';

/** What is wanted of a project. */
export interface Requirement {
  /** As written. */
  readonly name: string;
  /** Normalised (PEP 503). */
  readonly project: string;
  /** As written, each once, in the order written. */
  readonly extras: readonly string[];
  readonly specifier: SpecifierSet;
  readonly marker: Marker | undefined;
  /** `name @ url`: where to take it from, instead of an index. */
  readonly url: string | undefined;
  /** As `str(Requirement)` writes it. */
  readonly text: string;
}

/** The requirement that a text spells. */
export const parseRequirement: (text: string) => Requirement | ParseError = memoizeByText(
  30_000,
  read,
);

interface Details {
  readonly kind: 'details';
  readonly url: string | undefined;
  readonly specifier: string;
  readonly marker: Marker | undefined;
}

function read(source: string): Requirement | ParseError {
  const tooLong = lengthError(source);
  if (tooLong !== undefined) return tooLong;
  const reader: SourceReader = { source, position: 0 };
  take(reader, token.SPACE);
  const name = take(reader, token.IDENTIFIER);
  if (name === undefined) {
    const message = 'Expected package name at the start of dependency specifier';
    return parseError(reader, 'package-name', message);
  }
  take(reader, token.SPACE);
  const extras = readExtras(reader);
  if ('kind' in extras) return extras;
  take(reader, token.SPACE);
  const details = sees(reader, token.AT) ? readUrl(reader) : readVersions(reader);
  if (details.kind === 'parse-error') return details;
  if (!atEnd(reader)) {
    return parseError(reader, 'end-of-requirement', 'Expected end of dependency specifier');
  }
  const specifier = details.specifier === '' ? NO_SPECIFIERS : parseSpecifierSet(details.specifier);
  if (specifier === undefined) return specifierError(firstInvalid(details.specifier));
  const requirement = {
    name,
    project: normalizeName(name),
    extras: [...new Set(extras)],
    specifier,
    marker: details.marker,
    url: details.url,
  };
  return { ...requirement, text: formatRequirement(requirement) };
}

/** The requirement as `str(Requirement)` writes it. */
export function formatRequirement(requirement: Omit<Requirement, 'text'>): string {
  const { name, extras, specifier, url, marker } = requirement;
  let text = name;
  if (extras.length > 0) text += `[${extras.toSorted().join(',')}]`;
  text += specifier.text;
  if (url !== undefined) text += marker === undefined ? ` @ ${url}` : ` @ ${url} `;
  return marker === undefined ? text : `${text}; ${formatMarker(marker)}`;
}

function readExtras(reader: SourceReader): readonly string[] | ParseError {
  const opening = reader.position;
  if (take(reader, token.LEFT_BRACKET) === undefined) return [];
  take(reader, token.SPACE);
  const extras = readExtraNames(reader);
  if ('kind' in extras) return extras;
  take(reader, token.SPACE);
  if (take(reader, token.RIGHT_BRACKET) !== undefined) return extras;
  const message = 'Expected matching RIGHT_BRACKET for LEFT_BRACKET, after extras';
  return parseError(reader, 'closing-bracket', message, { from: opening });
}

function readExtraNames(reader: SourceReader): readonly string[] | ParseError {
  const first = take(reader, token.IDENTIFIER);
  if (first === undefined) return [];
  const extras = [first];
  for (;;) {
    take(reader, token.SPACE);
    if (sees(reader, token.IDENTIFIER)) {
      return parseError(reader, 'comma-between-extras', 'Expected comma between extra names');
    }
    if (take(reader, token.COMMA) === undefined) return extras;
    take(reader, token.SPACE);
    const extra = take(reader, token.IDENTIFIER);
    if (extra === undefined) {
      return parseError(reader, 'extra-name', 'Expected extra name after comma');
    }
    extras.push(extra);
  }
}

function readUrl(reader: SourceReader): Details | ParseError {
  take(reader, token.AT);
  take(reader, token.SPACE);
  const start = reader.position;
  const url = take(reader, token.URL_TEXT);
  if (url === undefined) return parseError(reader, 'url', 'Expected URL after @');
  if (atEnd(reader)) return { kind: 'details', url, specifier: '', marker: undefined };
  if (take(reader, token.SPACE) === undefined) {
    return parseError(reader, 'whitespace-after-url', 'Expected whitespace after URL');
  }
  if (atEnd(reader)) return { kind: 'details', url, specifier: '', marker: undefined };
  if (take(reader, token.SEMICOLON) === undefined) {
    const message = 'Expected semicolon (after URL and whitespace) or end';
    return parseError(reader, 'semicolon-after-url', message, { from: start });
  }
  return readMarkerAfter(reader, { url, specifier: '' });
}

function readVersions(reader: SourceReader): Details | ParseError {
  const start = reader.position;
  const specifier = readSpecifiers(reader);
  if (typeof specifier !== 'string') return specifier;
  take(reader, token.SPACE);
  if (atEnd(reader)) return { kind: 'details', url: undefined, specifier, marker: undefined };
  if (take(reader, token.SEMICOLON) !== undefined) {
    return readMarkerAfter(reader, { url: undefined, specifier });
  }
  return specifier === ''
    ? parseError(
        reader,
        'semicolon-or-end',
        'Expected semicolon (after name with no version specifier) or end',
        { from: start },
      )
    : parseError(
        reader,
        'comma-or-semicolon-or-end',
        'Expected comma (within version specifier), semicolon (after version specifier) or end',
        { from: start },
      );
}

function readMarkerAfter(
  reader: SourceReader,
  before: Pick<Details, 'url' | 'specifier'>,
): Details | ParseError {
  const marker = readMarker(reader, 0);
  if (marker.kind === 'parse-error') return marker;
  take(reader, token.SPACE);
  return { kind: 'details', ...before, marker };
}
