// Two answers to one question, held against each other whole.

import type { Answer } from './question.ts';

/** The first way in which two answers differ. */
export interface Difference {
  readonly what: 'exit code' | 'pins' | 'event' | 'failure text' | 'output';
  /** Which event or which line, from 0. */
  readonly at?: number;
  /** Undefined: there is none at this place. */
  readonly real: string | number | undefined;
  readonly ours: string | number | undefined;
}

const LOOKING_LINE = /^(?:Looking in (?:links|indexes): .*\n)+/;
/** What is fetched is told by the page, not by the resolver. */
const DOWNLOADING_LINE = /^ {2}Downloading .*\n/gm;
const CONSTRAINT_CAUSE = '    The user requested (constraint) ';
const ERROR_LINE = /^ERROR: /m;
const TRACEBACK = /^ERROR: Exception:\n/m;

/** The first difference, or undefined where exit code, pins, events and everything printed agree. */
export function firstDifference(real: Answer, ours: Answer): Difference | undefined {
  if (real.rc !== ours.rc) return { what: 'exit code', real: real.rc, ours: ours.rc };
  const pins = [sortedText(real.pins), sortedText(ours.pins)] as const;
  if (pins[0] !== pins[1]) return { what: 'pins', real: pins[0], ours: pins[1] };
  const event = firstInList(real.events.map(eventText), ours.events.map(eventText));
  if (event !== undefined) return { what: 'event', ...event };
  const failure = firstInList(failureLines(real), failureLines(ours));
  if (failure !== undefined) return { what: 'failure text', ...failure };
  const line = firstInList(printedLines(real), printedLines(ours));
  return line && { what: 'output', ...line };
}

/** The first place at which two lists differ. */
export function firstInList(
  real: readonly string[],
  ours: readonly string[],
): (Pick<Difference, 'real' | 'ours'> & { readonly at: number }) | undefined {
  const length = Math.max(real.length, ours.length);
  for (let at = 0; at < length; at++)
    if (real[at] !== ours[at]) return { at, real: real[at], ours: ours[at] };
  return undefined;
}

/** Pins in any order: dependency circles have none of their own. */
function sortedText(pins: Answer['pins']): string {
  return JSON.stringify(pins && Object.entries(pins).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A step as it is compared, and shown where two differ. */
export function eventText(event: Answer['events'][number]): string {
  return JSON.stringify(event);
}

/** What pip says of its failure, from the first `ERROR:` line on. A traceback counts as its first line. */
function failureLines({ output }: Answer): readonly string[] {
  const text = withoutTraceback(output);
  const start = text.search(ERROR_LINE);
  return start < 0 ? [] : sortConstraints(text.slice(start).split('\n'));
}

/** What pip printed, but for where it looked and what it fetched. */
export function printedLines({ output }: Pick<Answer, 'output'>): readonly string[] {
  return sortConstraints(
    withoutTraceback(output).replace(LOOKING_LINE, '').replaceAll(DOWNLOADING_LINE, '').split('\n'),
  );
}

/** pip names the constraints of several projects in the order of a set, which is that of no rule: sorted here. */
function sortConstraints(lines: readonly string[]): readonly string[] {
  const rest = lines.filter((line) => !line.startsWith(CONSTRAINT_CAUSE));
  const bounds = lines.filter((line) => line.startsWith(CONSTRAINT_CAUSE)).sort();
  const at = lines.findIndex((line) => line.startsWith(CONSTRAINT_CAUSE));
  return at < 0 ? lines : [...rest.slice(0, at), ...bounds, ...rest.slice(at)];
}

function withoutTraceback(output: string): string {
  const at = output.search(TRACEBACK);
  return at < 0 ? output : output.slice(0, at);
}
