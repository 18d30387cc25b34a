// Our resolver against the real pip in process, on the same universes, in one run and interleaved; and how it grows.
//
// pip's time is that of its `install` command from its first argument to its last line, in a process that has imported
// it; ours is from the request and the pages to the outcome, every step kept.

import { startNativePip } from '../referee/native-pip.ts';
import { universeToPages } from '../referee/our-pages.ts';
import { askOurs, questionToRequest } from '../referee/ours.ts';
import { startRealPip, withoutRealPip } from '../referee/real-pip.ts';
import { MOST_EVENTS } from '../referee/rounds.ts';
import { questionOf } from '../referee/universes.ts';
import { resolvePip } from '../../labs/resolve/pip.ts';
import { drain } from '../../labs/resolve/run.ts';
import { ladder } from './parts/ladder.ts';
import { printTable, quantile } from './parts/table.ts';

const WARM_UP = 10;
const UNIVERSES = Number(process.env['BENCH_UNIVERSES'] ?? 60);
/** The shortest of so many times is taken: whoever runs longer is interrupted more often by others. */
const BEST_OF = 3;

if (withoutRealPip === undefined) await againstRealPip();
else console.log(`not compared with the real pip: ${withoutRealPip}`);
growth();

async function againstRealPip(): Promise<void> {
  const pyodide = await startRealPip();
  const native = startNativePip();
  const names = ['pip in Pyodide', 'ours', 'ours, all METADATA read first'];
  if (native !== undefined) names.push(`pip on CPython ${native.python}`);
  const times = names.map((): number[] => []);
  let steps = 0;
  for (let seed = 1; seed <= WARM_UP + UNIVERSES; seed++) {
    const question = questionOf(seed);
    const best = names.map(() => Infinity);
    const note = (place: number, time: number) => {
      best[place] = Math.min(best[place] ?? Infinity, time);
    };
    let taken = 0;
    for (let time = 0; time < BEST_OF; time++) {
      const real = pyodide.ask(question, { mostEvents: MOST_EVENTS });
      if (real.rc === 'too-long') break;
      note(0, real.milliseconds);
      const ours = askOurs(question);
      taken = ours.events.length;
      note(1, ours.milliseconds);
      note(2, ours.milliseconds + ours.reading);
      if (native !== undefined) note(3, (await native.ask(question)).milliseconds);
    }
    if (seed <= WARM_UP || taken === 0) continue;
    steps += taken;
    for (const [place, time] of best.entries()) times[place]?.push(time);
  }
  native?.stop();
  report(names, times, steps);
}

function report(names: readonly string[], times: readonly number[][], steps: number): void {
  const ours = times[1] ?? [];
  const rows = names.map((name, place) => {
    const list = times[place] ?? [];
    const ratios = list.map((time, index) => time / (ours[index] ?? NaN));
    const figures = [quantile(list, 0.5), quantile(list, 0.9)].map((time) => time.toFixed(2));
    return [name, ...figures, ...[0.1, 0.5].map((at) => `${quantile(ratios, at).toFixed(1)} ×`)];
  });
  console.log(
    `${ours.length} random universes, milliseconds, best of ${BEST_OF}; × ours, one by one`,
  );
  printTable([['', 'median', '90 %', '10 % of ×', 'median ×'], ...rows]);
  const total = ours.reduce((sum, time) => sum + time, 0);
  console.log(`ours: ${Math.round((1000 * steps) / total)} steps a second over ${steps} steps\n`);
}

function growth(): void {
  const rows = [125, 250, 500, 1000].map((projects) => {
    const question = ladder(projects, 50);
    const request = questionToRequest(question);
    if ('refusal' in request) throw new Error(request.refusal);
    const built = performance.now();
    const pages = universeToPages(question.universe);
    const started = performance.now();
    const startedCpu = process.cpuUsage();
    const { steps, outcome } = drain(resolvePip(request), (project) => pages.get(project));
    const ended = performance.now();
    const { user, system } = process.cpuUsage(startedCpu);
    const spent = [started - built, ended - started, (user + system) / 1000];
    const rejected = steps.filter(({ type }) => type === 'rejecting-candidate').length;
    const counts = [steps.length, rejected, outcome.ok ? outcome.pins.length : 0];
    return [`${projects} × 50`, ...spent.map((time) => time.toFixed(0)), ...counts.map(String)];
  });
  console.log('projects × releases, milliseconds, once each, in this order');
  printTable([['', 'reading', 'resolving', 'of it CPU', 'steps', 'rejected', 'pins'], ...rows]);
}
