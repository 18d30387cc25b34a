import type { Locator } from '@playwright/test';
import type { PythonEvent, What } from '../../labs/python/bench-event.ts';
import type { Hand } from './hands.ts';
import type { LabPage } from './lab-page.ts';
import type { Means } from './means.ts';
import { expect } from './page.ts';

/** Python may have to be started first, on a machine with other work. */
const PATIENCE_MS = 60_000;

/** Puts this in the place of all that stands in an editor: as one piece, so that nothing is indented for us. */
export async function writeInto(
  { page }: LabPage,
  editor: Locator,
  text: string,
  means: Means,
): Promise<void> {
  await means.write(editor, ''); // selects all
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.insertText(text);
}

/** Waits until nothing runs any more. */
export const expectRest = ({ root }: LabPage): Promise<void> =>
  expect(root.locator('.run-state')).toHaveAttribute('data-running', 'false', {
    timeout: PATIENCE_MS,
  });

/** The cell of an id, and the editor in it. */
export const cellOf = ({ root }: LabPage, id: string): Locator =>
  root.locator(`[data-cell="${id}"]`);
export const editorOf = (opened: LabPage, id: string): Locator =>
  cellOf(opened, id).getByRole('textbox').first();

/** What is done to a cell beside running it lies in something folded. */
async function more(cell: Locator, name: string, means: Means): Promise<void> {
  const fold = cell.locator('details.more');
  if ((await fold.getAttribute('open')) === null) await means.press(fold.locator('summary'));
  await means.press(cell.getByRole('button', { name, exact: true }));
}

/** Opens a file, or makes it. */
async function open(opened: LabPage, path: string, means: Means): Promise<void> {
  const { root, word } = opened;
  const files = root.getByRole('list', { name: word('python.files') });
  const file = files.getByRole('button', { name: path, exact: true });
  if ((await file.count()) > 0) return means.press(file);
  await name(opened, path, word('python.newFile'), means);
}

/** Writes a name and presses what is done with it. */
async function name({ root, word }: LabPage, to: string, button: string, means: Means) {
  const fold = root.locator('details', { hasText: word('python.fileNames') });
  if ((await fold.getAttribute('open')) === null) await means.press(fold.locator('summary'));
  await means.write(fold.getByRole('textbox'), to);
  await means.press(fold.getByRole('button', { name: button, exact: true }));
}

async function run(opened: LabPage, what: What, means: Means): Promise<void> {
  const { root, button, word } = opened;
  switch (what.type) {
    case 'file':
      if ((await root.getByText(`python ${what.path}`, { exact: true }).count()) === 0)
        await open(opened, what.path, means);
      return means.press(button('python.run'));
    case 'cell':
      return means.press(cellOf(opened, what.cell).locator('button.run'));
    case 'all':
      return means.press(button(what.fresh ? 'python.restartAndRunAll' : 'python.runAll'));
    case 'line':
      await means.write(root.getByRole('textbox', { name: word('python.line') }), what.text);
      return means.press(button('python.enter'));
  }
}

/** Does at the bench of real Python what an event says. */
export const atPython: Hand<PythonEvent> = async (opened, event, means) => {
  const { root, button, word } = opened;
  const before = await opened.logged();
  switch (event.type) {
    case 'wrote':
      await open(opened, event.path, means);
      return writeInto(opened, root.getByRole('textbox', { name: event.path }), event.text, means);
    case 'renamed':
      await open(opened, event.from, means);
      return name(opened, event.to, word('python.renameFile', { path: event.from }), means);
    case 'removed': {
      await open(opened, event.path, means);
      const fold = root.locator('details', { hasText: word('python.fileNames') });
      if ((await fold.getAttribute('open')) === null) await means.press(fold.locator('summary'));
      return means.press(button('python.removeFile', { path: event.path }));
    }
    case 'typed':
      return writeInto(opened, editorOf(opened, event.cell), event.text, means);
    case 'cell-added':
      return more(root.locator('[data-cell]').nth(event.at - 1), word('python.addCell'), means);
    case 'cell-moved': {
      const cells = await root
        .locator('[data-cell]')
        .evaluateAll((all) => all.map((cell) => cell.getAttribute('data-cell')));
      const by = event.to - cells.indexOf(event.cell);
      const move = word(by < 0 ? 'python.moveUp' : 'python.moveDown');
      for (let left = Math.abs(by); left > 0; left--)
        await more(cellOf(opened, event.cell), move, means);
      return;
    }
    case 'cell-removed':
      return more(cellOf(opened, event.cell), word('python.removeCell'), means);
    case 'ran':
      await run(opened, event.what, means);
      break;
    case 'answered':
      await means.write(root.locator('form.answer').getByRole('textbox'), event.text);
      await means.press(button('python.giveAnswer'));
      break;
    case 'restarted':
      return means.press(
        button(
          (await button('python.restart').count()) > 0 ? 'python.restart' : 'python.freshPrompt',
        ),
      );
    case 'installed':
    case 'imported':
    case 'supplied':
      throw new Error(`no hand for ${event.type}`);
  }
  await expect.poll(opened.logged).toBeGreaterThan(before);
  await expectRest(opened);
};
