import type { Engine, LabEvent } from './engine.ts';
import { isRecord } from './json.ts';

/** The smallest lab there is, for the tests of this folder: reach three. */
export interface Added extends LabEvent {
  readonly type: 'added';
  readonly amount: number;
}

export const counter: Engine<number, number, Added> = {
  kind: 'counter',
  start: (setup) => setup,
  apply: (total, { amount }) => total + amount,
  readEvent: (value) =>
    isRecord(value) && value['type'] === 'added' && Number.isInteger(value['amount'])
      ? {
          type: 'added',
          amount: value['amount'] as number,
          ...(value['move'] === false ? { move: false as const } : {}),
        }
      : undefined,
};
