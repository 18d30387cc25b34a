import chooser from '../../labs/scenarios/be-the-resolver/lab.ts';
import type { AnyLab } from '../../labs/scenarios/lab-data.ts';
import { performWith } from './hands.ts';
import {
  chapterIn,
  edit,
  expectSolved,
  expectStored,
  labOn,
  labPageIn,
  LANGUAGES,
  nameConflict,
  openLab,
  type LabPage,
} from './lab-page.ts';
import { mouse } from './means.ts';
import { violations } from './violations.ts';
import { expect, test } from './page.ts';

/** The lab open, at its conflict, and solved; at each a look. */
async function atEachState(opened: LabPage, look: (state: string) => Promise<void>): Promise<void> {
  await look('open');
  await nameConflict(opened);
  await look('at the conflict');
  await edit(opened, 'tensorflow==2.13.0', 'pydantic<2');
  await opened.run.click();
  await opened.button('lab.last').click();
  await expectSolved(opened);
  await look('solved');
}

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${language}, ${colorScheme}: axe finds nothing wrong, open, at the conflict and solved`, async ({
      page,
    }) => {
      test.slow();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const opened = await openLab(page, language);
      await atEachState(opened, async (state) => {
        expect(await violations(page, 'section.lab'), state).toEqual([]);
      });
      await opened.root.getByText(opened.word('lab.work'), { exact: true }).click();
      await opened.root.getByText(opened.word('lab.showMe'), { exact: true }).click();
      await opened.button('lab.hint').click();
      await edit(opened, '!', 'numpy^1.26');
      await opened.run.click();
      expect(
        await violations(page, 'section.lab'),
        'with everything unfolded and an error',
      ).toEqual([]);
    });

  test(`${language}: 320 px wide, no state of the lab scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const opened = await openLab(page, language, chapterIn(language));
    await atEachState(opened, async (state) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, state).toBeLessThanOrEqual(320);
    });
    await edit(opened, 'x'.repeat(200), `numpy^${'1'.repeat(200)}`);
    await opened.run.click();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, 'with a long line that pip cannot read').toBeLessThanOrEqual(320);
  });
}

for (const [language, colorScheme] of [
  ['en', 'dark'],
  ['zh-cn', 'light'],
] as const)
  test(`${language}, ${colorScheme}: the bench of choices, 320 px wide: axe finds nothing and nothing scrolls sideways, in every state`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(labPageIn(language, chooser.id));
    const opened = labOn(page, language, chooser as AnyLab);
    await opened.button('lab.start').click();
    for (const event of chooser.solutions[0]?.events ?? []) {
      await performWith(opened, event, mouse);
      const state = JSON.stringify(event);
      expect(await violations(page, 'section.lab'), state).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBe(320);
    }
    await expectSolved(opened);
  });

test('under reduced motion nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    for (const type of ['animationstart', 'transitionrun'])
      document.addEventListener(
        type,
        ({ target }) => moved.push(`${type} ${String(target)}`),
        true,
      );
  });
  const opened = await openLab(page, 'en');
  await atEachState(opened, async (state) => {
    const now = await page.evaluate(() => [
      ...(window as unknown as { moved: string[] }).moved,
      ...document.getAnimations().map(String),
    ]);
    expect(now, state).toEqual([]);
  });
});

test('night falls while the lab is open: the colours change, the work does not', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const opened = await openLab(page, 'zh-cn');
  await nameConflict(opened);
  await edit(opened, 'numpy');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const day = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await paper()).not.toBe(day);
  await expect(opened.file).toHaveValue('numpy\n');
  await expectStored(page, 'numpy\n');
});
