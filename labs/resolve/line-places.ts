import { LINE_BREAK } from '../packaging/logical-lines.ts';

/** A part of a text, as offsets into it: `end` is the first character behind. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const EVERY_BREAK = new RegExp(LINE_BREAK, 'g');
const SPACE_BEFORE = /^[\s\x1f\ufeff]*/;
const GOES_ON = /\\$/;

/** Where the lines of a file lie in its text, as pip counts lines: from 1. */
export function placesOfLines(text: string): readonly Place[] {
  const places: Place[] = [];
  let start = 0;
  for (const { index, 0: found } of text.matchAll(EVERY_BREAK)) {
    places.push({ start, end: index });
    start = index + found.length;
  }
  return [...places, { start, end: text.length }];
}

/** What a logical line covers from this line on: without the space before it, with what continues it. */
export function placeOfLine(text: string, places: readonly Place[], line: number): Place {
  const first = places[line - 1];
  if (first === undefined) return { start: text.length, end: text.length };
  const space = SPACE_BEFORE.exec(text.slice(first.start, first.end))?.[0].length ?? 0;
  let last = line - 1;
  while (goesOn(text, places[last]) && places[last + 1] !== undefined) last += 1;
  return { start: first.start + space, end: places[last]?.end ?? first.end };
}

const goesOn = (text: string, place: Place | undefined): boolean =>
  place !== undefined && GOES_ON.test(text.slice(place.start, place.end));

/**
 * Where pip's caret and the underlining before it stand. In a line that goes on in the next one the
 * columns count in what pip joined: there all of it is the place.
 */
export function placeOfFault(
  text: string,
  line: Place,
  { from, at }: { readonly from: number; readonly at: number },
): Place {
  if (GOES_ON.test(text.slice(line.start, line.end).split(LINE_BREAK, 1)[0] ?? '')) return line;
  const end = Math.min(line.end, line.start + at + 1);
  return { start: Math.max(line.start, Math.min(line.start + from, end - 1)), end };
}
