/** A screen that is written anew at every step holds no more than this; the copy holds all. */
const MOST_LINES = 300;
/** Lines stand in blocks of so many: a step lays out those blocks that it changes. */
const BLOCK_LINES = 20;

/** Lines that stand together on a screen. */
export interface ScreenBlock {
  /** How many lines stand above it. */
  readonly from: number;
  /** Each line with its end, or an empty one at the end of a block would not be seen. */
  readonly text: string;
}

/** The last of the first `count` lines, as many as a screen holds. */
export function screenBlocks(lines: readonly string[], count: number): readonly ScreenBlock[] {
  const above = BLOCK_LINES * Math.max(0, Math.ceil((count - MOST_LINES) / BLOCK_LINES));
  return Array.from({ length: Math.ceil((count - above) / BLOCK_LINES) }, (_, i) => {
    const from = above + i * BLOCK_LINES;
    const block = lines.slice(from, Math.min(count, from + BLOCK_LINES));
    return { from, text: block.map((line) => `${line}\n`).join('') };
  });
}
