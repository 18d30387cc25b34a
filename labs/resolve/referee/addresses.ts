import type { Answer } from './question.ts';

/** A file as pip shows it: where it lies, and the page that named it. */
const SHOWN_FILE =
  /\b(from|at) (?:[^\s()"]*\/)?([^\s()/"]+) \(from https?:\/\/[^\s()"]+\/([^\s()/"]+)\/\)/g;

/**
 * An answer in which a file is its name and an index none: the real pip is told addresses of ours, a
 * snapshot keeps none, and the real index has its own.
 */
export function withoutAddresses<Told extends Pick<Answer, 'events' | 'output'>>(told: Told): Told {
  const events: unknown = JSON.parse(stripped(JSON.stringify(told.events)));
  // `as`: only texts within it were changed.
  return { ...told, events: events as Told['events'], output: stripped(told.output) };
}

const stripped = (text: string): string => text.replace(SHOWN_FILE, '$1 $2 (from $3)');
