import type { NumberLine, Row, Standing, Tick } from './number-line.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
const percent = (x: number): string => `${(x * 100).toFixed(3)}%`;

/** How the versions on the line are marked. */
export interface Marks {
  /** Half the size of a mark, in pixels: smaller where many versions stand close together. */
  readonly half: number;
  /** The version that is pinned, with a ring around its mark. */
  readonly pinned?: string | undefined;
  /** How wide the drawing is, in pixels, where that is known: all marks of a kind are one shape then. */
  readonly width?: number | undefined;
}

/** The drawing of a number line: the inside of an `<svg>` as high as the line says. */
export const numberLineSvg = (line: NumberLine, marks: Marks = { half: 4 }): string =>
  [
    ...line.rows.map(drawRow),
    `<line class="axis" x1="0" x2="100%" y1="${line.lineY}" y2="${line.lineY}"/>`,
    marks.width === undefined
      ? line.ticks.map((tick, index) => drawTick(tick, index % 2 === 1, marks)).join('')
      : drawTicks(line.ticks, marks, marks.width),
  ].join('');

function drawRow({ range, textY, labelY, spans }: Row): string {
  const words =
    `<text y="${textY}" class="asker">${escape(range.asker)}</text>` +
    `<text y="${labelY}" class="ask${range.yours ? ' yours' : ''}">${escape(range.label)}</text>`;
  const runs = spans.map(({ shape, from, to, y }) => {
    const stop = (x: number): string => `<circle class="stop" cx="${percent(x)}" cy="${y}" r="5"/>`;
    const run = `<line x1="${percent(from)}" x2="${percent(to)}" y1="${y}" y2="${y}"/>`;
    return `<g class="${shape}">${to > from ? run + stop(from) + stop(to) : stop(from)}</g>`;
  });
  return words + runs.join('');
}

/** The shape of a mark around the place where the pen stands, and how thick it is drawn. */
function shapeOf(standing: Standing, half: number): string {
  if (standing === 'unknown') return `m${-2 * half} 0h${4 * half}`;
  if (standing === 'refused')
    return `m${-half} ${-half} ${2 * half} ${2 * half}m0 ${-2 * half} ${-2 * half} ${2 * half}`;
  const r = half * 1.375;
  return `m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

const drawMarks = (standing: Standing, path: string, half: number): string =>
  `<path class="${standing}" d="${path}"` +
  (standing === 'refused' ? ` stroke-width="${Math.min(2, half * 0.7)}"/>` : '/>');

/** `odd`: on a narrow screen every second label steps down. */
const drawLabel = (version: string, odd: boolean, x: string, y: number): string =>
  `<text class="version${odd ? ' odd' : ''}" x="${x}" y="${y + 24}" text-anchor="middle">${escape(version)}</text>`;

/** A version at its part of the width, however wide the drawing will be. */
function drawTick(
  { x, y, version, standing, labelled }: Tick,
  odd: boolean,
  { half, pinned }: Marks,
): string {
  const ring = version === pinned ? `<circle class="pinned" r="${half + 3}"/>` : '';
  return (
    `<svg x="${percent(x)}" y="${y}" overflow="visible"><line class="axis" y1="-4" y2="4"/>${ring}` +
    `${drawMarks(standing, `M0 0${shapeOf(standing, half)}`, half)}` +
    `${labelled ? drawLabel(version, odd, '0', 0) : ''}</svg>`
  );
}

/** All versions. Hundreds of them cost what a few do, at every step of a run. */
function drawTicks(ticks: readonly Tick[], { half: exact, pinned }: Marks, width: number): string {
  const half = Number(exact.toFixed(2)); // it is written hundreds of times
  const place = ({ x, y }: Tick): string => `M${(x * width).toFixed(1)} ${y}`;
  const paths = new Map<Standing, string>();
  for (const tick of ticks) {
    const drawn = paths.get(tick.standing) ?? '';
    paths.set(tick.standing, `${drawn}${place(tick)}${shapeOf(tick.standing, half)}`);
  }
  const axis = ticks.map((tick) => `${place(tick)}m0-4v8`).join('');
  const ring = ticks.find(({ version }) => version === pinned);
  return [
    `<path class="axis" d="${axis}"/>`,
    ring ? `<circle class="pinned" cx="${percent(ring.x)}" cy="${ring.y}" r="${half + 3}"/>` : '',
    ...[...paths].map(([standing, path]) => drawMarks(standing, path, half)),
    ...ticks.map(({ x, y, version, labelled }, index) =>
      labelled ? drawLabel(version, index % 2 === 1, percent(x), y) : '',
    ),
  ].join('');
}
