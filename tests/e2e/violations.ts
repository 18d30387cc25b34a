import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type * as Axe from 'axe-core';

declare global {
  interface Window {
    readonly axe?: typeof Axe;
  }
}

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong in the part of a page that a selector names, in a line each.
 * (Frames are left out: the one there is holds Python and nothing to see.)
 */
export async function violations(page: Page, part = 'html'): Promise<readonly string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(SOURCE);
  return page.evaluate(async (part) => {
    if (!window.axe || !document.querySelector(part))
      throw new Error(`nothing to look at: ${part}`);
    const settings = { iframes: false, resultTypes: ['violations' as const] };
    const { violations } = await window.axe.run(part, settings);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help}: ${String(target)}`),
    );
  }, part);
}
