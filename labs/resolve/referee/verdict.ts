import {
  eventText,
  firstDifference,
  firstInList,
  printedLines,
  type Difference,
} from './compare.ts';
import type { OurAnswer } from './our-answer.ts';
import type { Answer } from './question.ts';

/** What the real pip and our own resolver made of one question, side by side. */
export interface Verdict {
  readonly real: Answer;
  readonly ours: OurAnswer;
  /** The first thing in which they differ; undefined: they agree. */
  readonly difference: Difference | undefined;
  /** How each ended; `builds`: with a file that pip would have to download and build first. */
  readonly ends: Sides<End>;
  /** Neither came to an end: what was pinned and printed until then says nothing. */
  readonly isUnfinished: boolean;
  readonly pins: PinCount;
  /** Steps as pip reports them: how many of each, and how many are the same from the first on. */
  readonly steps: Sides<number> & { readonly same: number };
  readonly hasSameWords: boolean;
}

/** The real pip's and ours. */
export interface Sides<Value> {
  readonly real: Value;
  readonly ours: Value;
}

/** How a run of pip ended. */
export type End = 'solved' | 'refused' | 'crashed' | 'too-long' | 'builds';

/** How many pins there are, and which differ: of a project and each side's version. */
export interface PinCount extends Sides<number> {
  readonly differing: readonly (Sides<string | undefined> & { readonly project: string })[];
}

/** Holds the two answers against each other. Where neither came to an end, as far as both were followed. */
export function judge(real: Answer, ours: OurAnswer): Verdict {
  const ends = { real: endOf(real), ours: endOf(ours) };
  const isUnfinished =
    ends.real === ends.ours && (ends.real === 'too-long' || ends.real === 'builds');
  // Of two runs that were broken off, one may have been followed a step further.
  const most = isUnfinished ? Math.min(real.events.length, ours.events.length) : Infinity;
  const theirs = real.events.slice(0, most).map(eventText);
  const own = ours.events.slice(0, most).map(eventText);
  const parted = firstInList(theirs, own);
  const unfinished = parted && ({ what: 'event', ...parted } as const);
  return {
    ...{ real, ours, ends, isUnfinished },
    difference: isUnfinished ? unfinished : differenceOf(real, ours, ends),
    pins: comparePins(real.pins ?? {}, ours.pins ?? {}),
    steps: { real: theirs.length, ours: own.length, same: parted?.at ?? theirs.length },
    hasSameWords: firstInList(printedLines(real), printedLines(ours)) === undefined,
  };
}

function differenceOf(real: Answer, ours: OurAnswer, ends: Sides<End>): Difference | undefined {
  if (ends.real !== ends.ours) return { what: 'exit code', real: ends.real, ours: ends.ours };
  return firstDifference(real, { ...ours, milliseconds: 0 });
}

function endOf({ rc, notSimulated }: Pick<OurAnswer, 'rc' | 'notSimulated'>): End {
  if (rc === 'lacking' || notSimulated !== undefined) return 'builds';
  if (rc === 'too-long') return rc;
  return rc === 0 ? 'solved' : rc === 1 ? 'refused' : 'crashed';
}

type Pins = NonNullable<Answer['pins']>;

function comparePins(real: Pins, ours: Pins): PinCount {
  const projects = [...new Set([...Object.keys(real), ...Object.keys(ours)])].sort();
  return {
    real: Object.keys(real).length,
    ours: Object.keys(ours).length,
    differing: projects
      .map((project) => ({ project, real: real[project], ours: ours[project] }))
      .filter((pin) => pin.real !== pin.ours),
  };
}
