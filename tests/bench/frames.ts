// How a long run feels: what a frame costs the page while the slider is drawn over 20,000 steps, and while a run of
// many projects goes on by one step a frame. In the system's Chromium, on dist.

import type { Page } from '@playwright/test';
import { openSite, type OpenSite } from './parts/site.ts';
import { printTable, quantile } from './parts/table.ts';

const MOVES = 120;
const MARK = 'a movement';
const CATEGORIES = ['toplevel', 'blink.user_timing'];
const FRAME_MS = 1000 / 60;
const PATIENCE_MS = 180_000;
/** A reader looks at what has run before she moves; the page reads ahead meanwhile. */
const LOOK_MS = 2000;

/** A search that does not end, and a plan of many projects. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  'scrubbed: three Google clients with protobuf<4': [
    'google-cloud-bigquery',
    'google-cloud-storage',
    'google-cloud-pubsub',
    'protobuf<4',
  ],
  'played: many projects': [
    'tensorflow',
    'streamlit',
    'transformers',
    'jupyterlab',
    'scikit-learn',
    'pydantic',
    'plotly',
    'torch',
    'gradio',
    'google-cloud-bigquery',
  ],
};

const site = await openSite();
if (site) await measure(site);
else console.log('no dist: npm run build first');

async function measure({ browser, address, close }: OpenSite): Promise<void> {
  const rows: string[][] = [];
  for (const width of [1280, 360]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(`${address}labs/own-two-lines/`);
    await page.locator('.start').click();
    for (const [name, lines] of Object.entries(FILES)) {
      await page.locator('textarea').fill(`${lines.join('\n')}\n`);
      await page.locator('.go:not(.start)').click();
      await page.waitForFunction(
        () => document.querySelector('.bench[aria-busy="false"] .player'),
        undefined,
        { timeout: PATIENCE_MS },
      );
      await page.waitForTimeout(LOOK_MS);
      const steps = Number(await page.locator('.player input').getAttribute('max'));
      await browser.startTracing(page, { categories: CATEGORIES });
      await moveAll(page, steps, name.startsWith('scrubbed'));
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as Trace;
      const frames = threadTimes(traceEvents);
      const late = frames.filter((time) => time > FRAME_MS).length;
      rows.push([
        `${name}, ${width} px`,
        String(steps),
        ...[0.5, 0.95, 1].map((at) => quantile(frames, at).toFixed(1)),
        `${late} of ${frames.length}`,
      ]);
    }
    await page.close();
  }
  await close();
  console.log('one frame, in which the hand moves: milliseconds that the page had its thread');
  printTable([['', 'steps', 'median', '95 %', 'most', 'over 16.7'], ...rows]);
}

/** Moves the slider in each frame: all over the run, or step by step from its middle on. */
function moveAll(page: Page, steps: number, isScrubbed: boolean): Promise<void> {
  return page.evaluate(
    async ({ steps, isScrubbed, MOVES, MARK }) => {
      const input = document.querySelector<HTMLInputElement>('.player input');
      for (let i = 0; i <= MOVES; i++) {
        await new Promise(requestAnimationFrame);
        performance.mark(MARK);
        const to = isScrubbed ? Math.round((steps * i) / MOVES) : (steps >> 1) + i;
        if (input) input.value = String(Math.min(steps, to));
        input?.dispatchEvent(new Event('input', { bubbles: true }));
      }
    },
    { steps, isScrubbed, MOVES, MARK },
  );
}

/** What is read of a trace of Chromium; times in microseconds, `tdur` that of the thread alone. */
interface Trace {
  readonly traceEvents: readonly TraceEvent[];
}
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/**
 * The time of the page's thread from one movement to the next: script, style, layout and paint, and whatever else was
 * to be done; what other programs took of the machine is no part of it.
 */
function threadTimes(events: readonly TraceEvent[]): number[] {
  const marks = events.filter(({ name }) => name === MARK);
  const [first] = marks;
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === first?.pid && tid === first.tid,
  );
  const begins = marks.map(({ ts }) =>
    Math.max(...tasks.filter((task) => task.ts <= ts).map((task) => task.ts)),
  );
  return begins.slice(1).map((end, i) => {
    const within = tasks.filter(({ ts }) => ts >= (begins[i] ?? 0) && ts < end);
    return within.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  });
}
