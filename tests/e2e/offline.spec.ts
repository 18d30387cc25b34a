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
    // The worker is told of the first page's files in its own time, and follows what they import.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const shelf = await caches.open('womm-1');
          const kept = await shelf.keys();
          const paths = new Set(kept.map(({ url }) => new URL(url).pathname));
          const imports = await Promise.all(
            kept
              .filter(({ url }) => url.endsWith('.js'))
              .map(async (request) =>
                [
                  ...((await (await shelf.match(request))?.text()) ?? '').matchAll(
                    /\b(?:from|import)\s*"\.\/([\w.-]+\.js)"/g,
                  ),
                ].map(([, name = '']) => new URL(name, request.url).pathname),
              ),
          );
          return [
            location.pathname,
            '/data/tensorflow-pydantic.json',
            [...paths].find((path) => path.includes('resolver.worker')) ?? 'the worker',
            ...imports.flat(),
          ].filter((path) => !paths.has(path));
        }),
      )
      .toEqual([]);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await lab.locator('.start').click();
    await expect(lab.locator('textarea')).toHaveValue(new RegExp(word));
    await lab.locator('button.go').click();
    await expect(lab.locator('.player')).toBeVisible();
  });

test('a Python that ran once runs again without a network', async ({ page, context }) => {
  test.slow(); // it has to be started twice
  const cell = page.locator('[data-cell]').first();
  const run = async (source: string, printed: string): Promise<void> => {
    await cell.getByRole('textbox').fill(source);
    await cell.locator('button.run').click();
    await expect(cell.getByRole('log')).toHaveText(printed, { timeout: 60_000 });
  };
  await page.goto('/labs/hidden-state/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.locator('.start').click();
  await run('6 * 7', '42');
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const kept = await Promise.all(
            (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
          );
          const paths = kept.flat().map(({ url }) => new URL(url).pathname);
          return [
            paths.includes(location.pathname),
            paths.includes('/python/frame.html'),
            paths.some((path) => path.includes('/snapshot-')),
          ];
        }),
      { timeout: 60_000 },
    )
    .toEqual([true, true, true]);
  await context.setOffline(true);
  await page.reload();
  await run('6 * 8', '48');
});
