// How long it is from a click to what it brings: from Run to the run on the screen, and from the next button to
// the first step. The index is there; the file is another one each time, so that every run is a new one.

import type { Page } from '@playwright/test';
import { openSite, type OpenSite } from './parts/site.ts';
import { printTable, quantile } from './parts/table.ts';

const CLICKS = 15;
const WARM_UP = 3;
const LABS = ['tensorflow-pydantic', 'two-levels-down', 'legacy-or-modern', 'own-two-lines'];

const site = await openSite();
if (site) await measure(site);
else console.log('no dist: npm run build first');

async function measure({ browser, address, close }: OpenSite): Promise<void> {
  const rows: string[][] = [];
  for (const lab of LABS) {
    const page = await browser.newPage();
    await page.goto(`${address}labs/${lab}/`);
    await page.locator('.start').click();
    await indexThere(page);
    const text = await page.locator('textarea').inputValue();
    let first = NaN;
    const runs: number[] = [];
    const steps: number[] = [];
    for (let i = 0; i < WARM_UP + CLICKS; i++) {
      await page.locator('textarea').fill(`${text}# ${i}\n`);
      const run = await clickUntil(page, '.go:not(.start)', '.position', /^[^\d]*0/);
      const step = await clickUntil(
        page,
        '.player button:nth-of-type(3)',
        '.position',
        /^[^\d]*1\b/,
      );
      if (i === 0) first = run;
      if (i < WARM_UP) continue;
      runs.push(run);
      steps.push(step);
    }
    rows.push([
      lab,
      first.toFixed(0),
      ...[runs, steps].flatMap((times) =>
        [0, 0.5, 0.95].map((at) => quantile(times, at).toFixed(0)),
      ),
    ]);
    await page.close();
  }
  await close();
  console.log('from the click to the paint, milliseconds of the clock on the wall');
  printTable([
    ['', 'first run', 'run: least', 'median', '95 %', 'step: least', 'median', '95 %'],
    ...rows,
  ]);
}

/** Resolves when pip's thread is up and has read what it reads of the index at the beginning. */
async function indexThere(page: Page): Promise<void> {
  const thread = page.workers()[0] ?? (await page.waitForEvent('worker'));
  await thread.evaluate(async () => {
    const isThere = () =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.json'));
    while (!isThere()) await new Promise((done) => setTimeout(done, 10));
  });
}

/** Clicks, and resolves to how long it was until the text of `where` was such and was painted. */
function clickUntil(page: Page, what: string, where: string, such: RegExp): Promise<number> {
  return page.evaluate(
    ([button, place, pattern]) =>
      new Promise<number>((done) => {
        const shown = new RegExp(pattern);
        const started = performance.now();
        document.querySelector<HTMLElement>(button)?.click();
        const look = (): void => {
          const isShown = shown.test(document.querySelector(place)?.textContent ?? '');
          const isBusy = document.querySelector('.bench[aria-busy="true"], .stale') !== null;
          if (isShown && !isBusy) setTimeout(() => done(performance.now() - started));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [what, where, such.source] as const,
  );
}
