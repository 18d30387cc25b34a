// How a long run feels: what one movement of the slider costs the page over 20,000 steps, and one step of
// a run of many projects. In the system's Chromium, on dist. The drawings come when the hand pauses, so it
// pauses after every tenth movement, and each frame of the pause is measured by itself.

import type { CDPSession, Page } from '@playwright/test';
import { openSite, type OpenSite } from './parts/site.ts';
import { printTable, quantile } from './parts/table.ts';

const MOVES = 60;
const MOVES_TO_A_PAUSE = 10;
/** Long enough for all that is drawn when the hand pauses. */
const FRAMES_OF_A_PAUSE = 20;
const FRAME_MS = 1000 / 60;
const PATIENCE_MS = 180_000;

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
      const { steps, moves, paused } = await move(page, name.startsWith('scrubbed'));
      const all = moves.map(({ thread }) => thread);
      const late = all.filter((time) => time > FRAME_MS).length;
      const drawing = moves.map(({ style, layout }) => style + layout);
      rows.push([
        `${name}, ${width} px`,
        String(steps),
        ...[0.5, 0.95, 1].map((at) => quantile(all, at).toFixed(1)),
        `${late} of ${all.length}`,
        ...[0.5, 0.95].map((at) => quantile(drawing, at).toFixed(1)),
        String(moves.reduce((sum, { layouts }) => sum + layouts, 0)),
        quantile(paused, 1).toFixed(1),
        `${paused.filter((time) => time > FRAME_MS).length} in ${MOVES / MOVES_TO_A_PAUSE}`,
      ]);
    }
    await page.close();
  }
  await close();
  console.log('one movement: milliseconds of the time that the page had its thread');
  const heads = ['median', '95 %', 'most', 'over 16.7', 'style, layout', '95 %', 'layouts'];
  const paused = ['a pause: most', 'frames over'];
  printTable([['', 'steps', ...heads, ...paused], ...rows]);
}

/** What one movement cost: script, style, layout and paint; of it style and layout; how often it was laid out. */
interface Move {
  readonly thread: number;
  readonly style: number;
  readonly layout: number;
  readonly layouts: number;
}

/** Moves the slider all over the run, or step by step from its middle on. */
async function move(page: Page, isScrubbed: boolean) {
  const session = await page.context().newCDPSession(page);
  // The thread's own time: what other programs take of the machine is no part of it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const steps = Number(await page.locator('.player input').getAttribute('max'));
  const moves: Move[] = [];
  const paused: number[] = [];
  for (let i = 0; i < MOVES; i++) {
    const to = isScrubbed ? Math.round((steps * i) / MOVES) : Math.min(steps, (steps >> 1) + i);
    moves.push(await costOf(session, () => moveTo(page, to)));
    if (i % MOVES_TO_A_PAUSE !== MOVES_TO_A_PAUSE - 1) continue;
    for (let frame = 0; frame < FRAMES_OF_A_PAUSE; frame++)
      paused.push((await costOf(session, () => nextFrame(page))).thread);
  }
  await moveTo(page, steps);
  await session.detach();
  return { steps, moves, paused };
}

async function costOf(session: CDPSession, what: () => Promise<void>): Promise<Move> {
  const before = await spent(session);
  await what();
  const after = await spent(session);
  return {
    thread: after.thread - before.thread,
    style: after.style - before.style,
    layout: after.layout - before.layout,
    layouts: after.layouts - before.layouts,
  };
}

async function spent(session: CDPSession): Promise<Move> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return {
    thread: 1000 * of('TaskDuration'),
    style: 1000 * of('RecalcStyleDuration'),
    layout: 1000 * of('LayoutDuration'),
    layouts: of('LayoutCount'),
  };
}

/** Resolves when one frame more was painted. */
function nextFrame(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))),
  );
}

/** Resolves when what the movement brought about was painted. A locator would look for the slider first, on the page's time. */
function moveTo(page: Page, to: number): Promise<void> {
  return page.evaluate(
    (value) =>
      new Promise<void>((done) => {
        const input = document.querySelector<HTMLInputElement>('.player input');
        if (input) input.value = String(value);
        input?.dispatchEvent(new Event('input', { bubbles: true }));
        requestAnimationFrame(() => setTimeout(done));
      }),
    to,
  );
}
