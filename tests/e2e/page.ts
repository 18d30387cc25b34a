import { test as base, expect } from '@playwright/test';

interface Options {
  /** Console errors that the test itself provokes; every other fails it. (No list: Playwright takes a pair for a
   * fixture and its settings.) */
  readonly expectedErrors: RegExp | undefined;
  /** Origins besides the site's own that the test lets the page ask. */
  readonly allowedOrigins: readonly string[];
}

declare global {
  interface Window {
    readonly reportViolation: (words: string) => void;
  }
}

/** Playwright's `test` with a page that may not complain, break its policy, or ask another host for anything. */
export const test = base.extend<Options>({
  expectedErrors: [undefined, { option: true }],
  allowedOrigins: [[], { option: true }],

  page: async ({ page, baseURL, expectedErrors, allowedOrigins }, use) => {
    const wrong: string[] = [];
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const { url } = message.location();
      const words = `console: ${message.text()} (${url})`;
      if (!expectedErrors?.test(words)) wrong.push(words);
    });
    page.on('pageerror', (error) => wrong.push(`page error: ${error.stack ?? error.message}`));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      const isForeign = origin !== baseURL && !allowedOrigins.includes(origin);
      if (/^https?:|^wss?:/.test(protocol) && isForeign) wrong.push(`request: ${request.url()}`);
    });
    await page.exposeFunction('reportViolation', (words: string) => wrong.push(`policy: ${words}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        window.reportViolation(
          `${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}`,
        ),
      );
    });
    await use(page);
    expect(wrong, 'what the page did wrong').toEqual([]);
  },
});

export { expect };
