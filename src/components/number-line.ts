/** What is known of one version: all keep it, somebody refuses it, or somebody cannot be asked. */
export type Standing = 'chosen' | 'refused' | 'unknown';

/** Somebody's requirement on the project whose versions stand on the line. */
export interface Range {
  /** What is asked for, as written: `numpy<1.27.0,>=1.19.5`. */
  readonly label: string;
  /** Who asks: `scipy 1.10.1`. */
  readonly asker: string;
  /** For each version in order whether it is kept; `undefined` where that is not known. */
  readonly keeps: readonly (boolean | undefined)[];
  /** True for a requirement that the reader wrote. */
  readonly yours?: boolean;
}

/** A drawing's place: `x` is a fraction of the width (0 to 1), `y` is in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A version on the line. `labelled` is false where the labels would otherwise touch. */
export interface Tick extends Place {
  readonly version: string;
  readonly standing: Standing;
  readonly labelled: boolean;
}

/** An unbroken run of versions that a requirement keeps (`asked`), or on which it is silent (`unknown`). */
export interface Span {
  readonly shape: 'asked' | 'unknown';
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** One requirement above the line: its words, and the versions it keeps. */
export interface Row {
  readonly range: Range;
  /** The baseline of who asks; what is asked stands a line below, so that both fit on a phone. */
  readonly textY: number;
  readonly labelY: number;
  readonly spans: readonly Span[];
}

/** Where everything of a number line stands. */
export interface NumberLine {
  readonly height: number;
  readonly lineY: number;
  readonly labelY: number;
  readonly ticks: readonly Tick[];
  readonly rows: readonly Row[];
  /** True when at least one version is kept by every requirement. */
  readonly meets: boolean;
}

const ROW = 68;
const TEXT = 14;
const SPAN = 50;
const LINE = 20;
const LABEL = 28;
const BOTTOM = 36;

/** Lays out versions (in order) and requirements on them; `room` is how many labels fit side by side. */
export function layOutNumberLine(
  versions: readonly string[],
  ranges: readonly Range[],
  room = 12,
): NumberLine {
  const lineY = ranges.length * ROW + LINE;
  const every = Math.max(1, Math.ceil(versions.length / room));
  const last = versions.length - 1;
  const ticks = versions.map((version, index) => ({
    version,
    x: indexToX(index, versions.length),
    y: lineY,
    standing: standing(ranges, index),
    // The last is always told, and what would stand too near to it is not.
    labelled: index === last || (index % every === 0 && last - index >= every),
  }));
  const rows = ranges.map((range, index) => ({
    range,
    textY: index * ROW + TEXT,
    labelY: index * ROW + TEXT + 18,
    spans: rangeToSpans(range, versions.length, index * ROW + SPAN),
  }));
  const meets = ticks.some((tick) => tick.standing === 'chosen');
  return { height: lineY + BOTTOM, lineY, labelY: lineY + LABEL, ticks, rows, meets };
}

/** Each version has a cell of the same width and stands in the middle of it. */
export const indexToX = (index: number, count: number): number => (index + 0.5) / count;

function standing(ranges: readonly Range[], index: number): Standing {
  const answers = ranges.map(({ keeps }) => keeps[index]);
  if (answers.includes(false)) return 'refused';
  return answers.includes(undefined) ? 'unknown' : 'chosen';
}

function rangeToSpans({ keeps }: Range, count: number, y: number): Span[] {
  const spans: { shape: Span['shape']; from: number; to: number; y: number }[] = [];
  for (let index = 0; index < count; index++) {
    if (keeps[index] === false) continue;
    const shape = keeps[index] ? 'asked' : 'unknown';
    const last = spans.at(-1);
    const x = indexToX(index, count);
    if (last?.shape === shape && index > 0 && keeps[index - 1] === keeps[index]) last.to = x;
    else spans.push({ shape, from: x, to: x, y });
  }
  return spans;
}
