import { joinEarned, readEarned, writeEarned, type Earned } from '../../labs/core/earned.ts';
import { keepAside, readRecord, writeRecord, type Kept } from './storage.ts';

/** Where the ticks of all labs are stored. */
export const EARNED_KEY = 'earned';

/** The ticks on this device. `damaged`: what lay there could not be read and was put aside. */
export interface EarnedHere {
  readonly earned: Earned;
  readonly damaged: boolean;
  /** Whether the record may be written without losing anything. */
  readonly kept: Kept;
}

/** Reads the ticks; what cannot be read is put aside, never written over. */
export function earnedHere(): EarnedHere {
  const text = readRecord(EARNED_KEY);
  if (text === undefined) return { earned: {}, damaged: false, kept: 'kept' };
  const earned = readEarned(text);
  if (earned) return { earned, damaged: false, kept: 'kept' };
  return { earned: {}, damaged: true, kept: keepAside(EARNED_KEY, text) };
}

/** Adds ticks to those on this device. */
export function earnAlso(more: Earned): Kept {
  const { earned, kept } = earnedHere();
  return kept === 'kept' ? writeRecord(EARNED_KEY, writeEarned(joinEarned(earned, more))) : kept;
}
