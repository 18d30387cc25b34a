import AxeBuilder from '@axe-core/playwright';
import { labPageIn, lab, labOn, LANGUAGES, openLab, toConflict } from './lab-page.ts';
import { expect, test } from './page.ts';

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
    expect((await new AxeBuilder({ page: reader.page }).analyze()).violations).toEqual([]);

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
