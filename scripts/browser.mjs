// The Chromium that the browser tests run in.
import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium-headless-shell', // the same engine without windows: it takes half the time
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Nothing but our own server may be reached, and nothing may be asked for behind our back. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/** What to say when there is none. */
export const HOW_TO_GET_ONE =
  'No Chromium was found: install one (Debian: `apt-get install chromium-headless-shell`; anywhere: `npx playwright install chromium`), ' +
  'or name yours in PLAYWRIGHT_CHROMIUM.';

/**
 * Where a Chromium is: the one named in PLAYWRIGHT_CHROMIUM, the system's, or Playwright's own.
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  const usual = USUAL_PLACES.find((path) => existsSync(path));
  if (usual) return usual;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}
