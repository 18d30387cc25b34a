// The words of PEP 508, each a pattern to be matched at one place.
//
// Python's \b knows all letters, JavaScript's only ASCII ones: "numpyé" is no name followed by é.

import { SPECIFIER_SOURCE } from './specifier-syntax.ts';

const WORD = '[\\p{L}\\p{N}_]';
const BEFORE_WORD = `(?<!${WORD})`;
const AFTER_WORD = `(?!${WORD})`;
const BOUNDARY = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

function words(...alternatives: readonly string[]): RegExp {
  return new RegExp(`${BEFORE_WORD}(?:${alternatives.join('|')})${AFTER_WORD}`, 'uy');
}

export const SPACE = /[ \t]+/y;
export const LEFT_PARENTHESIS = /\(/y;
export const RIGHT_PARENTHESIS = /\)/y;
export const LEFT_BRACKET = /\[/y;
export const RIGHT_BRACKET = /\]/y;
export const SEMICOLON = /;/y;
export const COMMA = /,/y;
export const AT = /@/y;
export const URL_TEXT = /[^ \t]+/y;
export const IDENTIFIER = new RegExp(`${BEFORE_WORD}[a-zA-Z0-9][a-zA-Z0-9._-]*${BOUNDARY}`, 'uy');
export const SPECIFIER = new RegExp(SPECIFIER_SOURCE, 'iy');
export const WILDCARD_TRAIL = /\.\*/y;
export const LOCAL_TRAIL = /\+[a-z0-9]/y;

export const QUOTED = /'[^']*'|"[^"]*"/y;
export const COMPARISON = /===|==|~=|!=|<=|>=|<|>/y;
export const AND_OR = words('or', 'and');
export const IN = words('in');
export const NOT = words('not');
export const VARIABLE = words(
  'python_version',
  'python_full_version',
  'os[._]name',
  'sys[._]platform',
  'platform_(?:release|system)',
  'platform[._](?:version|machine|python_implementation)',
  'python_implementation',
  'implementation_(?:name|version)',
  'extras?',
  'dependency_groups',
);
