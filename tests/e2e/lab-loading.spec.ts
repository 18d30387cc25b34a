import { chapterIn, lab, labOn, labPageIn, LANGUAGES } from './lab-page.ts';
import { expect, test } from './page.ts';

test.use({ expectedErrors: /ERR_FAILED|Failed to fetch|dynamically imported/ });

for (const language of LANGUAGES)
  test(`${language}: data that does not come is said in one line; pressing again works, the prediction is kept`, async ({
    page,
  }) => {
    await page.goto(labPageIn(language));
    const opened = labOn(page, language);
    const data = `**/data/${lab.id}.json`;
    let away = true;
    await page.route(data, (route) => (away ? route.abort() : route.continue()));
    await opened.root.getByRole('radio').nth(1).check();
    const problem = opened.root.getByText(opened.word('lab.failed'));
    await expect(problem).toBeVisible();
    await expect(opened.button('lab.start')).toBeVisible();
    const failedAgain = page.waitForEvent('requestfailed');
    await opened.root.getByRole('radio').last().check();
    await failedAgain;
    await expect(opened.root).not.toHaveAttribute('aria-busy');
    away = false;
    await opened.button('lab.start').click();
    await expect(opened.file).toBeVisible();
    await expect(problem).toBeHidden();
    await expect(opened.root.getByRole('radio').last()).toBeChecked();
  });

test('code that does not come is said, and pressing again works', async ({ page }) => {
  await page.goto(labPageIn('en'));
  const opened = labOn(page, 'en');
  await page.route('**/_astro/**', (route) => route.abort());
  await opened.button('lab.start').click();
  await expect(opened.root.getByText(opened.word('lab.failed'))).toBeVisible();
  await page.unroute('**/_astro/**');
  await opened.button('lab.start').click();
  await expect(opened.file).toBeVisible();
});

test('a chapter whose lab is not touched does not fetch the lab', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(chapterIn('en'));
  await labOn(page, 'en').root.scrollIntoViewIfNeeded();
  const before = [...asked];
  expect(before.filter((path) => path.startsWith('/data/'))).toEqual([]);
  await labOn(page, 'en').button('lab.start').click();
  await expect(labOn(page, 'en').file).toBeVisible();
  expect(asked).toContain(`/data/${lab.id}.json`);
  expect(asked.slice(before.length).some((path) => path.endsWith('.js'))).toBe(true);
});
