import { parseRequirementLine } from '../../packaging/requirement-line.ts';
import type { RootLine } from '../types.ts';
import { joinSpecifiers } from './joined.ts';
import type { PastedConflict } from './pasted.ts';

/**
 * The lines that a user must have given for this conflict, so far as pip names them; undefined if it
 * names places in files instead, which are not in the text. A name without a version is what a
 * dependency came from, and may have been asked for more exactly.
 */
export function rootLinesOf({ triggers, causes }: PastedConflict): readonly RootLine[] | undefined {
  const constraints = causes.filter(({ isConstraint }) => isConstraint);
  const lines = [
    ...triggers.map((text) => toLine(text, false)),
    ...constraints.map(({ requirement }) => toLine(joinSpecifiers(requirement), true)),
  ];
  const read = lines.filter((line) => line !== undefined);
  return read.length === lines.length && triggers.length > 0 ? read : undefined;
}

function toLine(text: string, constraint: boolean): RootLine | undefined {
  const read = parseRequirementLine(text);
  if (read.kind !== 'requirement' || read.requirement.url !== undefined) return undefined;
  return { text, requirement: read.requirement, constraint, comesFrom: undefined };
}
