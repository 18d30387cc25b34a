import { isRecord } from '../../core/json.ts';
import type { PythonState, Run } from '../../python/state.ts';
import { foundBy, lastRun } from '../../python/tellings.ts';

/** Versions by project; undefined where there is none. */
type Versions = Readonly<Record<'ledger' | 'stamp', string | undefined>>;

/** What the probe tells of the kernel and of the disk. */
export interface Kernel {
  readonly memory: Versions;
  readonly disk: Versions;
  /** Is `ledger.report` loaded? */
  readonly report: boolean;
  /** Does ledger 2.0 still have a name of 1.0's, as after a reload? */
  readonly leftover: boolean;
}

/** The kernel as it is now; undefined before anything ran. One that was just started has loaded nothing. */
export function kernelOf(state: PythonState): Kernel | undefined {
  const run = lastRun(state);
  const kernel = run && kernelAfter(run);
  return kernel && run.interpreter !== state.interpreter.number
    ? { memory: versionsOf(undefined), disk: kernel.disk, report: false, leftover: false }
    : kernel;
}

/** What the probe told after a run. */
export function kernelAfter(run: Run): Kernel | undefined {
  const found = foundBy(run.record);
  return isRecord(found)
    ? {
        memory: versionsOf(found['memory']),
        disk: versionsOf(found['disk']),
        report: found['report'] === true,
        leftover: found['leftover'] === true,
      }
    : undefined;
}

function versionsOf(value: unknown): Versions {
  const version = (project: string): string | undefined => {
    const text = isRecord(value) ? value[project] : undefined;
    return typeof text === 'string' ? text : undefined;
  };
  return { ledger: version('ledger'), stamp: version('stamp') };
}
