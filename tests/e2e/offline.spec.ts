import { expect, test } from './page.ts';

test.use({
  serviceWorkers: 'allow',
  expectedErrors: /ERR_INTERNET_DISCONNECTED|Failed to load resource/,
});

for (const [address, word] of [
  ['/pip/conflicts/', 'tensorflow'],
  ['/zh-cn/pip/conflicts/', 'tensorflow'],
] as const)
  test(`${address} and its lab, once opened, open again without a network`, async ({
    page,
    context,
  }) => {
    const lab = page.locator('wm-lab').first(); // the chapter has several
    await page.goto(address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await lab.locator('.start').click();
    await expect(lab.locator('textarea')).toHaveValue(new RegExp(word));
    // The worker is told of the first page's files in its own time.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const kept = await (await caches.open('womm-1')).keys();
          const paths = kept.map(({ url }) => new URL(url).pathname);
          return (
            paths.includes(location.pathname) && paths.includes('/data/tensorflow-pydantic.json')
          );
        }),
      )
      .toBe(true);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await lab.locator('.start').click();
    await expect(lab.locator('textarea')).toHaveValue(new RegExp(word));
    await lab.locator('button.go').click();
    await expect(lab.locator('.player')).toBeVisible();
  });
