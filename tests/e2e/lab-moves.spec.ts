import {
  edit,
  expectSentence,
  expectSolved,
  expectStored,
  lab,
  LANGUAGES,
  nameConflict,
  openLab,
  ticks,
  toConflict,
} from './lab-page.ts';
import { expect, test } from './page.ts';

const START = lab.setup.requirements;

test('undo takes back an edit at once, also one typed a moment ago, then the run before it', async ({
  page,
}) => {
  const opened = await openLab(page, 'en');
  const undo = opened.button('lab.undo');
  await expect(undo).toBeDisabled();
  await opened.run.click();
  await opened.file.press('ControlOrMeta+Home');
  await opened.file.pressSequentially('numpy\n');
  await undo.click();
  await expect(opened.file).toHaveValue(START);
  await expect(opened.slider).toBeVisible();
  await undo.click();
  await expect(opened.slider).toBeHidden();
  await expect(undo).toBeDisabled();
});

test('the caret stays where one types, however long the hand rests', async ({ page }) => {
  const opened = await openLab(page, 'en');
  await opened.file.press('ControlOrMeta+Home');
  await opened.file.pressSequentially('a');
  await expectStored(page, `a${START}`);
  await opened.file.pressSequentially('b');
  await expectStored(page, `ab${START}`);
  await expect(opened.file).toHaveValue(`ab${START}`);
});

test('starting over can be taken back for ten seconds by its own button, later by undo', async ({
  page,
}) => {
  await page.clock.install();
  const opened = await openLab(page, 'zh-cn');
  const { button, word, root } = opened;
  await nameConflict(opened);
  const position = root.getByText(/^第 91 步/);
  await expect(position).toBeVisible();

  await button('lab.reset').click();
  await expect(opened.slider).toBeHidden();
  await expect(ticks(opened), 'ticks outlive a reset').toHaveCount(2);
  await expect(root.getByText(word('lab.wasReset'))).toBeVisible();
  await button('lab.bringBack').click();
  await expect(position).toBeVisible();
  await expect(button('lab.bringBack')).toBeHidden();

  await button('lab.reset').click();
  await page.clock.runFor(9_000);
  await expect(button('lab.bringBack')).toBeVisible();
  await page.clock.runFor(2_000);
  await expect(button('lab.bringBack')).toBeHidden();
  await button('lab.undo').click();
  await expect(position).toBeVisible();
});

test('what was done after starting over is never taken for the reset', async ({ page }) => {
  const opened = await openLab(page, 'en');
  await toConflict(opened);
  await opened.button('lab.reset').click();
  await edit(opened, 'numpy');
  await expectStored(page, 'numpy\n');
  await expect(opened.button('lab.bringBack')).toBeHidden();
  await expect(opened.file).toHaveValue('numpy\n');
});

for (const language of LANGUAGES)
  test(`${language}: four hints, counted, the one that answers the last mistake first`, async ({
    page,
  }) => {
    const opened = await openLab(page, language);
    const { root, button, word, sentence } = opened;
    await nameConflict(opened);
    await edit(opened, 'tensorflow==2.13.0');
    await opened.run.click();
    await expectSentence(
      opened.now,
      sentence('task/repair/requirement-gone', { project: 'pydantic' }),
    );

    const shown = ['move-one', 'nudge', 'look-below', 'the-move'];
    for (const [i, id] of shown.entries()) {
      await button(i === 0 ? 'lab.hint' : 'lab.hintMore').click();
      const count = word('lab.hintCount', { n: String(i + 1), of: '4' });
      const hint = root.getByText(count, { exact: true }).locator('..');
      await expectSentence(hint, `${count} ${sentence(`hint/${id}`)}`);
    }
    await expect(button('lab.hintMore')).toBeHidden();
    await page.reload();
    await expect(root.getByText(word('lab.hintCount', { n: '4', of: '4' }))).toBeVisible();
  });

for (const [i, { route, events }] of lab.solutions.entries())
  test(`show me replays ${route} to its end, and one can stop it and go on by hand`, async ({
    page,
  }) => {
    await page.clock.install();
    const language = LANGUAGES[i] ?? 'en';
    const opened = await openLab(page, language);
    const { root, button, word } = opened;
    await edit(opened, 'numpy');
    // From here on time passes only where the test says so, however slow the machine is.
    await page.clock.pauseAt(Date.now() + 60_000);
    const play = async () => {
      await root.getByText(word('lab.showMe'), { exact: true }).click();
      await button('lab.playRoute', { n: String(i + 1) }).click();
      await expect(opened.file).toBeDisabled();
    };
    await play();
    await page.clock.runFor(1_000);
    await expect(opened.slider).toBeVisible();
    await button('lab.stopShowing').click();
    await page.clock.runFor(2_000);
    await expect(ticks(opened)).toHaveCount(0);
    await expect(opened.file).toBeEditable();

    await play();
    for (const _ of [...events, 'the end']) await page.clock.runFor(900);
    await expectSolved(opened);
    await expect(button('lab.stopShowing')).toBeHidden();
    await expect(opened.file).toBeEditable();
  });
