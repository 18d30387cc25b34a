import { stepsToEvents, type Event } from '../../resolve/trace.ts';
import { formatRequirement } from '../../resolve/texts.ts';
import type { Run } from '../../resolve/run.ts';
import type { Candidate, Cause, Request } from '../../resolve/types.ts';
import type { Terminal } from '../terminal.ts';
import type { ReportedFix } from './fixes.ts';

/** One pin, as `womm solve --json` prints it: name and version as METADATA spells them. */
interface ReportedPin {
  readonly name: string;
  readonly version: string;
  readonly extras?: readonly string[];
}

/** One cause of a failure; `parent` is null where the user asked. */
export interface ReportedCause {
  readonly requirement: string;
  readonly parent: { readonly name: string; readonly version: string } | null;
}

/** The whole answer of `womm solve --json`. */
export type Report =
  | {
      readonly ok: true;
      readonly pins: readonly ReportedPin[];
      readonly rounds: number;
      readonly events?: readonly Event[];
    }
  | {
      readonly ok: false;
      readonly causes: readonly ReportedCause[];
      readonly message: string;
      readonly fixes: readonly ReportedFix[];
      readonly events?: readonly Event[];
    };

/** What a report has besides the run. */
interface Besides {
  /** With every step. */
  readonly trace: boolean;
  readonly fixes: readonly ReportedFix[];
}

/** The answer as data. Pins are what pip would install: what is installed already is none. */
export function runToReport(
  { outcome, steps }: Run,
  request: Request,
  { trace, fixes }: Besides,
): Report {
  const events = trace ? { events: stepsToEvents(steps, request) } : {};
  if (!outcome.ok)
    return {
      ok: false,
      causes: outcome.causes.map((cause) => reportCause(cause, request)),
      message: outcome.message,
      fixes,
      ...events,
    };
  const installed = new Set(outcome.installs.map(({ project }) => project));
  const pins = outcome.pins.filter(({ project }) => installed.has(project));
  return { ok: true, pins: pins.map(reportPin), rounds: outcome.rounds, ...events };
}

function reportPin({ metadata, extras }: Candidate): ReportedPin {
  const { name, version } = metadata;
  return extras.length === 0 ? { name, version } : { name, version, extras };
}

/** A cause as `--json` prints it. */
export function reportCause({ requirement, parent }: Cause, request: Request): ReportedCause {
  return {
    requirement: formatRequirement(requirement),
    parent: parent === undefined ? null : { name: parent.name, version: parent.version.text },
  };
}

/** What `pip install --dry-run` prints, errors and warnings on standard error as pip has them. */
export function printAsPip(terminal: Terminal, lines: readonly string[]): void {
  let toError = false;
  let isQuoted = false;
  for (const line of lines) {
    if (IS_ERROR.test(line)) toError = true;
    else if (!isQuoted && !CONTINUES_ERROR.test(line)) toError = false;
    // The line of METADATA that pip cannot read stands below, up to what to do about it.
    isQuoted = toError && (isQuoted || QUOTES_METADATA.test(line)) && !ENDS_QUOTE.test(line);
    if (toError) terminal.complain(`${line}\n`);
    else terminal.print(`${line}\n`);
  }
}

const IS_ERROR = /^(?:ERROR|WARNING|DEPRECATION): /;
const QUOTES_METADATA = /^Requested .* has invalid metadata/;
const ENDS_QUOTE = /^Please use pip</;
/** Second lines of pip's errors and warnings. */
const CONTINUES_ERROR =
  /^(?:Reason for being yanked|Requested .* has invalid metadata|Please use pip<|'.*' \(required by |    \S+ --hash=|\S+ \S+ requires .* (?:not installed|incompatible)\.$)/;

/** The steps for reading, one a line. */
export function eventText(event: Event): string {
  const [type, ...rest] = event;
  return [
    type,
    ...rest.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))),
  ].join(' ');
}
