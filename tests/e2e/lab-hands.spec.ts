import type { Locator } from '@playwright/test';
import type { ChoosingEvent } from '../../labs/resolve/choosing/choosing.ts';
import chooser from '../../labs/scenarios/be-the-resolver/lab.ts';
import type { AnyLab } from '../../labs/scenarios/lab-data.ts';
import { performWith } from './hands.ts';
import { chapterIn, expectGoalMet, labOn, labPageIn, openLab, performAll } from './lab-page.ts';
import { keyboardOf, mouse, tabTo } from './means.ts';
import { expect, test } from './page.ts';

test('keyboard alone: the focus survives buttons that go away when they are pressed', async ({
  page,
}) => {
  await page.goto(chapterIn('en'));
  const opened = labOn(page, 'en');
  const { root, button } = opened;
  const { keyboard } = page;
  await tabTo(page, button('lab.start'));
  await keyboard.press('Enter');
  await expect(opened.file).toBeFocused();
  await tabTo(page, opened.run);
  await keyboard.press('Enter');
  await expect(opened.slider).toBeVisible();
  await tabTo(page, button('lab.reset'));
  await keyboard.press('Enter');
  await tabTo(page, button('lab.bringBack'));
  await keyboard.press('Enter');
  await expect(opened.slider).toBeVisible();
  await expect(button('lab.undo')).toBeFocused();

  await tabTo(page, root.getByText(opened.word('lab.showMe'), { exact: true }));
  await keyboard.press('Enter');
  await tabTo(page, button('lab.playRoute', { n: '1' }));
  await keyboard.press('Enter');
  await expect(button('lab.stopShowing')).toBeFocused();
  await keyboard.press('Enter');
  await expect(button('lab.undo')).toBeFocused();
});

test('keyboard alone: what is taken back hands the focus to its project, what it brought in is gone', async ({
  page,
}) => {
  await page.goto(labPageIn('en', chooser.id));
  const opened = labOn(page, 'en', chooser as AnyLab);
  await opened.button('lab.start').click();
  const keyboard = keyboardOf(page);
  const does = (event: ChoosingEvent) => performWith(opened, event, keyboard);
  const projects = opened.root
    .getByRole('region', { name: opened.word('choose.projects') })
    .getByRole('button');
  await does({ type: 'chose', project: 'opencv-python', version: '5.0.0.93' });
  await expect(projects).toHaveCount(3);
  await does({ type: 'took-back', project: 'opencv-python' });
  await expect(projects).toHaveCount(2);
  await expect(projects.first()).toBeFocused();
});

test('every event of a move at the bench of choices is said to who listens', async ({ page }) => {
  await page.goto(labPageIn('en', chooser.id));
  const opened = labOn(page, 'en', chooser as AnyLab);
  await opened.button('lab.start').click();
  const said = opened.root.locator('.said[aria-live="polite"]');
  const after = async (event: ChoosingEvent): Promise<string> => {
    await performWith(opened, event, mouse);
    return said.innerText();
  };
  expect(await after({ type: 'chose', project: 'opencv-python', version: '5.0.0.93' })).toBe(
    'opencv-python 5.0.0.93 is chosen. It asks for numpy>=2.',
  );
  expect(await after({ type: 'chose', project: 'scipy', version: '1.10.1' })).toBe(
    'scipy 1.10.1 is refused: scipy 1.10.1 asks for numpy<1.27.0,>=1.19.5 and opencv-python 5.0.0.93 asks for numpy>=2. No version of numpy suits both.',
  );
  expect(await after({ type: 'chose', project: 'scipy', version: '1.9.3' })).toBe(
    'scipy 1.9.3 is not left: your line 2 asks for scipy==1.10.*.',
  );
  expect(await after({ type: 'chose', project: 'opencv-python', version: '4.5.4.60' })).toContain(
    'is there only as a source archive',
  );
  expect(await after({ type: 'chose', project: 'numpy', version: '2.4.6' })).toBe(
    'numpy 2.4.6 is chosen. It asks for nothing.',
  );
  expect(await after({ type: 'took-back', project: 'opencv-python' })).toBe(
    'opencv-python 5.0.0.93 is taken back. Nobody asks for numpy 2.4.6 any more.',
  );
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('from a cold start, in Chinese, by touch: home to a right prediction in three taps', async ({
    page,
  }) => {
    let taps = 0;
    const tap = async (target: Locator): Promise<void> => {
      taps++;
      await target.tap();
    };
    await page.goto('/zh-cn/');
    await tap(page.locator('live-line').getByRole('link'));
    await expect(page).toHaveURL(/#predict-/);
    const opened = labOn(page, 'zh-cn');
    const refuses = opened.root.getByRole('radio').last();
    await expect(refuses, 'the prediction is what one sees').toBeInViewport();
    await tap(refuses);
    await tap(opened.run);
    await expect(opened.root.getByText(opened.sentence('prediction/right'))).toBeVisible();
    expect(taps).toBeLessThanOrEqual(3);
  });

  test('the goal is folded to one line, and unfolds', async ({ page }) => {
    const opened = await openLab(page, 'zh-cn', chapterIn('zh-cn'));
    const goal = opened.root.getByRole('table').filter({ hasText: opened.word('lab.wanted') });
    await expect(goal).toBeHidden();
    await opened.root.getByText(opened.word('lab.goalMet', { met: '0', of: '3' })).tap();
    await expect(goal).toBeVisible();
    await performAll(opened, [
      { type: 'edited', text: 'tensorflow==2.13.0\npydantic<2\n' },
      { type: 'ran' },
    ]);
    await expectGoalMet(opened, 3);
  });
});
