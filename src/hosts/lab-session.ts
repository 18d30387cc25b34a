import { joinEarned, readEarned, writeEarned } from '../../labs/core/earned.ts';
import type { LabEvent } from '../../labs/core/engine.ts';
import { nextHint, type Hint } from '../../labs/core/hints.ts';
import { type Lab } from '../../labs/core/lab.ts';
import { readSaved, SAVED_FORMAT, writeSaved, type Unreadable } from '../../labs/core/saved.ts';
import { canUndo, live, predicted, states, type Entry } from '../../labs/core/session.ts';
import { readData } from './data.ts';
import { keepAside, readRecord, writeRecord, type Kept } from './storage.ts';

/** What the page shows of a session at one moment. */
export interface View<State> {
  readonly state: State;
  /** Ids of the tasks ever met here, today or on an earlier visit. */
  readonly earned: ReadonlySet<string>;
  readonly predicted: string | undefined;
  readonly canUndo: boolean;
  readonly hints: readonly string[];
  /** `kept` while the device stores what is done. */
  readonly kept: Kept;
  /** Why a stored session could not be taken up; it lies aside. */
  readonly aside: Unreadable | undefined;
}

/** Where the ticks of all labs are stored. */
export const EARNED_KEY = 'earned';
const key = (id: string): string => `lab:${id}`;

/** A session on the page: the log, its fold, and what the device keeps of it. */
export class LabSession<Setup, State, Event extends LabEvent, Need> {
  readonly lab: Lab<Setup, State, Event, Need>;
  readonly setup: Setup;
  #log: Entry<Event>[] = [];
  #state: State;
  #earned: Set<string>;
  #hints: string[] = [];
  #kept: Kept = 'kept';
  #aside: Unreadable | undefined;
  #queue: Promise<void> = Promise.resolve();
  readonly #changed: (view: View<State>) => void;

  private constructor(
    lab: Lab<Setup, State, Event, Need>,
    setup: Setup,
    changed: (view: View<State>) => void,
  ) {
    this.lab = lab;
    this.setup = setup;
    this.#changed = changed;
    this.#state = lab.engine.start(setup);
    this.#earned = new Set(readEarned(readRecord(EARNED_KEY) ?? '')?.[lab.id]);
  }

  /** Takes up the stored session, or starts one. A stored text that cannot be read is put aside. */
  static async open<Setup, State, Event extends LabEvent, Need>(
    lab: Lab<Setup, State, Event, Need>,
    changed: (view: View<State>) => void,
  ): Promise<LabSession<Setup, State, Event, Need>> {
    const setup = (await lab.engine.prepare?.(lab.setup, readData)) ?? lab.setup;
    const session = new LabSession(lab, setup, changed);
    const text = readRecord(key(lab.id));
    if (text !== undefined) {
      const read = readSaved<Event>(text, lab);
      if (read.ok) {
        session.#log = [...read.saved.log];
        session.#hints = [...read.saved.hints];
      } else {
        session.#aside = read.why;
        keepAside(key(lab.id), text);
      }
    }
    await session.#refold();
    session.#tell();
    return session;
  }

  /** Appends one entry; resolves when the state stands and the device has it. */
  append(entry: Entry<Event>): Promise<void> {
    return this.#inTurn(async () => {
      this.#log.push(entry);
      if (isEngineEvent(entry)) {
        this.#state = await this.lab.engine.apply(this.#state, entry);
        this.#tick();
      } else if (entry.type !== 'predicted') await this.#refold();
      this.#store();
    });
  }

  /** Shows one more hint: the one that answers the last mistake, else the next rung. */
  hint(): Promise<void> {
    return this.#inTurn(() => {
      const next: Hint | undefined = nextHint(this.lab.hints, this.#hints, this.mistake());
      if (next) this.#hints.push(next.id);
      this.#store();
    });
  }

  /** The first task that is not met now, by what is wrong with it. */
  mistake(): string | undefined {
    for (const task of this.lab.tasks) {
      const verdict = task.check(this.#state);
      if (!verdict.ok) return verdict.why;
    }
    return undefined;
  }

  /** Entries wait for each other: the log is in the order in which things were done. */
  #inTurn(work: () => void | Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work).then(() => this.#tell());
    return this.#queue;
  }

  async #refold(): Promise<void> {
    for (const state of await states(this.lab.engine, this.setup, live<Event>(this.#log))) {
      this.#state = state;
      this.#tick();
    }
  }

  #tick(): void {
    for (const task of this.lab.tasks) if (task.check(this.#state).ok) this.#earned.add(task.id);
  }

  #store(): void {
    const { id, edition } = this.lab;
    this.#kept = writeRecord(
      key(id),
      writeSaved({ format: SAVED_FORMAT, lab: id, edition, log: this.#log, hints: this.#hints }),
    );
    const stored = readEarned(readRecord(EARNED_KEY) ?? '') ?? {};
    writeRecord(EARNED_KEY, writeEarned(joinEarned(stored, { [id]: [...this.#earned] })));
  }

  #tell(): void {
    this.#changed(this.view());
  }

  /** What the page shows now. */
  view(): View<State> {
    return {
      state: this.#state,
      earned: new Set(this.#earned),
      predicted: predicted(this.#log),
      canUndo: canUndo(this.#log),
      hints: [...this.#hints],
      kept: this.#kept,
      aside: this.#aside,
    };
  }
}

const isEngineEvent = <Event extends LabEvent>(entry: Entry<Event>): entry is Event =>
  entry.type !== 'undo' && entry.type !== 'reset' && entry.type !== 'predicted';
