// What it costs to explain and to mend, on the hardest of many universes: times beside one solve of the same lines.

import { answer } from '../../labs/resolve/asking.ts';
import { explainFailure } from '../../labs/resolve/explain/explain-failure.ts';
import { findFixes } from '../../labs/resolve/fixes/find-fixes.ts';
import { resolvePip } from '../../labs/resolve/pip.ts';
import { randomUniverse } from '../../labs/resolve/random-universe.fixture.ts';
import { drain } from '../../labs/resolve/run.ts';
import type { Failed, Request } from '../../labs/resolve/types.ts';
import { fixturePages, fixtureRequest } from '../../labs/resolve/universe.fixture.ts';
import { printTable, quantile } from './parts/table.ts';

const SEEDS = 1_000;
const HARDEST = 20;
const WARM_UP = 40;
/** The shortest of so many times is taken: whoever runs longer is interrupted more often by others. */
const BEST_OF = 3;
const MEGABYTE = 1_000_000;

interface Hard {
  readonly request: Request;
  readonly pages: ReturnType<typeof fixturePages>;
  readonly failed: Failed;
  readonly steps: number;
}

const failing = Array.from({ length: SEEDS }, (_, i) => failureOf(i + 1))
  .filter((hard) => hard !== undefined)
  .sort((a, b) => b.steps - a.steps);
let most = 0;
for (const hard of failing.slice(-WARM_UP)) measure(hard);
const before = process.memoryUsage().heapUsed;
most = before;
const measured = failing.slice(0, HARDEST).map(measure);
report();

function failureOf(seed: number): Hard | undefined {
  const { universe, lines } = randomUniverse(seed);
  const pages = fixturePages(universe);
  const request = fixtureRequest(lines);
  const { outcome, steps } = drain(resolvePip(request), (project) => pages.get(project));
  if (outcome.ok || outcome.stopped) return undefined;
  return { request, pages, failed: outcome, steps: steps.length };
}

function measure({ request, pages, failed }: Hard): readonly number[] {
  const pageOf = (project: string) => pages.get(project);
  const explain = () => answer(explainFailure(failed, request), pageOf);
  const explanation = explain();
  let solves = 0;
  const times = [
    () => drain(resolvePip(request), pageOf),
    explain,
    () => {
      ({ solves } = answer(findFixes(explanation, request), pageOf));
    },
  ].map(shortest);
  most = Math.max(most, process.memoryUsage().heapUsed);
  return [...times, solves];
}

function shortest(work: () => unknown): number {
  let best = Infinity;
  for (let time = 0; time < BEST_OF; time += 1) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function report(): void {
  const column = (at: number): number[] => measured.map((row) => row[at] ?? NaN);
  const [solve, explain, fixes] = [column(0), column(1), column(2)];
  const rows = (
    [
      ['one solve', solve],
      ['explain', explain],
      ['fixes', fixes],
    ] as const
  ).map(([name, times]) => {
    const ratios = times.map((time, i) => time / (solve[i] ?? NaN));
    const ms = [0.5, 1].map((at) => quantile(times, at).toFixed(2));
    return [name, ...ms, ...[0.5, 1].map((at) => `${quantile(ratios, at).toFixed(1)} ×`)];
  });
  const steps = failing.slice(0, HARDEST).map((hard) => hard.steps);
  console.log(
    `the ${HARDEST} hardest of ${failing.length} unsolvable universes (${Math.min(...steps)} to ${Math.max(...steps)} steps), milliseconds, best of ${BEST_OF}`,
  );
  printTable([['', 'median', 'most', 'median × solve', 'most × solve'], ...rows]);
  console.log(`solves for the fixes of one: ${quantile(column(3), 0.5)} (median)`);
  console.log(`heap at most ${((most - before) / MEGABYTE).toFixed(0)} MB above the beginning`);
}
