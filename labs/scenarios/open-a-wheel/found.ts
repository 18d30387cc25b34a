import { isRecord } from '../../core/json.ts';
import type { PythonState } from '../../python/state.ts';
import { foundBy, lastRun } from '../../python/tellings.ts';
import { TOOLS } from './tools.ts';

/** The real wheel, two places in it, and the copy that the learner spoils. */
export const WHEEL = 'aiosignal-1.4.0-py3-none-any.whl';
export const INFO = 'aiosignal-1.4.0.dist-info/';
export const CODE = 'aiosignal/__init__.py';
export const SPOILT = 'spoilt.whl';

/** What the wheel says of itself, and what of the spoilt one does not match its RECORD. */
export const PROBE = `${TOOLS}

import os
real = ZipFile(WHEEL)
{
    "metadata": real.read("${INFO}METADATA").decode(),
    "hash": record_of(real)["${CODE}"],
    "differing": differing("${SPOILT}") if os.path.exists("${SPOILT}") else None,
}
`;

/** What the probe found. */
export interface Found {
  readonly metadata: string;
  /** What RECORD states for the file of code. */
  readonly hash: string;
  /** Undefined while there is no spoilt wheel. */
  readonly differing: readonly string[] | undefined;
}

/** What it found after the last run. */
export function foundIn(state: PythonState): Found | undefined {
  const run = lastRun(state);
  const found = run && foundBy(run.record);
  if (!isRecord(found)) return undefined;
  const { metadata, hash, differing } = found;
  return {
    metadata: String(metadata),
    hash: String(hash),
    differing: Array.isArray(differing) ? differing.map(String) : undefined,
  };
}
