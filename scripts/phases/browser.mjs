// Playwright over the built site.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, HOW_TO_GET_ONE } from '../browser.mjs';
import { ROOT, runTool } from '../child.mjs';
import { DIST } from '../site-build.mjs';
import { single } from './result.mjs';

const REPORT = join(ROOT, '.cache', 'playwright.json');

/** @param {readonly string[]} [only] files or parts of names, as Playwright reads them @returns {Promise<import('./result.mjs').Result>} */
export async function browser(only = []) {
  if (!(await findBrowser())) return single(false, HOW_TO_GET_ONE);
  if (!existsSync(join(DIST, 'index.html')))
    return single(false, 'There is no built site to open.');
  rmSync(REPORT, { force: true });
  const { output } = await runTool('@playwright/test', ['test', '--reporter=dot,json', ...only], {
    capture: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT, FORCE_COLOR: '0' },
  });
  if (!existsSync(REPORT)) return single(false, output);
  const { stats, suites, errors } = JSON.parse(readFileSync(REPORT, 'utf8'));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return {
    passed: stats.expected,
    failed,
    notRun: suites.flatMap(skippedIn),
    report: failed > 0 ? output : '',
  };
}

/**
 * @typedef {object} Suite as Playwright's JSON reporter writes it
 * @property {string} title
 * @property {readonly Suite[]} [suites]
 * @property {readonly { title: string, tests: readonly { status: string }[] }[]} [specs]
 */

/** @param {Suite} suite @returns {string[]} */
function skippedIn({ title, suites = [], specs = [] }) {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === 'skipped'));
  return [...here.map((spec) => `${title}: ${spec.title}`), ...suites.flatMap(skippedIn)];
}
