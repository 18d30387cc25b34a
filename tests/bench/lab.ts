// What a lab adds to its page: what the browser really loads, in the page and in its workers, until the bench
// can be used and (where pip is run on it) the first run stands; and what comes after that. On dist.

import { globSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { DIST, openSite, type OpenSite } from './parts/site.ts';
import { printTable } from './parts/table.ts';

const RUN = '.requirements .go';

/** A file by its address, and its size on the wire. */
type Loaded = ReadonlyMap<string, number>;

const site = await openSite();
if (site) await measure(site);
else console.log('no dist: npm run build first');

async function measure({ browser, address, close }: OpenSite): Promise<void> {
  const labs = globSync('labs/*/', { cwd: fileURLToPath(DIST) }).sort();
  const rows: string[][] = [];
  for (const folder of labs) {
    // Where a worker of the site keeps files, it would fetch them once more.
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(`${address}${folder.replaceAll('\\', '/').replace(/\/$/, '')}/`, {
      waitUntil: 'networkidle',
    });
    const before = await loaded(page);
    await page.locator('.start').click();
    await page.locator('.bench-of').waitFor();
    await quiet(page);
    const started = without(await loaded(page), before);
    const isRun = (await page.locator(RUN).count()) > 0;
    if (isRun) {
      await page.evaluate(noteTheRun);
      await page.locator(RUN).click();
      await page.locator('.player').waitFor();
      await quiet(page);
    }
    const all = without(await loaded(page), before);
    const late = await page.evaluate(lateFiles);
    const ran = new Map([...all].filter(([file]) => started.has(file) || !late.includes(file)));
    rows.push(
      [
        folder.replace(/^labs\/|\/$/g, ''),
        ...[started, ran].flatMap((files) => [weigh(files, '.js'), weigh(files, '.json')]),
        weigh(without(all, ran), '.js'),
      ].map(String),
    );
    await context.close();
  }
  await close();
  console.log('what a lab adds, bytes on the wire, each file once');
  const heads = ['js at the start', 'data', 'js until a run stands', 'data', 'js later'];
  printTable([['', ...heads], ...rows]);
}

/** All that the page and its workers have loaded. */
async function loaded(page: Page): Promise<Loaded> {
  const entries = (): (readonly [string, number])[] =>
    performance
      .getEntriesByType('resource')
      .map((entry) => [entry.name, (entry as PerformanceResourceTiming).encodedBodySize]);
  const inWorkers = page.workers().map((worker) => worker.evaluate(entries));
  return new Map((await Promise.all([page.evaluate(entries), ...inWorkers])).flat());
}

/** Resolves when nothing more has come for half a second. */
async function quiet(page: Page): Promise<void> {
  let known = -1;
  for (;;) {
    const { size } = await loaded(page);
    if (size === known) return;
    known = size;
    await page.waitForTimeout(500);
  }
}

/** Writes down when the first run stands on the page. */
function noteTheRun(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.player')) return;
    performance.mark('run-stands');
    observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

/** The files that the page asked for only after that. */
function lateFiles(): string[] {
  const stood = performance.getEntriesByName('run-stands')[0]?.startTime ?? Infinity;
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime > stood)
    .map(({ name }) => name);
}

function without(files: Loaded, others: Loaded): Loaded {
  return new Map([...files].filter(([file]) => !others.has(file)));
}

function weigh(files: Loaded, kind: string): number {
  return [...files].reduce((sum, [file, size]) => (extname(file) === kind ? sum + size : sum), 0);
}
