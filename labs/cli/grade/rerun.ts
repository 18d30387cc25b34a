import { isDeepStrictEqual } from 'node:util';
import type { LabEvent } from '../../core/engine.ts';
import type { RunRecord, RunRequest } from '../../python/run.ts';
import type { ReadyLab } from './lab.ts';

/** Asks a real Python. */
export type Ask = (request: RunRequest) => Promise<RunRecord>;

/** The states of a session whose recorded answers were asked for again, and how many there were. */
export interface Again {
  readonly states: readonly unknown[];
  readonly asked: number;
  /** How many were other than the record says. */
  readonly other: number;
}

/**
 * Follows a session, but believes no record of what Python did: each is asked for again, and the new
 * answer takes its place. A run that its learner stopped stays as it is: nobody can say when she did.
 */
export async function followAgain(
  { lab, setup }: ReadyLab,
  events: readonly LabEvent[],
  ask: Ask,
): Promise<Again> {
  let state = lab.engine.start(setup);
  let [asked, other] = [0, 0];
  const states = [state];
  for (const event of events) {
    const need = lab.engine.needs?.(state);
    const recorded = need === undefined ? undefined : recordOf(event);
    let next = event;
    if (recorded && recorded.ending.type !== 'stopped') {
      // `as`: what a lab with runs needs is a run.
      const record = await ask(need as RunRequest);
      asked += 1;
      if (!isDeepStrictEqual(record, recorded)) other += 1;
      next = { ...event, record } as LabEvent;
    }
    states.push((state = await lab.engine.apply(state, next)));
  }
  return { states, asked, other };
}

/** The record that an event supplies, if it does. */
const recordOf = (event: LabEvent): RunRecord | undefined =>
  event.type === 'supplied' && 'record' in event ? (event.record as RunRecord) : undefined;
