// What packaging 21.3, which pip 23.2 carries, makes of `===`: it takes all up to the next space for
// the version, so that `x===1.0; marker` ends at the marker. Fixed in packaging 22.

import type { Metadata } from '../packaging/metadata.ts';
import { reprPython } from '../packaging/python-text.ts';
import type { Requirement } from '../packaging/requirement.ts';

const SWALLOWED = /===[^\s;]*;/;

/** Whether pip 23.2 ends in a traceback when it reads what this distribution requires. */
export function breaksPip23({ requiresDist }: Metadata): boolean {
  return requiresDist.some((line) => SWALLOWED.test(line));
}

/** What pip 23.2 says when it has written this requirement out and reads it again; undefined: nothing. */
export function refusalOf23({ text }: Requirement): string | undefined {
  return SWALLOWED.test(text) ? `ERROR: Invalid requirement: ${reprPython(text)}` : undefined;
}
