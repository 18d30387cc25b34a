import { existsSync } from 'node:fs';
import type { LabEvent } from '../labs/core/engine.ts';
import { states, type Supply } from '../labs/core/session.ts';
import type { RunRecord, RunRequest } from '../labs/python/run.ts';
import { isPythonLab, type AnyLab } from '../labs/scenarios/lab-data.ts';
import { runInNode } from '../labs/cli/python/run-in-node.ts';

const records = new Map<string, Promise<RunRecord>>();

/** What a real Python answers; the same question is asked once in a run of the tests. */
function recordOf(request: RunRequest): Promise<RunRecord> {
  const key = JSON.stringify(request);
  const known = records.get(key);
  if (known) return known;
  const record = runInNode(request);
  records.set(key, record);
  return record;
}

/** Supplies what the states of a lab need, where there is no page to do it. */
export function supplyFor(lab: AnyLab): Supply<unknown, LabEvent> | undefined {
  if (!isPythonLab(lab)) return undefined;
  // `as`: what a Python lab needs is a run.
  return async (need) => {
    const record = await recordOf(need as RunRequest);
    return { type: 'supplied', record, move: false } as LabEvent;
  };
}

/** Why what a lab runs cannot be run here: a wheel that `npm run vendor` could not bring. */
export function lackingFor(lab: AnyLab): string | undefined {
  const wheels = isPythonLab(lab) ? lab.setup.wheels : [];
  const lacking = wheels.find(
    (wheel) => !existsSync(new URL(`../.cache/vendor/${wheel}`, import.meta.url)),
  );
  return lacking && `without ${lacking}`;
}

/** The state in which a learner who does this sees what she was to predict. */
export async function revealedState(
  lab: AnyLab,
  setup: unknown,
  events: readonly LabEvent[],
): Promise<unknown> {
  const passed = await states(lab.engine, setup, events, supplyFor(lab));
  return passed.find((state) => lab.prediction?.isRevealed(state));
}
