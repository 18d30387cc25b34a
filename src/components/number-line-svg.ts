import type { NumberLine, Row, Tick } from './number-line.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
const percent = (x: number): string => `${(x * 100).toFixed(3)}%`;

/** The drawing of a number line: the inside of an `<svg>` as high as the line says. */
export const numberLineSvg = (line: NumberLine): string =>
  [
    ...line.rows.map(drawRow),
    `<line class="axis" x1="0" x2="100%" y1="${line.lineY}" y2="${line.lineY}"/>`,
    ...line.ticks.map((tick, index) => drawTick(tick, index % 2 === 1)),
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

const MARKS = {
  chosen: '<circle class="chosen" r="5.5"/>',
  refused: '<path class="refused" d="m-4-4 8 8m0-8-8 8"/>',
  unknown: '<path class="unknown" d="m-8 0h16"/>',
} as const;

/** `odd`: on a narrow screen every second label steps down. */
function drawTick({ x, y, version, standing, labelled }: Tick, odd: boolean): string {
  const label = labelled
    ? `<text class="version${odd ? ' odd' : ''}" y="24" text-anchor="middle">${escape(version)}</text>`
    : '';
  return (
    `<svg x="${percent(x)}" y="${y}" overflow="visible">` +
    `<line class="axis" y1="-4" y2="4"/>${MARKS[standing]}${label}</svg>`
  );
}
