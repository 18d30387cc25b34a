// Our resolver against the real pip in process, on the same universes, in one run and interleaved; and how it grows.
//
// pip's time is that of its `install` command from its first argument to its last line, in a process that has imported
// it; ours is from the request and the pages to the outcome, every step kept.

import { startNativePip } from '../referee/native-pip.ts';
import { askOurs, questionToRequest, universeToPages } from '../referee/ours.ts';
import { startRealPip, withoutRealPip } from '../referee/real-pip.ts';
import { MOST_EVENTS } from '../referee/rounds.ts';
import { questionOf } from '../referee/universes.ts';
import { resolvePip } from '../../labs/resolve/pip.ts';
import { drain } from '../../labs/resolve/run.ts';
import { ladder } from './parts/ladder.ts';
import { printTable, quantile } from './parts/table.ts';

const WARM_UP = 10;
const UNIVERSES = Number(process.env['BENCH_UNIVERSES'] ?? 60);

if (withoutRealPip === undefined) await againstRealPip();
else console.log(`not compared with the real pip: ${withoutRealPip}`);
growth();

async function againstRealPip(): Promise<void> {
  const pyodide = await startRealPip();
  const native = startNativePip();
  const asked = [
    {
      who: 'pip in Pyodide',
      ask: async (seed: number) => pyodide.ask(questionOf(seed), { mostEvents: MOST_EVENTS }),
    },
    ...(native
      ? [
          {
            who: `pip on CPython ${native.python}`,
            ask: (seed: number) => native.ask(questionOf(seed)),
          },
        ]
      : []),
    { who: 'ours', ask: async (seed: number) => askOurs(questionOf(seed), 4 * MOST_EVENTS) },
  ];
  const times = asked.map((): number[] => []);
  let steps = 0;
  for (let seed = 1; seed <= WARM_UP + UNIVERSES; seed++) {
    const round: number[] = [];
    // Each in turn goes first, so that none always meets a cold or a busy machine.
    for (let turn = 0; turn < asked.length; turn++) {
      const place = (seed + turn) % asked.length;
      const answer = await asked[place]?.ask(seed);
      if (answer === undefined || answer.rc === 'too-long') break;
      round[place] = answer.milliseconds;
      if (seed > WARM_UP && place === asked.length - 1) steps += answer.events.length;
    }
    if (seed <= WARM_UP || Object.keys(round).length < asked.length) continue;
    for (const [place, list] of times.entries()) list.push(round[place] ?? NaN);
  }
  native?.stop();
  const ours = times.at(-1) ?? [];
  const rows = asked.map(({ who }, place) => {
    const list = times[place] ?? [];
    const ratios = list.map((time, index) => time / (ours[index] ?? NaN));
    const figures = [quantile(list, 0.5), quantile(list, 0.9)].map((time) => time.toFixed(2));
    const ratio =
      place === asked.length - 1
        ? ['', '']
        : [quantile(ratios, 0.5), quantile(ratios, 0.1)].map((r) => `${r.toFixed(1)} ×`);
    return [who, ...figures, ...ratio];
  });
  console.log(`${ours.length} random universes, milliseconds each; × ours, universe by universe`);
  printTable([['', 'median', '90 %', 'median ratio', '10 % ratio'], ...rows]);
  const total = ours.reduce((sum, time) => sum + time, 0);
  console.log(`ours: ${Math.round((1000 * steps) / total)} steps a second over ${steps} steps\n`);
}

function growth(): void {
  const rows = [125, 250, 500, 1000].map((projects) => {
    const question = ladder(projects, 50);
    const request = questionToRequest(question);
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
