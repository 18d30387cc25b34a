// How long a Python on the page lets one wait, against what it would be without our frame and snapshots: `loadPyodide` in
// a module worker of the same page (bare). First and later visits, and restarts, in turn. In the system's Chromium, on dist.

import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/browser.mjs';
import { siteHandler } from '../../scripts/site-handler.mjs';
import { fileRequest, settle, useHost } from '../e2e/python-page.ts';
import { bundleHost } from '../python/host-bundle.ts';
import { printTable, quantile } from './parts/table.ts';

const DIST = new URL('../../dist/', import.meta.url);
const PYODIDE = '/python/314.0.7/';
const ROUNDS = Number(process.env['PYTHON_ROUNDS'] ?? 9);

const BARE = `import { loadPyodide } from '${PYODIDE}pyodide.mjs';
const python = await loadPyodide({ indexURL: '${PYODIDE}' });
postMessage(python.runPython('1'));`;

if (existsSync(new URL('python/frame.html', DIST))) await measure();
else console.log('no dist with a Python in it: npm run build first');

async function measure(): Promise<void> {
  const { address, close } = await serveWith({
    '/bare.js': BARE,
    '/python-host.js': await bundleHost(),
  });
  const executablePath = await findBrowser();
  const browser = await chromium.launch({
    args: [...CHROMIUM_FLAGS],
    ...(executablePath ? { executablePath } : {}),
  });
  await onceEach(browser, address); // the server compresses what it is asked for the first time
  const times = { bare: [] as number[], first: [] as number[], later: [] as number[] };
  const restarts = { spare: [] as number[], cold: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.bare.push(await inNewContext(browser, address, timeBare));
    await inNewContext(browser, address, async (page, context) => {
      times.first.push(await timeHost(page));
      await settle(page);
      restarts.spare.push(await timeRun(page));
      restarts.cold.push(await timeRun(page)); // no time to get another ready
      const again = await context.newPage();
      await again.goto(address);
      times.later.push(await timeHost(again));
      return 0;
    });
  }
  await browser.close();
  close();
  report({ ...times, ...restarts });
}

function report(times: Readonly<Record<string, readonly number[]>>): void {
  const bare = quantile(times['bare'] ?? [], 0.5);
  console.log(`click to ready, seconds; ${ROUNDS} of each, in turn`);
  printTable([
    ['', 'median', 'least', 'most', 'to bare', 'budget'],
    ...Object.entries(times).map(([name, all]) => [
      { spare: 'restart, a spare at hand', cold: 'restart at once after it' }[name] ?? name,
      ...[0.5, 0, 1].map((at) => (quantile(all, at) / 1000).toFixed(2)),
      (quantile(all, 0.5) / bare).toFixed(2),
      { bare: '', first: '1.1' }[name] ?? '0.35',
    ]),
  ]);
}

async function onceEach(browser: Browser, address: string): Promise<void> {
  await inNewContext(browser, address, timeBare);
  await inNewContext(browser, address, timeHost);
}

async function inNewContext(
  browser: Browser,
  address: string,
  time: (page: Page, context: BrowserContext) => Promise<number>,
): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await page.goto(address);
  const taken = await time(page, context);
  await context.close();
  return taken;
}

function timeBare(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const began = performance.now();
    const worker = new Worker('/bare.js', { type: 'module' });
    await new Promise((done) => worker.addEventListener('message', done));
    return performance.now() - began;
  });
}

async function timeHost(page: Page): Promise<number> {
  await useHost(page);
  return timeRun(page);
}

function timeRun(page: Page): Promise<number> {
  return page.evaluate(async (request) => {
    const began = performance.now();
    const { ending } = await window.pythonHost.run(request);
    if (ending.type !== 'finished') throw new Error(JSON.stringify(ending));
    return performance.now() - began;
  }, fileRequest('1'));
}

/** The site, and a few scripts besides. */
async function serveWith(
  scripts: Readonly<Record<string, string>>,
): Promise<{ readonly address: string; close(): void }> {
  const site = siteHandler(fileURLToPath(DIST));
  const server = createServer((request, response) => {
    const script = scripts[request.url ?? ''];
    if (script === undefined) return site(request, response);
    response.writeHead(200, {
      'Content-Type': 'text/javascript',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    return response.end(script);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // An address is a string only for a pipe.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => (server.close(), server.closeAllConnections()),
  };
}
