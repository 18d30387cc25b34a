import type { Station } from '../../../../labs/resolve/graph.ts';

/** Where a station stands in the drawing, in pixels. */
export const laneToX = (lane: number): number => lane * LANE + 10;
export const rowToY = (row: number): number => row * ROW + ROW / 2;
export const ROW = 28;
const LANE = 16;
const TURN = 7;
/** How far before a station a line stops that cannot reach it. */
const SHORT = 11;
const BAR = 5;

/**
 * The way of a line from its own station down its lane to a stop. A line that cannot meet the others
 * there ends before it, at a bar across the track.
 */
export function stopToPath(from: Station, to: Station, isRefused: boolean): string {
  const [x, y] = [laneToX(from.lane), rowToY(from.row)];
  const [endX, endY] = [laneToX(to.lane), rowToY(to.row)];
  const down = Math.sign(endY - y);
  if (isRefused) {
    const stop = endX === x ? endY - down * SHORT : endY;
    return `M${x} ${y}V${stop}m${-BAR} 0h${2 * BAR}`;
  }
  if (endX === x) return `M${x} ${y}V${endY}`;
  const across = Math.sign(endX - x);
  return `M${x} ${y}V${endY - down * TURN}q0 ${down * TURN} ${across * TURN} ${down * TURN}H${endX}`;
}
