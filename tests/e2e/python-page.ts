import type { Page } from '@playwright/test';
import type { RunRecord, RunRequest, Step } from '../../labs/python/run.ts';
import type { CallPython, PythonHost } from '../../src/hosts/python/host.ts';
import { bundleHost } from '../python/host-bundle.ts';
import { expect } from './page.ts';

/** What `python.ts` exports. */
interface HostModule {
  pythonHost(): PythonHost;
  readonly callPython: CallPython;
}

declare global {
  interface Window {
    pythonHost: PythonHost;
    callPython: CallPython;
  }
}

let bundled: Promise<string> | undefined;

/** Opens a page of the site with the host on it, which no lab has started yet. */
export async function openHost(page: Page, address = '/'): Promise<void> {
  const body = await (bundled ??= bundleHost());
  await page.route('/python-host.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
  await page.goto(address);
  await useHost(page);
}

/** Puts the host on a page where its script can be had. */
export async function useHost(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const path = '/python-host.js';
    const { pythonHost, callPython } = (await import(path)) as HostModule;
    Object.assign(window, { pythonHost: pythonHost(), callPython });
  });
}

/** Waits until a snapshot is made and a spare interpreter is at hand: whether the disk keeps the snapshot. */
export const settle = (page: Page): Promise<boolean> =>
  page.evaluate(() => window.pythonHost.settled());

/** Has the page's Python run it. */
export const runOn = (page: Page, request: RunRequest): Promise<RunRecord> =>
  page.evaluate((request) => window.pythonHost.run(request), request);

/** A request for `python main.py`. */
export const fileRequest = (text: string, rest: Partial<Step> = {}): RunRequest => ({
  wheels: [],
  past: [],
  seed: 7,
  step: {
    what: { type: 'file', path: 'main.py' },
    answers: [],
    ...rest,
    files: { 'main.py': text },
  },
});

/** A request for a cell, after other cells. */
export function cellRequest(...sources: readonly string[]): RunRequest {
  const steps = sources.map((source, index): Step => ({
    what: { type: 'cell', source, number: index + 1 },
    files: {},
    answers: [],
  }));
  const step = steps.at(-1);
  if (!step) throw new Error('no cell');
  return { wheels: [], past: steps.slice(0, -1), step, seed: 7 };
}

/** What a run has printed. */
export const stdout = (text: string) => ({ type: 'text', stream: 'stdout', text }) as const;

/** The next run is well. */
export async function expectPrompt(page: Page): Promise<void> {
  const { outputs, ending } = await runOn(page, fileRequest('print(6 * 7)'));
  expect({ outputs, ending }).toEqual({ outputs: [stdout('42\n')], ending: { type: 'finished' } });
}
