// How a long run feels: what one movement of the slider costs the page over 20,000 steps, one step of a run of many projects,
// and how long it is from the click to the first step. In the system's Chromium, on dist.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Locator, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { printTable, quantile } from './parts/table.ts';

const DIST = new URL('../../dist/', import.meta.url);
const MOVES = 60;
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

if (existsSync(new URL('labs/own-two-lines/index.html', DIST))) await measure();
else console.log('no dist: npm run build first');

async function measure(): Promise<void> {
  const executablePath = await findBrowser();
  const site = await serve({ folder: fileURLToPath(DIST), port: 0, again: '' });
  const browser = await chromium.launch({
    args: [...CHROMIUM_FLAGS],
    ...(executablePath ? { executablePath } : {}),
  });
  const rows: string[][] = [];
  for (const width of [1280, 360]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(`${site.address}labs/own-two-lines/`);
    await page.locator('.start').click();
    for (const [name, lines] of Object.entries(FILES)) {
      await page.locator('textarea').fill(`${lines.join('\n')}\n`);
      await page.locator('.go:not(.start)').click();
      await page.waitForFunction(
        () => document.querySelector('.bench[aria-busy="false"] .player'),
        undefined,
        { timeout: PATIENCE_MS },
      );
      const again = await clickToStep(page);
      const { steps, projects, times } = await move(page, name.startsWith('scrubbed'));
      const late = times.filter((time) => time > FRAME_MS).length;
      rows.push([
        `${name}, ${width} px`,
        String(steps),
        String(projects),
        ...[0.5, 0.95, 1].map((at) => quantile(times, at).toFixed(1)),
        `${late} of ${times.length}`,
        again.toFixed(0),
      ]);
    }
    await page.close();
  }
  await browser.close();
  site.close();
  console.log(
    'one movement: script, style, layout and paint on the page, milliseconds of its thread',
  );
  printTable([
    ['', 'steps', 'projects', 'median', '95 %', 'most', 'over 16.7', 'click to first step'],
    ...rows,
  ]);
}

/** From the click on a file that was changed by a space to the first step on the screen. */
async function clickToStep(page: Page): Promise<number> {
  const text = await page.locator('textarea').inputValue();
  await page.locator('textarea').fill(`${text}# again\n`);
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const button = document.querySelector<HTMLElement>('.go');
        const started = performance.now();
        button?.click();
        const look = () =>
          requestAnimationFrame(() =>
            setTimeout(() => {
              const isBusy = document.querySelector('.bench[aria-busy="true"]') !== null;
              if (isBusy) look();
              else done(performance.now() - started);
            }),
          );
        look();
      }),
  );
}

/** Moves the slider all over the run, or step by step from its middle on; what each movement cost the page's thread. */
async function move(page: Page, isScrubbed: boolean) {
  const session = await page.context().newCDPSession(page);
  // The thread's own time: what other programs take of the machine is no part of it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const slider = page.locator('.player input');
  const steps = Number(await slider.getAttribute('max'));
  const times: number[] = [];
  for (let i = 0; i < MOVES; i++) {
    const to = isScrubbed ? Math.round((steps * i) / MOVES) : Math.min(steps, (steps >> 1) + i);
    const before = await spent();
    await moveTo(slider, to);
    times.push((await spent()) - before);
  }
  await moveTo(slider, steps);
  return { steps, projects: await page.locator('.holdings li').count(), times };
}

/** Resolves when what the movement brought about was painted. */
function moveTo(slider: Locator, to: number): Promise<void> {
  return slider.evaluate(
    (input: HTMLInputElement, value) =>
      new Promise<void>((done) => {
        input.value = String(value);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        requestAnimationFrame(() => setTimeout(done));
      }),
    to,
  );
}
