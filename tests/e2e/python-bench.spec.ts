import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { isPythonLab, type AnyLab } from '../../labs/scenarios/lab-data.ts';
import { labs } from './all-labs.ts';
import { labOn, labPageIn, stored, type LabPage, type Language } from './lab-page.ts';
import { keyboardOf, mouse, touch, type Means } from './means.ts';
import { expect, test } from './page.ts';
import { cellOf, editorOf, expectRest, writeInto } from './python-hand.ts';
import { violations } from './violations.ts';

// Any lab of a shape will do that every copy of the book can run: what is typed here does not depend on what it teaches.
const inShape = (shape: string): AnyLab[] =>
  labs
    .filter((lab) => isPythonLab(lab) && lab.setup.shape === shape && lab.setup.wheels.length === 0)
    .slice(0, 1);
const [notebook] = inShape('notebook');
if (!notebook) throw new Error('no lab with a notebook');

test.slow(); // Python has to be started, by each test anew

async function open(page: Page, language: Language, which: AnyLab = notebook!): Promise<LabPage> {
  await page.goto(labPageIn(language, which.id));
  const opened = labOn(page, language, which);
  await opened.button('lab.start').click();
  await expect(opened.button('lab.undo')).toBeVisible();
  return opened;
}

/** Writes a first cell and runs it by the keys for that. */
async function runFirst(opened: LabPage, source: string, means: Means = mouse): Promise<Locator> {
  await writeInto(opened, editorOf(opened, 'cell-1'), source, means);
  await opened.page.keyboard.press('ControlOrMeta+Enter');
  return cellOf(opened, 'cell-1');
}

const said = (cell: Locator): Locator => cell.locator('.cm-said');
const output = (cell: Locator): Locator => cell.getByRole('log');

for (const colorScheme of ['light', 'dark'] as const)
  test(`${colorScheme}: an error is marked at its line, said there and below, and goes with the text that made it`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const opened = await open(page, colorScheme === 'light' ? 'en' : 'zh-cn');
    const cell = await runFirst(opened, 'a = 1\nb = a / 0');
    await expectRest(opened);
    await expect(said(cell)).toHaveText('ZeroDivisionError: division by zero');
    await expect(cell.locator('.cm-line.cm-cause')).toHaveText('b = a / 0');
    await expect(output(cell)).toContainText('Traceback (most recent call last):');
    await expect(opened.root.getByText(opened.word('python.ended.error'))).toBeVisible();
    expect(await violations(page, 'section.lab')).toEqual([]);
    await editorOf(opened, 'cell-1').press('ControlOrMeta+End');
    await page.keyboard.insertText('.5');
    await expect(said(cell)).toHaveCount(0);
    await expect(
      cell.getByText(opened.word('python.standing.changed'), { exact: true }),
    ).toBeVisible();
  });

test('what runs can be stopped, and the next cell runs', async ({ page }) => {
  const opened = await open(page, 'en');
  await runFirst(opened, 'print("begun")\nwhile True: pass');
  await expect(output(cellOf(opened, 'cell-1'))).toHaveText('begun', { timeout: 60_000 });
  await opened.button('python.stop').click();
  await expectRest(opened);
  const cell = await runFirst(opened, '6 * 7');
  await expectRest(opened);
  await expect(output(cell)).toHaveText('42');
});

test('a reload keeps what was typed and what was printed, and runs nothing', async ({ page }) => {
  const opened = await open(page, 'en');
  const cell = await runFirst(opened, 'print("kept")');
  await expectRest(opened);
  await writeInto(opened, editorOf(opened, 'cell-2'), 'typed = 1', mouse);
  await page.reload(); // sooner than the hand rests
  await expect(editorOf(opened, 'cell-2')).toHaveText('typed = 1');
  await expect(output(cell)).toHaveText('kept');
  await expectRest(opened);
  await opened.button('lab.undo').click();
  await expect(editorOf(opened, 'cell-2')).not.toHaveText('typed = 1');
  await opened.button('lab.undo').click();
  await expect(output(cell)).toHaveText('');
  await expect(editorOf(opened, 'cell-1')).toHaveText('print("kept")');
});

test('a page that is left while Python runs says so when it is opened again', async ({ page }) => {
  const opened = await open(page, 'en');
  await runFirst(opened, 'while True: pass');
  await expect.poll(() => stored(page, `womm:lab:${opened.lab.id}`)).toContain('"ran"');
  await page.reload();
  await expect(opened.root.getByText(opened.word('python.ended.stopped'))).toBeVisible();
  await expectRest(opened);
});

test('an undo while Python runs takes the run back, and another runs at once', async ({ page }) => {
  const opened = await open(page, 'en');
  await runFirst(opened, 'while True: pass');
  await expect(opened.button('python.stop')).toBeVisible();
  await opened.button('lab.undo').click();
  await expectRest(opened);
  const cell = await runFirst(opened, '"again"');
  await expectRest(opened);
  await expect(output(cell)).toHaveText("'again'");
});

test('input() is answered where it asks', async ({ page }) => {
  const opened = await open(page, 'en');
  const cell = await runFirst(opened, 'print("Hello,", input("Name? "))');
  await expectRest(opened);
  const field = cell.getByLabel(opened.word('python.answer', { prompt: 'Name?' }));
  await expect(field).toBeFocused();
  await page.keyboard.type('Lin');
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await expectRest(opened);
  await expect(output(cell)).toHaveText('Name? Lin\nHello, Lin');
});

test('a notebook is saved as Jupyter reads it, and opened again; an undo brings the old one back', async ({
  page,
}) => {
  const opened = await open(page, 'en');
  await runFirst(opened, '1 + 1');
  await expectRest(opened);
  const { root, button, word } = opened;
  await root.getByText(word('python.notebookFile'), { exact: true }).click();
  const downloading = page.waitForEvent('download');
  await button('python.exportNotebook').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${opened.lab.id}.ipynb`);
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
  const field = root.getByLabel(word('python.import'));
  await field.setInputFiles({
    name: 'x.py',
    mimeType: 'text/x-python',
    buffer: Buffer.from('# %%\n2 + 2\n'),
  });
  await expect(root.locator('[data-cell]')).toHaveCount(1);
  await expect(root.locator('[data-cell]').getByRole('textbox')).toHaveText('2 + 2');
  await field.setInputFiles({
    name: 'x.ipynb',
    mimeType: 'application/json',
    buffer: Buffer.from('{'),
  });
  await expect(root.getByText(word('python.notTaken.not-json'))).toBeVisible();
  await field.setInputFiles({
    name: 'x.ipynb',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await expect(root.locator('[data-cell]').first().getByRole('log')).toHaveText('2');
  await button('lab.undo').click();
  await button('lab.undo').click();
  await expect(editorOf(opened, 'cell-1')).toHaveText('1 + 1');
});

test('Esc, then Tab leaves the editor, and vim keys are there when they are wanted', async ({
  page,
}) => {
  const opened = await open(page, 'en');
  const editor = editorOf(opened, 'cell-1');
  await writeInto(opened, editor, 'a', keyboardOf(page));
  await page.keyboard.press('Tab');
  await expect(editor).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  await opened.root.getByLabel(opened.word('python.vim')).check();
  await writeInto(opened, editor, '', mouse);
  await expect(opened.root.locator('.cm-vimMode')).not.toHaveCount(0); // loaded when it was wanted
  await page.keyboard.press('Escape');
  await page.keyboard.type('ccb = 2');
  await expect(editor).toHaveText('b = 2');
  await page.reload();
  await expect(opened.root.getByLabel(opened.word('python.vim'))).toBeChecked();
});

for (const which of inShape('files'))
  test('a file is made, run, found wrong in another file, and renamed', async ({ page }) => {
    const opened = await open(page, 'en', which);
    const { root, button, word } = opened;
    const files = root.getByRole('list', { name: word('python.files') });
    await root.getByText(word('python.fileNames'), { exact: true }).click();
    await root.getByLabel(word('python.name'), { exact: true }).fill('../x.py');
    await button('python.newFile').click();
    await expect(root.getByText(word('python.badName'))).toBeVisible();
    await root.getByLabel(word('python.name'), { exact: true }).fill('lib/wrong_one.py');
    await button('python.newFile').click();
    await writeInto(
      opened,
      root.getByRole('textbox', { name: 'wrong_one' }),
      'raise KeyError(7)',
      mouse,
    );
    const main = isPythonLab(which) ? (which.setup.main ?? 'lib/wrong_one.py') : '';
    await files.getByRole('button', { name: main }).click();
    const source = 'import sys\nsys.path.insert(0, "lib")\nimport wrong_one';
    await writeInto(opened, root.getByRole('textbox', { name: main }), source, mouse);
    await button('python.run').click();
    await expectRest(opened);
    await expect(root.getByText(word('python.ended.file', { code: '1' }))).toBeVisible();
    await expect(root.locator('.cm-line.cm-place')).toHaveText('import wrong_one');
    await files.getByRole('button', { name: 'lib/wrong_one.py' }).click();
    await expect(root.locator('.cm-said')).toHaveText('KeyError: 7');
    expect(await violations(page, 'section.lab')).toEqual([]);
  });

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  for (const which of inShape('console'))
    test('lines at the prompt, by touch, and a long one makes no page wider', async ({ page }) => {
      const opened = await open(page, 'zh-cn', which);
      const { root, word, button } = opened;
      const line = root.getByRole('textbox', { name: word('python.line') });
      const screen = root.getByRole('log', { name: word('python.output') });
      const enter = async (text: string): Promise<void> => {
        await touch.write(line, text);
        await touch.press(button('python.enter'));
        await expectRest(opened);
      };
      await enter('for n in range(2):');
      await enter('  print(n)');
      await enter('');
      await enter('"-" * 500');
      await expect(screen).toContainText('... ');
      await expect(screen).toContainText('0\n1\n');
      await line.press('ArrowUp');
      await expect(line).toHaveValue('"-" * 500');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await violations(page, 'section.lab')).toEqual([]);
      await page.reload();
      await expect(line).toHaveValue('"-" * 500'); // typed, and not sent yet
    });

  test('a long line scrolls in its cell, and the page stays as wide as the phone', async ({
    page,
  }) => {
    const opened = await open(page, 'zh-cn');
    const cell = await runFirst(opened, `print("${'x'.repeat(300)}")`, touch);
    await expectRest(opened);
    await expect(output(cell)).toHaveText('x'.repeat(300));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
