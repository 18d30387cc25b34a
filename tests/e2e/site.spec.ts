import type { Locator, Page } from '@playwright/test';
import { builtPages, builtText, otherHalf } from './built-pages.ts';
import { expect, test } from './page.ts';
import { violations } from './violations.ts';

const languageSwitch = (page: Page): Locator =>
  page.locator('a[hreflang]').filter({ visible: true }).first();

const homes = {
  '/': { lang: 'en', title: 'Works on My Machine' },
  '/zh-cn/': { lang: 'zh-CN', title: '在我电脑上能跑' },
};

for (const [address, { lang, title }] of Object.entries(homes))
  test(`the first page at ${address} speaks ${lang}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page).toHaveTitle(new RegExp(title));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

test.describe('a page that is not there', () => {
  test.use({ expectedErrors: /status of 404/ });
  for (const [address, lang, home] of [
    ['/nope/', 'en', '/'],
    ['/zh-cn/nope', 'zh-CN', '/zh-cn/'],
  ] as const)
    test(`${address} says so in ${lang} and leads home`, async ({ page }) => {
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      await expect(page.locator('main')).toHaveAttribute('lang', lang);
      await page.locator('header a').first().click();
      await expect(page).toHaveURL(home);
    });
});

// A lab stands in its chapter too; but for the one that does not, its own page is looked at when TEST_ALL is set.
const isAll = process.env['TEST_ALL'] !== undefined;
const pages = builtPages.filter(
  (address) => isAll || !address.includes('/labs/') || address.endsWith('/two-levels-down/'),
);

for (const address of pages)
  test(`${address}: axe finds nothing wrong, in light and in dark, and it fits 320 px`, async ({
    page,
  }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(address);
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });

for (const address of pages.filter((each) => !each.startsWith('/zh-cn/')))
  test(`${address}: the language switch leads to the same page and back`, async ({ page }) => {
    await page.goto(address);
    await languageSwitch(page).click();
    await expect(page).toHaveURL(otherHalf(address));
    await languageSwitch(page).click();
    await expect(page).toHaveURL(address);
  });

for (const [home, words] of [
  ['/', 'conflict'],
  ['/zh-cn/', '依赖冲突'],
  ['/zh-cn/', '虚拟环境'],
] as const)
  test(`the search finds ${words}`, async ({ page }) => {
    const inLanguage = builtPages.filter(
      (address) => address.startsWith('/zh-cn/') === (home === '/zh-cn/'),
    );
    const holders = inLanguage.filter((address) => builtText(address).includes(words));
    expect(holders, `a page that says ${words}`).not.toEqual([]);
    await page.goto(home);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill(words);
    await expect(page.locator('site-search li').first()).toBeVisible();
    const found = await page
      .locator('site-search li a')
      .evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      );
    expect(found.filter((address) => holders.includes(address))).not.toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(home);
  });

test('the first key leads past the navigation', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toHaveAttribute('href', '#_top');
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/#_top');
  await page.keyboard.press('Tab');
  const passed = await page
    .locator(':focus')
    .evaluate((element) => element.closest('header, nav') === null);
  expect(passed).toBe(true);
});

test('the theme chosen by hand stays, against the system, on the next page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.locator('theme-switch button').first().click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/zh-cn/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('on paper there is the text and nothing to press', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('site-search')).toBeHidden();
  await expect(page.locator('nav.sidebar')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the book can be read, and its other half found', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await languageSwitch(page).click();
    await expect(page).toHaveURL('/zh-cn/');
  });
});
