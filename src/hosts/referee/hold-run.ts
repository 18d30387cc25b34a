import { SNAPSHOT } from '../../../labs/packaging/snapshot-shelf.ts';
import type { Source } from '../../../labs/resolve/asking.ts';
import type { BenchSetup, Run } from '../../../labs/resolve/bench.ts';
import { claimOfFile } from '../../../labs/resolve/referee/claim.ts';
import { fittingPages } from '../../../labs/resolve/referee/fitting.ts';
import { holdAgainstPip, type AskPip } from '../../../labs/resolve/referee/hold.ts';
import { verdictReport } from '../../../labs/resolve/referee/report.ts';
import { openSnapshot } from '../explain-snapshot.ts';
import type { Held } from './held.ts';

/** Holds a run of a bench against the real pip, on the index of the bench. */
export async function holdRun(run: Run, { pages, index }: BenchSetup, ask: AskPip): Promise<Held> {
  const claim = claimOfFile(run);
  const source: Source = (project) =>
    pages?.get(project) ?? (index === SNAPSHOT ? fromSnapshot(project) : undefined);
  const verdict = await holdAgainstPip(claim, fittingPages(source, run.target), ask);
  const report = verdictReport(verdict, claim.command, { index, page: location.pathname });
  return { verdict, report };
}

const fromSnapshot = async (project: string) => (await openSnapshot()).fetch(project);
