import { joinEarned, writeEarned } from '../../labs/core/earned.ts';
import type { LabEvent, Supplier } from '../../labs/core/engine.ts';
import { nextHint, type Hint } from '../../labs/core/hints.ts';
import { type Lab } from '../../labs/core/lab.ts';
import { readSaved, SAVED_FORMAT, writeSaved, type Unreadable } from '../../labs/core/saved.ts';
import { canUndo, live, predicted, states, type Entry } from '../../labs/core/session.ts';
import { readData } from './data.ts';
import { EARNED_KEY, earnAlso, earnedHere } from './earned-record.ts';
import { keepAside, readRecord, writeRecord, type Kept } from './storage.ts';

/** What the page shows of a session at one moment. */
export interface View<State> {
  readonly state: State;
  /** The first state in which the learner has seen what she was to predict. */
  readonly revealed: State | undefined;
  /** Ids of the tasks ever met here, today or on an earlier visit. */
  readonly earned: ReadonlySet<string>;
  readonly predicted: string | undefined;
  readonly canUndo: boolean;
  /** Starting over was the last move: one undo brings everything back. */
  readonly justReset: boolean;
  readonly hints: readonly string[];
  /** `kept` while the device stores what is done. */
  readonly kept: Kept;
  /** Why a stored session (or the ticks) could not be taken up; it lies aside. */
  readonly aside: Unreadable | undefined;
}

const key = (id: string): string => `lab:${id}`;

/** What a page brings to a session of its kind. */
export interface Means<Setup, Event, Need> {
  /** Makes the setup ready in the page's own way. */
  readonly prepare?: ((setup: Setup) => Promise<Setup>) | undefined;
  readonly supplier?: Supplier<Need, Event> | undefined;
}

/** A session on the page: the log, its fold, and what the device keeps of it. */
export class LabSession<Setup, State, Event extends LabEvent, Need> {
  readonly lab: Lab<Setup, State, Event, Need>;
  readonly setup: Setup;
  #log: Entry<Event>[] = [];
  #state: State;
  #earned = new Set<string>();
  #hints: string[] = [];
  #kept: Kept = 'kept';
  #aside: Unreadable | undefined;
  /** Why the record may not be written: something unreadable lies there and could not be put aside. */
  #blocked: Kept = 'kept';
  #queue: Promise<void> = Promise.resolve();
  #revealed: State | undefined;
  readonly #supplier: Supplier<Need, Event> | undefined;
  /** What is being supplied, and when it will have been. */
  #supplying: { readonly need: Need; readonly done: Promise<void> } | undefined;
  readonly #changed: (view: View<State>) => void;

  private constructor(
    lab: Lab<Setup, State, Event, Need>,
    setup: Setup,
    changed: (view: View<State>) => void,
    supplier: Supplier<Need, Event> | undefined,
  ) {
    this.lab = lab;
    this.setup = setup;
    this.#supplier = supplier;
    this.#changed = changed;
    this.#state = lab.engine.start(setup);
  }

  /** Takes up the stored session, or starts one. A stored text that cannot be read is put aside. */
  static async open<Setup, State, Event extends LabEvent, Need>(
    lab: Lab<Setup, State, Event, Need>,
    changed: (view: View<State>) => void,
    { prepare, supplier }: Means<Setup, Event, Need> = {},
  ): Promise<LabSession<Setup, State, Event, Need>> {
    const setup =
      (await (prepare ?? ((own) => lab.engine.prepare?.(own, readData)))(lab.setup)) ?? lab.setup;
    const session = new LabSession(lab, setup, changed, supplier);
    await session.#takeUp();
    session.#tell();
    return session;
  }

  /** Takes up what the device keeps now: an import has changed it. */
  reopen(): Promise<void> {
    return this.#inTurn(() => this.#takeUp());
  }

  async #takeUp(): Promise<void> {
    const { lab } = this;
    const { earned, damaged } = earnedHere();
    this.#earned = new Set(earned[lab.id]);
    this.#aside = damaged ? 'not-a-session' : undefined;
    const text = readRecord(key(lab.id));
    const read = text === undefined ? undefined : readSaved<Event>(text, lab);
    this.#log = read?.ok ? [...read.saved.log] : [];
    this.#hints = read?.ok ? [...read.saved.hints] : [];
    if (text !== undefined && read?.ok === false) {
      this.#aside = read.why;
      this.#blocked = this.#kept = keepAside(key(lab.id), text);
    }
    await this.#refold();
    // Nothing runs because a page was opened: what was under way when it was left, is lost.
    if (this.#supplier && this.#need() !== undefined) await this.#follow(this.#supplier.lost);
  }

  /** Appends one entry; resolves when the state stands and the device has it. */
  append(entry: Entry<Event>): Promise<void> {
    return this.#inTurn(async () => {
      if (isEngineEvent(entry)) await this.#follow(entry);
      else {
        this.#log.push(entry);
        if (entry.type !== 'predicted') await this.#refold();
      }
      this.#store();
    });
  }

  async #follow(event: Event): Promise<void> {
    this.#state = await this.lab.engine.apply(this.#state, event);
    this.#log.push(event); // not before: what an engine cannot follow must not come back at every visit
    this.#tick();
  }

  #need(): Need | undefined {
    return this.lab.engine.needs?.(this.#state);
  }

  /** Asks for what the state needs now, and drops what nobody waits for any more. */
  #attend(): void {
    const supplier = this.#supplier;
    const need = this.#need();
    if (!supplier || need === this.#supplying?.need) return;
    if (this.#supplying) supplier.stop(this.#supplying.need);
    this.#supplying = need === undefined ? undefined : { need, done: this.#supply(need, supplier) };
  }

  async #supply(need: Need, supplier: Supplier<Need, Event>): Promise<void> {
    const event = await supplier.supply(need).catch(() => supplier.lost);
    await this.#inTurn(async () => {
      if (this.#supplying?.need !== need) return;
      this.#supplying = undefined;
      await this.#follow(event);
      this.#store();
    });
  }

  /** Resolves when the state waits for nothing. */
  async settled(): Promise<void> {
    await this.#queue;
    while (this.#supplying) await this.#supplying.done;
  }

  /** Shows one more hint: the one that answers the last mistake, else the next rung. */
  hint(): Promise<void> {
    return this.#inTurn(() => {
      const next: Hint | undefined = nextHint(this.lab.hints, this.#hints, this.mistake());
      if (next) this.#hints.push(next.id);
      this.#store();
    });
  }

  /** What is wrong now with the first task that was never met: the one whose answer is on the page. */
  mistake(): string | undefined {
    for (const task of this.lab.tasks) {
      if (this.#earned.has(task.id)) continue;
      const verdict = task.check(this.#state);
      if (!verdict.ok) return verdict.why;
    }
    return undefined;
  }

  /** Entries wait for each other: the log is in the order in which things were done. */
  #inTurn(work: () => void | Promise<void>): Promise<void> {
    const turn = this.#queue.then(work).then(() => {
      this.#attend();
      this.#tell();
    });
    this.#queue = turn.catch(() => undefined); // one that failed does not hold up the next
    return turn;
  }

  async #refold(): Promise<void> {
    this.#revealed = undefined;
    for (const state of await states(this.lab.engine, this.setup, live<Event>(this.#log))) {
      this.#state = state;
      this.#tick();
    }
  }

  #tick(): void {
    if (this.lab.prediction?.isRevealed(this.#state)) this.#revealed ??= this.#state;
    for (const task of this.lab.tasks) if (task.check(this.#state).ok) this.#earned.add(task.id);
  }

  #store(): void {
    const { id } = this.lab;
    this.#kept = this.#blocked === 'kept' ? writeRecord(key(id), this.#saved()) : this.#blocked;
    earnAlso({ [id]: [...this.#earned] });
  }

  #saved(): string {
    const { id, edition } = this.lab;
    return writeSaved({
      format: SAVED_FORMAT,
      lab: id,
      edition,
      log: this.#log,
      hints: this.#hints,
    });
  }

  /** The session as it would be stored, by key: an export has it also where the device keeps nothing. */
  records(): Readonly<Record<string, string>> {
    const { id } = this.lab;
    const ticks = joinEarned(earnedHere().earned, { [id]: [...this.#earned] });
    return this.#log.length === 0
      ? {}
      : { [key(id)]: this.#saved(), [EARNED_KEY]: writeEarned(ticks) };
  }

  #tell(): void {
    this.#changed(this.view());
  }

  /** What the page shows now. */
  view(): View<State> {
    return {
      state: this.#state,
      revealed: this.#revealed,
      earned: new Set(this.#earned),
      predicted: predicted(this.#log),
      canUndo: canUndo(this.#log),
      justReset: this.#log.findLast(isMove)?.type === 'reset',
      hints: [...this.#hints],
      kept: this.#kept,
      aside: this.#aside,
    };
  }
}

const isEngineEvent = <Event extends LabEvent>(entry: Entry<Event>): entry is Event =>
  entry.type !== 'undo' && entry.type !== 'reset' && entry.type !== 'predicted';

const isMove = ({ type, move }: LabEvent): boolean => type !== 'predicted' && move !== false;
