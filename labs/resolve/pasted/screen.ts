// A text as it comes from a screen: colours, prompts, quoting, lines broken by a narrow window.

/** A text made ready to be searched. */
export interface Screen {
  /** Without colours and quoting marks; no space at either end. */
  readonly lines: readonly string[];
  /** Whether the lines are all there, so that their places can be told. */
  readonly isWhole: boolean;
  /** All of it in one line, so that a message that a window broke in two is whole again. */
  readonly flat: string;
}

/** More than any screen keeps. */
const MOST_LINES = 50_000;
const LONGEST_LINE = 100_000;
const COLOUR = /\u001b\[[0-9;?]{0,20}[A-Za-z]/g;
const LINE_BREAK = /\r\n|[\n\r]/;
const QUOTING = /^(?:[ \t]*(?:>|│|\|)[ \t]?){1,5}/;
const SPACES = /[ \t\u00a0]+/g;

/** Reads what stood on a screen; what is longer than any screen is cut off at both ends alike. */
export function readScreen(text: string): Screen {
  const physical = text.replace(COLOUR, '').split(LINE_BREAK);
  const half = MOST_LINES / 2;
  const kept =
    physical.length > MOST_LINES
      ? [...physical.slice(0, half), ...physical.slice(-half)]
      : physical;
  const lines = kept.map((line) => line.slice(0, LONGEST_LINE).replace(QUOTING, '').trim());
  const isWhole = kept === physical;
  return {
    lines,
    isWhole,
    flat: lines
      .filter((line) => line !== '')
      .join(' ')
      .replace(SPACES, ' '),
  };
}

/** What stands between two marks, the first time or after a place; undefined if it is not there or too long. */
export function between(
  text: string,
  start: string,
  end: string,
  options: { readonly from?: number; readonly most?: number } = {},
): string | undefined {
  const { from = 0, most = 200_000 } = options;
  const at = text.indexOf(start, from);
  if (at < 0) return undefined;
  const begin = at + start.length;
  const found = text.slice(begin, begin + most).indexOf(end);
  return found < 0 ? undefined : text.slice(begin, begin + found);
}
