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
}

/** The drawing of a number line: the inside of an `<svg>` as high as the line says. */
export const numberLineSvg = (line: NumberLine, marks: Marks = { half: 4 }): string =>
  [
    ...line.rows.map(drawRow),
    `<line class="axis" x1="0" x2="100%" y1="${line.lineY}" y2="${line.lineY}"/>`,
    ...line.ticks.map((tick, index) => drawTick(tick, index % 2 === 1, marks)),
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

function drawMark(standing: Standing, half: number): string {
  if (standing === 'chosen') return `<circle class="chosen" r="${half * 1.375}"/>`;
  if (standing === 'unknown') return `<path class="unknown" d="m${-2 * half} 0h${4 * half}"/>`;
  const arms = `m${-half} ${-half} ${2 * half} ${2 * half}m0 ${-2 * half} ${-2 * half} ${2 * half}`;
  return `<path class="refused" d="${arms}" stroke-width="${Math.min(2, half * 0.7)}"/>`;
}

/** `odd`: on a narrow screen every second label steps down. */
function drawTick({ x, y, version, standing, labelled }: Tick, odd: boolean, marks: Marks): string {
  const ring = version === marks.pinned ? `<circle class="pinned" r="${marks.half + 3}"/>` : '';
  const label = labelled
    ? `<text class="version${odd ? ' odd' : ''}" y="24" text-anchor="middle">${escape(version)}</text>`
    : '';
  return (
    `<svg x="${percent(x)}" y="${y}" overflow="visible">` +
    `<line class="axis" y1="-4" y2="4"/>${ring}${drawMark(standing, marks.half)}${label}</svg>`
  );
}
