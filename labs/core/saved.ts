import type { Engine, LabEvent } from './engine.ts';
import { isRecord, parseJson } from './json.ts';
import type { Entry } from './session.ts';

/** The form a session is stored in. Raised when older readers would misread it. */
export const SAVED_FORMAT = 1;

/** One lab's session as it is kept between visits. */
export interface Saved<Event extends LabEvent> {
  readonly format: typeof SAVED_FORMAT;
  readonly lab: string;
  readonly edition: number;
  readonly log: readonly Entry<Event>[];
  /** Ids of the hints that were asked for, in order. */
  readonly hints: readonly string[];
}

/** Why a stored text cannot be used. The text itself is never thrown away: the host keeps it aside. */
export type Unreadable =
  'not-json' | 'not-a-session' | 'newer-format' | 'other-lab' | 'other-edition' | 'bad-event';

export type ReadSaved<Event extends LabEvent> =
  | { readonly ok: true; readonly saved: Saved<Event> }
  | { readonly ok: false; readonly why: Unreadable };

/** A log longer than this is no learner's. */
const MOST_ENTRIES = 20_000;

/** Reads a stored session; everything in it is validated, the engine reading its own events. */
export function readSaved<Event extends LabEvent>(
  text: string,
  lab: {
    readonly id: string;
    readonly edition: number;
    readonly engine: Pick<Engine<never, unknown, Event, unknown>, 'readEvent'>;
  },
): ReadSaved<Event> {
  const value = parseJson(text);
  if (value === undefined) return { ok: false, why: 'not-json' };
  if (!isRecord(value) || typeof value['format'] !== 'number')
    return { ok: false, why: 'not-a-session' };
  if (value['format'] !== SAVED_FORMAT) return { ok: false, why: 'newer-format' };
  const { lab: id, edition, log, hints } = value;
  if (!Array.isArray(log) || log.length > MOST_ENTRIES) return { ok: false, why: 'not-a-session' };
  if (!Array.isArray(hints) || !hints.every((hint) => typeof hint === 'string'))
    return { ok: false, why: 'not-a-session' };
  if (id !== lab.id) return { ok: false, why: 'other-lab' };
  if (edition !== lab.edition) return { ok: false, why: 'other-edition' };
  const entries: Entry<Event>[] = [];
  for (const item of log as unknown[]) {
    const entry = readEntry(item, lab.engine);
    if (!entry) return { ok: false, why: 'bad-event' };
    entries.push(entry);
  }
  return { ok: true, saved: { format: SAVED_FORMAT, lab: id, edition, log: entries, hints } };
}

function readEntry<Event extends LabEvent>(
  value: unknown,
  engine: Pick<Engine<never, unknown, Event, unknown>, 'readEvent'>,
): Entry<Event> | undefined {
  if (!isRecord(value)) return undefined;
  if (value['type'] === 'undo') return { type: 'undo' };
  if (value['type'] === 'reset') return { type: 'reset' };
  if (value['type'] === 'predicted')
    return typeof value['option'] === 'string'
      ? { type: 'predicted', option: value['option'] }
      : undefined;
  return engine.readEvent(value);
}

/** A session → the text to store. */
export const writeSaved = <Event extends LabEvent>(saved: Saved<Event>): string =>
  JSON.stringify(saved);
