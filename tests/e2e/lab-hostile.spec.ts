import { MOST_CHARACTERS } from '../../labs/resolve/bench-event.ts';
import {
  expectSolved,
  lab,
  labOn,
  labPageIn,
  LANGUAGES,
  nameConflict,
  openLab,
  SESSION_KEY,
  stored,
  ticks,
  type LabPage,
} from './lab-page.ts';
import { hostile } from './hostile-files.ts';
import { expect, test } from './page.ts';

const START = lab.setup.requirements;
/** Puts a text into the file whole, as it is: a clipboard or a typing hand would mend half of them. */
const put = ({ file }: LabPage, text: string): Promise<void> =>
  file.evaluate((area: HTMLTextAreaElement, value) => {
    area.value = value;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);

/** Presses the button, and says how often the page painted until the answer stood there. */
const framesOfRun = ({ run }: LabPage): Promise<number> =>
  run.evaluate(
    (button: HTMLButtonElement) =>
      new Promise<number>((done) => {
        let frames = 0;
        button.click();
        const look = () =>
          requestAnimationFrame(() =>
            setTimeout(() => {
              frames += 1;
              if (button.closest('[aria-busy="true"]')) look();
              else done(frames);
            }),
          );
        look();
      }),
  );

for (const [i, [what, text]] of Object.entries(hostile).entries()) {
  const language = LANGUAGES[i % 2] ?? 'en';
  test(`${language}: ${what}: an answer, and the page lives`, async ({ page }) => {
    const opened = await openLab(page, language);
    await nameConflict(opened);
    await put(opened, text);
    expect(await framesOfRun(opened)).toBeGreaterThan(0);
    await expect(
      opened.root.getByText(opened.word('lab.goalMet', { met: '3', of: '3' })),
    ).toBeHidden();
    await expect(opened.now).not.toBeEmpty();
    await page.reload();
    await expect(opened.root.getByText(opened.word('lab.aside'))).toBeHidden();
    await expect(ticks(opened)).toHaveCount(2);
    await put(opened, 'tensorflow==2.13.0\npydantic<2\n');
    await opened.run.click();
    await expectSolved(opened);
  });
}

for (const [i, size] of [MOST_CHARACTERS + 1, 5_000_000].entries()) {
  const language = LANGUAGES[i] ?? 'en';
  test(`${language}: a paste of ${size} characters is refused and said; the file is as it was`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(labPageIn(language));
    const opened = labOn(page, language);
    await opened.button('lab.start').click();
    await opened.file.press('ControlOrMeta+a');
    await page.evaluate(
      (length) => navigator.clipboard.writeText('a\n'.repeat(length / 2) + 'b'),
      size,
    );
    await opened.file.press('ControlOrMeta+v');
    const refused = opened.root.getByText(opened.word('lab.tooLong', { n: '100,000' }));
    await expect(refused).toBeVisible();
    await expect(opened.file).toHaveValue(START);
    await opened.file.press('ControlOrMeta+End');
    await opened.file.pressSequentially('x');
    await expect(refused).toBeHidden();
    await expect(opened.file).toHaveValue(`${START}x`);
    await expect.poll(() => stored(page, SESSION_KEY)).toContain('0\\nx');
  });
}
