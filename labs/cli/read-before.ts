import { parseUtcSeconds } from '../packaging/utc-seconds.ts';
import { BadInput } from './bad-input.ts';
import type { GivenOption } from './words.ts';

const DAYS_AGO = /^P(\d{1,6})D$/;
const OFFSET = /[+-]\d\d:?\d\d$/;
const SECONDS_A_DAY = 86_400;

/** The second (UTC) of an instant, of a day's beginning, or of so many days ago. */
export function readBefore({ name, value }: GivenOption): number {
  const days = DAYS_AGO.exec(value)?.[1];
  if (days !== undefined) return Math.floor(Date.now() / 1000) - Number(days) * SECONDS_A_DAY;
  const seconds = parseUtcSeconds(value) ?? withOffset(value);
  if (seconds !== undefined) return seconds;
  throw new BadInput(`${name} '${value}': expected a day or an instant like 2026-11-15T00:00:00Z`);
}

function withOffset(text: string): number | undefined {
  const milliseconds = text.includes('T') && OFFSET.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}
