import type { Locator } from '@playwright/test';
import { chapterIn, expectSolved, labOn, type LabPage } from './lab-page.ts';
import { expect, test } from './page.ts';

const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => node === document.activeElement).catch(() => false);

/** Presses Tab (or Shift+Tab) until an element has the focus; fails where the keys never lead there. */
async function tabTo({ page }: LabPage, element: Locator, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed++) {
    if (await isFocused(element)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`150 times ${key} do not lead to ${String(element)}`);
}

test('keyboard alone solves the lab: Tab, arrows, Enter, Space and letters', async ({ page }) => {
  await page.goto(chapterIn('en'));
  const opened = labOn(page, 'en');
  const { root, file, run, button } = opened;
  const { keyboard } = page;

  await tabTo(opened, root.getByRole('radio').first());
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(file).toBeVisible();
  await expect(root.getByRole('radio').last()).toBeChecked();
  await expect(root.getByRole('radio').last()).toBeFocused();

  await tabTo(opened, run);
  await keyboard.press('Enter');
  await tabTo(opened, button('lab.forward'));
  await keyboard.press('Space');
  await expect(root.getByText(/^step 1 of/)).toBeVisible();
  await tabTo(opened, opened.slider);
  await keyboard.press('ArrowRight');
  await expect(root.getByText(/^step 2 of/)).toBeVisible();
  await tabTo(opened, button('lab.toConflict'), 'Shift+Tab');
  await keyboard.press('Enter');
  await tabTo(opened, root.getByRole('button').filter({ hasText: 'typing-extensions' }));
  await keyboard.press('Space');
  await tabTo(opened, button('lab.name'));
  await keyboard.press('Enter');

  await tabTo(opened, file, 'Shift+Tab');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowLeft']) await keyboard.press(key);
  for (let letters = '==2.3.0'.length; letters > 0; letters--) await keyboard.press('Backspace');
  await keyboard.type('<2');
  await expect(file).toHaveValue('tensorflow==2.13.0\npydantic<2\n');
  await keyboard.press('Tab');
  await expect(run).toBeFocused();
  await keyboard.press('Enter');
  await expectSolved(opened);
});

test('keyboard alone: the focus survives buttons that go away when they are pressed', async ({
  page,
}) => {
  await page.goto(chapterIn('en'));
  const opened = labOn(page, 'en');
  const { root, button } = opened;
  const { keyboard } = page;
  await tabTo(opened, button('lab.start'));
  await keyboard.press('Enter');
  await expect(opened.file).toBeFocused();
  await tabTo(opened, opened.run);
  await keyboard.press('Enter');
  await tabTo(opened, button('lab.reset'));
  await keyboard.press('Enter');
  await tabTo(opened, button('lab.bringBack'));
  await keyboard.press('Enter');
  await expect(opened.slider).toBeVisible();
  await expect(button('lab.undo')).toBeFocused();

  await tabTo(opened, root.getByText(opened.word('lab.showMe'), { exact: true }));
  await keyboard.press('Enter');
  await tabTo(opened, button('lab.playRoute', { n: '1' }));
  await keyboard.press('Enter');
  await expect(button('lab.stopShowing')).toBeFocused();
  await keyboard.press('Enter');
  await expect(button('lab.undo')).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('touch alone solves the lab in Chinese, 360 px wide', async ({ page }) => {
    await page.goto(chapterIn('zh-cn'));
    const opened = labOn(page, 'zh-cn');
    const { root, file, run, button } = opened;
    await root.getByRole('radio').last().tap();
    await expect(file).toBeVisible();

    const goal = root.getByRole('table').filter({ hasText: opened.word('lab.wanted') });
    await expect(goal, 'the goal is folded to one line').toBeHidden();
    await root.getByText(opened.word('lab.goalMet', { met: '0', of: '3' })).tap();
    await expect(goal).toBeVisible();

    await run.tap();
    await button('lab.toConflict').tap();
    await root.getByRole('button').filter({ hasText: 'typing-extensions' }).tap();
    await button('lab.name').tap();

    const box = await file.boundingBox();
    if (!box) throw new Error('no file');
    // Behind the end of the second of three lines: the caret goes to the end of that line.
    await file.tap({ position: { x: box.width - 12, y: box.height / 2 } });
    for (let letters = '==2.3.0'.length; letters > 0; letters--)
      await page.keyboard.press('Backspace');
    await page.keyboard.type('<2');
    await expect(file).toHaveValue('tensorflow==2.13.0\npydantic<2\n');
    await run.tap();
    await expectSolved(opened);
  });
});
