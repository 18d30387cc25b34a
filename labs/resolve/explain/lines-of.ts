import type { RootLine } from '../types.ts';
import type { Meeting, Side } from './explanation.ts';

/** The user's lines on which an argument rests, in no order. */
export const linesOf = ({ sides }: Pick<Meeting, 'sides'>): ReadonlySet<RootLine> =>
  new Set(sides.flatMap(linesOfSide));

/** The user's lines on which one side rests: those at the heads of its chains. */
export function linesOfSide(side: Side): readonly RootLine[] {
  if (side.kind === 'ruled-out' || side.kind === 'tried') return [...linesOf(side.meeting)];
  const besides = side.links.flatMap((link) => link.besides.flatMap(linesOfSide));
  return side.kind === 'assumed' ? besides : [side.line, ...besides];
}
