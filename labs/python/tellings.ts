// What a lab's checks and goal ask of the runs.

import { parseJson } from '../core/json.ts';
import type { RunRecord } from './run.ts';
import type { PythonState, Run } from './state.ts';

/** The last run of a file or a cell, or of anything; none if there was none. */
export const lastRun = ({ runs }: PythonState, where?: string): Run | undefined =>
  runs.findLast((run) => where === undefined || whereOf(run) === where);

/** The path of the file that ran, or the id of the cell; '' for a line. */
export const whereOf = ({ step, cell }: Run): string =>
  step.what.type === 'file' ? step.what.path : (cell ?? '');

/** The exit code that a shell would see after `python FILE`; none while it asks, or if it was ended. */
export function exitCode({ ending }: RunRecord): number | undefined {
  switch (ending.type) {
    case 'finished':
      return 0;
    case 'raised':
      return 1;
    case 'exited':
      return ending.code;
    case 'stopped':
      return ending.kept ? 130 : undefined; // 128 + SIGINT, as shells count
    case 'asks':
    case 'incomplete':
    case 'lacking':
    case 'died':
      return undefined;
  }
}

/** What a run wrote to standard output. */
export const stdoutOf = ({ outputs }: RunRecord): string =>
  outputs
    .map((each) => (each.type === 'text' && each.stream === 'stdout' ? each.text : ''))
    .join('');

/** The value that a run showed last, as its `repr`; none if it showed none. */
export function valueOf({ outputs }: RunRecord): string | undefined {
  const last = outputs.findLast(({ type }) => type === 'value');
  return last?.type === 'value' ? last.text : undefined;
}

/** What the probe found, as a value; undefined if it failed. */
export const foundBy = ({ found }: RunRecord): unknown =>
  found === undefined ? undefined : parseJson(found);

/** Did the run find the files as they stand now? */
export const isAsRun = ({ files }: PythonState, { step }: Run): boolean =>
  JSON.stringify(files) === JSON.stringify(step.files);
