import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../../scripts/browser.mjs';
import { serve } from '../../../scripts/serve.mjs';

/** What the build has made. */
export const DIST = new URL('../../../dist/', import.meta.url);

/** The built site at an address, and a browser to look at it. */
export interface OpenSite {
  readonly address: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** Serves what was built, as production would, and starts the system's Chromium; undefined: nothing was built. */
export async function openSite(): Promise<OpenSite | undefined> {
  if (!existsSync(new URL('index.html', DIST))) return undefined;
  const executablePath = await findBrowser();
  const { address, close } = await serve({ folder: fileURLToPath(DIST), port: 0, again: '' });
  const args = [...CHROMIUM_FLAGS];
  const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  return { address, browser, close: () => browser.close().then(close) };
}
