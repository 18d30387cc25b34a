// The versions part of a PEP 508 requirement, as packaging 26.3 reads it (_parser.py).

import { stripPython } from './python-text.ts';
import * as token from './requirement-tokens.ts';
import type { ParseError, SourceReader } from './source-reader.ts';
import { parseError, sees, take } from './source-reader.ts';
import { parseSpecifier } from './specifier.ts';

/** Reads what stands between the name and the marker, in parentheses or not. */
export function readSpecifiers(reader: SourceReader): string | ParseError {
  const opening = reader.position;
  const isEnclosed = take(reader, token.LEFT_PARENTHESIS) !== undefined;
  take(reader, token.SPACE);
  const specifiers = readSpecifierList(reader);
  if (typeof specifiers !== 'string') return specifiers;
  take(reader, token.SPACE);
  if (!isEnclosed || take(reader, token.RIGHT_PARENTHESIS) !== undefined) return specifiers;
  const message =
    'Expected matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS, after version specifier';
  return parseError(reader, 'closing-parenthesis', message, { from: opening });
}

function readSpecifierList(reader: SourceReader): string | ParseError {
  const parts: string[] = [];
  for (;;) {
    const start = reader.position;
    const specifier = take(reader, token.SPECIFIER);
    if (specifier === undefined) break;
    parts.push(specifier);
    const trail = trailError(reader, specifier, start);
    if (trail !== undefined) return trail;
    take(reader, token.SPACE);
    const comma = take(reader, token.COMMA);
    if (comma === undefined) break;
    parts.push(comma);
    take(reader, token.SPACE);
  }
  return parts.join('');
}

/** `>=1.0.*` and `>=1.0+cpu` are stopped at what may not follow. */
function trailError(
  reader: SourceReader,
  specifier: string,
  start: number,
): ParseError | undefined {
  if (sees(reader, token.WILDCARD_TRAIL)) {
    const isEquality =
      specifier.startsWith('!=') || (specifier.startsWith('==') && !specifier.startsWith('==='));
    const message = isEquality
      ? '.* suffix cannot be used with pre-release, post-release, dev or local versions'
      : '.* suffix can only be used with `==` or `!=` operators';
    return parseError(reader, 'no-wildcard', message, { from: start, at: reader.position + 1 });
  }
  if (!sees(reader, token.LOCAL_TRAIL)) return undefined;
  const message = 'Local version label can only be used with `==` or `!=` operators';
  return parseError(reader, 'no-local-label', message, { from: start });
}

/** The one of a list of specifiers that is none. */
export function firstInvalid(specifiers: string): string {
  for (const part of specifiers.split(',')) {
    const stripped = stripPython(part);
    if (stripped !== '' && parseSpecifier(stripped) === undefined) return stripped;
  }
  return specifiers;
}
