import type { Asking } from '../asking.ts';
import type { Work } from '../solving.ts';
import type { Request, RootLine } from '../types.ts';
import type { Fix } from './fix.ts';
import { pinsOf, withLines } from './solved-again.ts';

const SPLIT = 4_000;

/** The lines of a cut in an environment of their own; constraints hold in both. */
export function* splitLines(
  request: Request,
  cut: readonly RootLine[],
  work: Work,
): Asking<readonly Fix[]> {
  const asking = request.lines.filter(({ constraint }) => !constraint);
  if (cut.some(({ constraint }) => constraint) || asking.length <= cut.length) return [];
  const apart = request.lines.filter((line) => line.constraint || cut.includes(line));
  const pinsApart = yield* pinsOf({ ...request, lines: apart }, work);
  if (pinsApart === undefined) return [];
  const rest = withLines(request, new Map(cut.map((line) => [line, undefined])));
  const pins = yield* pinsOf(rest, work);
  if (pins === undefined) return [];
  const cost = { lines: cut.length, distance: SPLIT };
  return [{ kind: 'split', change: [], apart: cut, pins, pinsApart, cost }];
}
