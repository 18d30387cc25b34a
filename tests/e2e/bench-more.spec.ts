import type { Page } from '@playwright/test';
import {
  edit,
  lab,
  labOn,
  labPageIn,
  LANGUAGES,
  openLab,
  toConflict,
  type Language,
} from './lab-page.ts';
import { expect, test } from './page.ts';
import { violations } from './violations.ts';

for (const language of LANGUAGES) {
  test(`${language}: a link brings file and step to another reader, who is asked first`, async ({
    page,
    context,
    browser,
    baseURL,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const sender = await openLab(page, language);
    await sender.file.fill('tensorflow==2.13.0\npydantic<2\n');
    await sender.run.click();
    await sender.slider.fill('40');
    await sender.button('lab.copyLink').click();
    await expect(sender.root.getByText(sender.word('lab.copied'))).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());

    const other = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
    const reader = labOn(await other.newPage(), language);
    await reader.page.goto(link);
    const offer = reader.root.getByRole('region', { name: reader.word('lab.linkCarries') });
    await expect(offer).toContainText('pydantic<2');
    await expect(reader.file).toHaveValue(lab.setup.requirements);
    await expect(reader.slider, 'nothing has run').toBeHidden();
    expect(await violations(reader.page)).toEqual([]);

    await reader.button('lab.linkLoad').click();
    await expect(reader.file).toHaveValue('tensorflow==2.13.0\npydantic<2\n');
    await expect(reader.slider).toHaveValue('40');
    await expect(offer).toBeHidden();
    expect(new URL(reader.page.url()).hash, 'what was answered is not asked again').toBe('');
    await other.close();
  });

  test(`${language}: the map says as a table who asked for what where the lines cannot meet`, async ({
    page,
  }) => {
    const opened = await openLab(page, language);
    await toConflict(opened);
    const table = opened.root
      .getByRole('table', { name: opened.word('lab.map') })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'typing-extensions', exact: true }) });
    const asks = (who: string, what: string) => opened.word('cause', { who, what });
    await expect(table.getByRole('cell')).toHaveText([
      `${opened.word('mark.refused')} 4.5.0`,
      [
        asks('tensorflow 2.13.0', 'typing-extensions<4.6.0,>=3.6.6'),
        asks('pydantic 2.3.0', 'typing-extensions>=4.6.1'),
      ].join(opened.word('list.last')),
    ]);
  });

  test(`${language}: legacy pip installs what is broken, says so, exits with 0, and the run is said to be its own`, async ({
    page,
  }) => {
    await page.goto(`${language === 'en' ? '' : `/${language}`}/labs/legacy-or-modern/`);
    const { root, word, button, run, slider } = labOn(page, language);
    await button('lab.start').click();
    const tools = root.getByRole('group', { name: word('lab.resolver'), exact: true });
    await expect(tools.getByRole('radio', { name: word('lab.tool.pip-legacy') })).toBeChecked();
    await run.click();
    await button('lab.last').click();
    const output = root.getByRole('group', { name: word('lab.output') });
    await expect(output).toContainText('--use-deprecated=legacy-resolver');
    await expect(output).toContainText("ERROR: pip's legacy dependency resolver does not consider");
    await expect(output).toContainText(word('lab.exit', { code: '0' }));

    const runOf = (tool: string) =>
      root.getByText(word('lab.runOf', { tool: word(`lab.tool.${tool}`) }));
    await tools.getByRole('radio', { name: word('lab.tool.pip'), exact: true }).check();
    await expect(runOf('pip-legacy')).toBeVisible();
    await expect(root.getByText(word('lab.stale'))).toBeVisible();
    await run.click();
    await expect(runOf('pip')).toBeVisible();
    await expect(slider).toHaveValue('0');
  });
}

test('an address that claims to be a file and is none is ignored, with a line', async ({
  page,
}) => {
  const { root, word, file, slider } = labOn(page, 'en');
  await page.goto(`${labPageIn('en')}#run=${lab.id}.pip.1.%3Cscript%3E`);
  await expect(root.getByText(word('lab.linkUnreadable'))).toBeVisible();
  await expect(file).toHaveValue(lab.setup.requirements);
  await expect(slider).toBeHidden();
});

test('a solved run says of the project that is picked why nothing newer', async ({ page }) => {
  const opened = await openLab(page, 'en');
  await opened.file.fill('tensorflow==2.13.0\npydantic<2\n');
  await opened.run.click();
  await opened.button('lab.last').click();
  await opened.root.getByRole('button').filter({ hasText: 'typing-extensions' }).first().click();
  const why = opened.root.getByRole('region', {
    name: opened.word('why.pin', { pin: 'typing-extensions 4.5.0' }),
  });
  await expect(why).toContainText(
    'ruled out, because tensorflow 2.13.0 asks for typing-extensions<4.6.0,>=3.6.6.',
  );
});

const OWN = 'labs/own-two-lines/';
const openOwn = (page: Page, language: Language) =>
  openLab(page, language, `${language === 'en' ? '' : `/${language}`}/${OWN}`);

for (const language of LANGUAGES) {
  test(`${language}: two lines that no chapter uses: their pages are fetched, and the reason names those lines`, async ({
    page,
  }) => {
    const opened = await openOwn(page, language);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await edit(opened, 'scipy==1.10.1', 'opencv-python==5.0.0.93');
    await toConflict(opened);
    const why = opened.root.getByRole('region', { name: opened.word('lab.why') });
    await expect(why).toContainText('scipy==1.10.1');
    await expect(why).toContainText('opencv-python==5.0.0.93');
    await expect(why).toContainText('numpy<1.27.0,>=1.19.5');
    expect(asked.filter((path) => /^\/snapshot\/(?!index)/.test(path)).sort()).toEqual(
      ['numpy', 'opencv-python', 'scipy'].map((project) => `/snapshot/${project}.json`),
    );
    await edit(opened, 'scipy', 'no-such-project-here');
    await opened.run.click();
    const outside = opened.word('lab.outsideSnapshot', { projects: 'no-such-project-here' });
    await expect(opened.root.getByText(outside)).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test(`${language}: lines are tapped into the file and out of it, without a letter typed`, async ({
    page,
  }) => {
    const { file, root, word } = await openOwn(page, language);
    const chips = root.getByRole('group', { name: word('lab.suggested') });
    const vision = chips.getByRole('button', { name: 'opencv-python==4.12.0.88' });
    await file.fill('scipy==1.10.1');
    await vision.click();
    await expect(file).toHaveValue('scipy==1.10.1\nopencv-python==4.12.0.88\n');
    await expect(vision).toHaveAttribute('aria-pressed', 'true');
    await vision.click();
    await expect(file).toHaveValue('scipy==1.10.1\n');
  });

  test(`${language}: another computer leaves out other lines, goes into the link, and can be undone`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const opened = await openOwn(page, language);
    const { root, word, button } = opened;
    const platform = root.getByRole('combobox', { name: word('explain.platform') });
    await edit(opened, 'numpy', 'pywin32; sys_platform == "win32"');
    const leftOut = root.getByText(word('lab.leftOutLine', { line: '2' }));
    await expect(leftOut).toBeVisible();
    await platform.selectOption('win-64');
    await expect(leftOut).toBeHidden();
    await root.getByRole('combobox', { name: word('lab.python') }).selectOption('3.12');
    await opened.run.click();
    await button('lab.last').click();
    await expect(root.getByRole('group', { name: word('lab.output') })).toContainText('pywin32-');
    await button('lab.copyLink').click();
    await expect(root.getByText(word('lab.copied'))).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/~3\.12\.\d+~win-64$/);
    await button('lab.undo').click();
    await button('lab.undo').click();
    await button('lab.undo').click();
    await expect(platform).toHaveValue('linux-64');
    await page.goto(link);
    await page.reload();
    await button('lab.linkLoad').click();
    await expect(platform).toHaveValue('win-64');
    await expect(root.getByRole('combobox', { name: word('lab.python') })).toHaveValue('3.12');
  });

  test(`${language}: an error is marked at the very character while the hand rests, and a button goes there`, async ({
    page,
  }) => {
    const { file, root, word, button } = await openOwn(page, language);
    await file.fill('numpy\nscipy=1.10.1\n');
    await expect(root.locator('.sheet .bad')).toHaveText('=');
    await expect(file).toHaveAttribute('aria-invalid', 'true');
    await expect(file).toHaveAccessibleDescription(/Expected semicolon/);
    const shift = await root.locator('.paper').evaluate((paper) => {
      const mark = paper.querySelector('.bad')?.getBoundingClientRect();
      const area = paper.querySelector('textarea');
      const style = area && getComputedStyle(area);
      if (!mark || !area || !style) return undefined;
      const line = parseFloat(style.lineHeight);
      const top = area.getBoundingClientRect().top + parseFloat(style.paddingTop) + 1 + line;
      return Math.abs(mark.top + mark.height / 2 - (top - area.scrollTop + line / 2));
    });
    expect(shift, 'the mark lies on the second line').toBeLessThan(4);
    await button('lab.goToLine', { line: '2' }).click();
    await expect(file).toBeFocused();
    const selected = await file.evaluate((area: HTMLTextAreaElement) => [
      area.selectionStart,
      area.selectionEnd,
    ]);
    expect(selected).toEqual([11, 12]);
    await file.fill('numpy\nscipy==1.10.1\n');
    await expect(file).toHaveAttribute('aria-invalid', 'false');
    await expect(root.locator('.sheet .bad')).toHaveCount(0);
    await expect(root.getByText(word('lab.goToLine', { line: '2' }))).toBeHidden();
  });

  test(`${language}: a run that takes long says so and can be stopped; one that fails can be tried again`, async ({
    page,
  }) => {
    await page.route('**/snapshot/numpy.json', () => undefined); // never answered
    const opened = await openOwn(page, language);
    const { root, word, button, run, file, slider } = opened;
    await edit(opened, 'numpy', 'scipy');
    await run.click();
    await expect(root.getByText(word('lab.fetching', { project: 'numpy' }))).toBeVisible();
    await button('lab.stop').click();
    await expect(root.getByText(word('lab.run.stopped'))).toBeVisible();
    await expect(run).toBeFocused();
    await expect(file).toHaveValue('numpy\nscipy\n');
    await expect(slider, 'there is no run').toBeHidden();

    await page.unroute('**/snapshot/numpy.json');
    await page.route('**/snapshot/numpy.json', (route) => route.fulfill({ status: 503 }));
    await run.click();
    await expect(root.getByText(word('lab.run.failed'))).toBeVisible();
    await page.unroute('**/snapshot/numpy.json');
    await run.click();
    await expect(slider).toBeVisible();
    await expect(root.getByText(word('lab.run.failed'))).toBeHidden();
    await page.reload();
    await expect(slider, 'what was stopped or failed is not in the log').toBeVisible();
  });
}
