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
import { expect, test } from './page.ts';

const START = lab.setup.requirements;
const repeat = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

/** What somebody may paste into the file. Each must end in an error or a result within two seconds. */
const hostile: Readonly<Record<string, string>> = {
  '100 kB in one line': 'a'.repeat(MOST_CHARACTERS),
  '100 kB in 5,000 lines': repeat(5_000, (n) => `numpy  # and 1.${n}`),
  '5,000 lines that pip cannot read': repeat(5_000, (n) => `numpy^1.${n}`),
  '100 kB of open brackets': 'numpy['.repeat(MOST_CHARACTERS / 6),
  '100 kB of white space': `numpy${' \t'.repeat(MOST_CHARACTERS / 2 - 10)}==`,
  'a specifier of 100 kB': `numpy${'>=1,'.repeat(MOST_CHARACTERS / 4 - 10)}>=1`,
  'control characters': 'numpy\u0000\u0001\u0007\u001b[31m==1.26\u0085\u2028pydantic\u000b',
  'marks from right to left': '\u202enumpy==1.26\u202c\n\u200fpydantic\u200e==2.3.0\ufeff',
  'half a character': 'numpy\ud800==1\ndc\udc00',
  '800 bounds on one project': repeat(800, (n) => `numpy!=9.${n}`),
  '800 extras, each with a bound': repeat(800, (n) => `numpy[e${n}]!=9.${n}`),
  '5,000 bounds in one line': `numpy${repeat(5_000, (n) => `!=9.${n}`).replaceAll('\n', ',')}`,
  '10,000 requirements': repeat(10_000, () => 'numpy<2'),
  'a project that asks for itself': 'transformers[all]\ntransformers[torch]',
  '5,000 projects that nobody has': repeat(5_000, (n) => `project-${n}>=1`),
  options: '-r x\n--index-url https://example.invalid/\n-e .\n-c y',
  "another tool's caret": 'numpy^1.26',
  'a URL': 'numpy @ https://example.invalid/numpy-1.26.4-cp311-cp311-linux_x86_64.whl',
  markup: '<img src=x onerror=alert(1)>\n{project}</textarea><script>alert(2)</script>',
};

/** Puts a text into the file whole, as it is: a clipboard or a typing hand would mend half of them. */
const put = ({ file }: LabPage, text: string): Promise<void> =>
  file.evaluate((area: HTMLTextAreaElement, value) => {
    area.value = value;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);

/** What pressing the button came to, in milliseconds: until the answer was painted, and the longest
 * time in between in which the page painted nothing. */
const timesOfRun = ({ run }: LabPage): Promise<{ answer: number; still: number }> =>
  run.evaluate(
    (button: HTMLButtonElement) =>
      new Promise<{ answer: number; still: number }>((done) => {
        const started = performance.now();
        let [still, last] = [0, started];
        button.click();
        const look = () =>
          requestAnimationFrame(() =>
            setTimeout(() => {
              const now = performance.now();
              still = Math.max(still, now - last);
              last = now;
              if (button.closest('[aria-busy="true"]')) look();
              else done({ answer: now - started, still });
            }),
          );
        look();
      }),
  );

for (const [i, [what, text]] of Object.entries(hostile).entries()) {
  const language = LANGUAGES[i % 2] ?? 'en';
  test(`${language}: ${what}: an answer within two seconds, and the page lives`, async ({
    page,
  }) => {
    const opened = await openLab(page, language);
    await nameConflict(opened);
    await put(opened, text);
    const { answer, still } = await timesOfRun(opened);
    expect(answer).toBeLessThan(2_000);
    expect(still, 'the page never stands still').toBeLessThan(1_000);
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
