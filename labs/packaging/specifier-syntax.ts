// The grammar of one version specifier (PEP 440), as a pattern that two readers share: the one of
// a bare specifier, and the one of a requirement, which meets it in the middle of a line.

import { PYTHON_SPACE } from './python-text.ts';

/** How a specifier compares. */
export type Operator = '~=' | '==' | '!=' | '<=' | '>=' | '<' | '>' | '===';

const SPACES = `[${PYTHON_SPACE}]*`;
const RELEASE = '[0-9]+(?:\\.[0-9]+)*';
const LONG_RELEASE = '[0-9]+(?:\\.[0-9]+)+';
const START = `${SPACES}v?(?:[0-9]+!)?`;
const SUFFIXES =
  '(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?' +
  '(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?' +
  '(?:[-_.]?dev[-_.]?[0-9]*)?';
const LOCAL = '(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?';

/** One specifier without surrounding space; to be used with the flag `i`. */
export const SPECIFIER_SOURCE =
  `(?:===${SPACES}[^${PYTHON_SPACE};)]*` +
  `|(?:==|!=)${START}${RELEASE}(?:\\.\\*|${SUFFIXES}${LOCAL})` +
  `|~=${START}${LONG_RELEASE}${SUFFIXES}` +
  `|(?:<=|>=|<|>)${START}${RELEASE}${SUFFIXES})`;

const WHOLE_SPECIFIER = new RegExp(`^${SPECIFIER_SOURCE}$`, 'i');
const OPERATORS: readonly Operator[] = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'];

/** The operator with which a stripped text begins if the whole text is a specifier. */
export function operatorOf(text: string): Operator | undefined {
  if (!WHOLE_SPECIFIER.test(text)) return undefined;
  return OPERATORS.find((operator) => text.startsWith(operator));
}
