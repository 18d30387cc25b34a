import type { Engine, LabEvent } from './engine.ts';

/** The learner takes back her last move. A fact like any other: attempts stay in the log. */
export interface Undo {
  readonly type: 'undo';
}

/** The learner starts over. Undoing it brings everything back. */
export interface Reset {
  readonly type: 'reset';
}

/** What the learner said would happen, before anything ran. */
export interface Predicted {
  readonly type: 'predicted';
  readonly option: string;
}

/** One line of a log. Entries are appended, never edited: the log *is* the session. */
export type Entry<Event extends LabEvent> = Event | Undo | Reset | Predicted;

/**
 * The events still in force: each undo has cancelled the learner's last move together with what
 * belongs to it, and a reset everything before it (until that is undone too).
 */
export function live<Event extends LabEvent>(log: readonly Entry<Event>[]): Event[] {
  const kept = inForce(log);
  return kept.slice(kept.findLastIndex(isReset) + 1) as Event[];
}

/** Is there a move left to take back? */
export const canUndo = <Event extends LabEvent>(log: readonly Entry<Event>[]): boolean =>
  inForce(log).some(isMove);

function inForce<Event extends LabEvent>(log: readonly Entry<Event>[]): (Event | Reset)[] {
  const kept: (Event | Reset)[] = [];
  for (const entry of log) {
    if (isUndo(entry)) {
      const last = kept.findLastIndex(isMove);
      if (last >= 0) kept.length = last;
    } else if (!isPrediction(entry)) kept.push(entry);
  }
  return kept;
}

// The types of entries are words of ours; no engine may name an event so.
const isUndo = (entry: LabEvent): entry is Undo => entry.type === 'undo';
const isReset = (entry: LabEvent): entry is Reset => entry.type === 'reset';
const isPrediction = (entry: LabEvent): entry is Predicted => entry.type === 'predicted';
const isMove = (entry: LabEvent): boolean => entry.move !== false;

/** What the learner predicted, if she did; her last word counts. */
export const predicted = <Event extends LabEvent>(
  log: readonly Entry<Event>[],
): string | undefined => log.findLast(isPrediction)?.option;

/** Makes what a state needs, as the next event. */
export type Supply<Need, Event> = (need: Need) => Promise<Event>;

/**
 * Every state the session passed through, oldest first; the start is the first. With `supply`, what a
 * state needs comes before the next event: so moves alone tell a whole session.
 */
export async function states<Setup, State, Event extends LabEvent, Need = unknown>(
  engine: Engine<Setup, State, Event, Need>,
  setup: Setup,
  events: Iterable<Event>,
  supply?: Supply<Need, Event>,
): Promise<State[]> {
  let state = engine.start(setup);
  const passed = [state];
  const go = async (event: Event): Promise<void> => {
    passed.push((state = await engine.apply(state, event)));
  };
  for (const event of events) {
    await go(event);
    for (let need = missing(); supply && need !== undefined; need = missing())
      await go(await supply(need));
  }
  return passed;

  function missing(): Need | undefined {
    return engine.needs?.(state);
  }
}
