import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from './scripts/browser.mjs';

// Each worker reads this file again: the port is chosen once, by the first, and handed on.
process.env['TEST_PORT'] ??= String(await freePort());
const address = `http://127.0.0.1:${process.env['TEST_PORT']}`;
const executablePath = await findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/playwright',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 }, // a busy machine is slow, not wrong
  fullyParallel: true,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: address,
    actionTimeout: 10_000,
    serviceWorkers: 'block', // tests that cut a request off could not see it; offline.spec.ts allows them
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
  },
  // The built site, with the headers it has in production.
  webServer: {
    command: `node scripts/serve.mjs --port ${process.env['TEST_PORT']}`,
    url: `${address}/`,
    reuseExistingServer: false,
  },
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => done(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}
