/** The rules of one kind of lab: a start, and how one event changes things. Pure and total: a
 * learner's mistake is a state, a throw is our bug. */
export interface Engine<Setup, State, Event extends LabEvent, Need = never> {
  /** The kind of bench that shows it: `resolver`. */
  readonly kind: string;
  start(setup: Setup): State;
  apply(state: State, event: Event): State | Promise<State>;
  /** Reads one event of a stored or shared log; `undefined` when it is none of ours. */
  readEvent(value: unknown): Event | undefined;
  /** What the state waits for, if it does: an answer at a prompt, a page, a Python run. The host or
   * the learner supplies it as the next event, so nothing suspended is ever stored. While it waits for
   * the same thing, it gives the same object. */
  needs?(state: State): Need | undefined;
  /** Brings what the setup only names (an index, a world), once, before the session starts. */
  prepare?(setup: Setup, read: Read): Promise<Setup>;
}

/** Reads one of the book's own data files, by its path under the site's root. */
export type Read = (path: string) => Promise<string>;

/** A fact: a move of the learner's, or (`move: false`) what belongs to the move before it: an answer
 * that the host supplied, a look around. */
export interface LabEvent {
  readonly type: string;
  readonly move?: false;
}

/** Supplies what the states of one kind of lab need. */
export interface Supplier<Need, Event> {
  supply(need: Need): Promise<Event>;
  /** Nobody waits any longer for what this need was to bring; what others wait for goes on. */
  stop(need: Need): void;
  /** What takes the place of an answer that never came: the page was left while it was made. */
  readonly lost: Event;
}
