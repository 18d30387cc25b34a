// A verdict as text to paste into a report: everything that somebody needs to see the same again.

import { eventText, printedLines } from './compare.ts';
import { REAL_PIP } from './pip-version.ts';
import type { Command, RecordedEvent } from './question.ts';
import type { Verdict } from './verdict.ts';

/** Where a question was asked, told by the page that asked it. */
export interface Setting {
  /** The index: its name and its day. */
  readonly index: string;
  /** The page's address, without what the reader typed. */
  readonly page: string;
}

/** Steps before a difference, and after it, that are worth reading. */
const STEPS_AROUND = 5;

/** The report; in English for every reader, as pip's own output is. */
export function verdictReport(
  { real, ours, difference, ends, pins, steps }: Verdict,
  { words, files, target }: Command,
  { index, page }: Setting,
): string {
  const pinLine = (project: string, theirs?: string, own?: string): string =>
    `${project}: real ${theirs ?? '-'}, ours ${own ?? '-'}`;
  return [
    '# The real pip and this book',
    `pip ${REAL_PIP} in Pyodide; CPython ${target.python}, ${target.platform}; ${index}; ${page}`,
    '',
    `$ pip install ${words.join(' ')}`,
    ...Object.entries(files).flatMap(([name, text]) => [`# ${name}`, text.trimEnd()]),
    '',
    difference === undefined
      ? 'They agree.'
      : `They differ: ${difference.what}${placeOf(difference)}`,
    ...(difference === undefined
      ? []
      : [`real: ${difference.real ?? '-'}`, `ours: ${difference.ours ?? '-'}`]),
    `ended: real ${ends.real}, ours ${ends.ours}`,
    `steps: ${steps.same} the same; real ${steps.real}, ours ${steps.ours}`,
    ...pins.differing.map((pin) => pinLine(pin.project, pin.real, pin.ours)),
    ...(difference?.what === 'event'
      ? ['', ...around('real', real.events, steps.same), ...around('ours', ours.events, steps.same)]
      : []),
    '',
    '## What the real pip printed',
    ...printedLines(real),
    '## What ours printed',
    ...printedLines(ours),
  ].join('\n');
}

const placeOf = ({ at }: NonNullable<Verdict['difference']>): string =>
  at === undefined ? '' : ` ${at + 1}`;

function around(side: string, events: readonly RecordedEvent[], at: number): readonly string[] {
  const from = Math.max(0, at - STEPS_AROUND);
  return events
    .slice(from, at + STEPS_AROUND)
    .map((event, i) => `${side} ${from + i + 1}${from + i === at ? ' →' : ''} ${eventText(event)}`);
}
