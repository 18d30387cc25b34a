import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { isPythonLab, type AnyLab } from '../../labs/scenarios/lab-data.ts';
import { labs } from './all-labs.ts';
import { labOn, labPageIn, type LabPage, type Language } from './lab-page.ts';
import { mouse } from './means.ts';
import { expect, test } from './page.ts';
import { atPython, cellOf, editorOf, expectRest, writeInto } from './python-hand.ts';
import { violations } from './violations.ts';

test.slow(); // Python has to be started, by each test anew

const labOf = (fits: (lab: AnyLab) => boolean): AnyLab => {
  const found = labs.find(fits);
  if (!found) throw new Error('no such lab');
  return found;
};
const withOptional = labOf((lab) => isPythonLab(lab) && lab.setup.optional !== undefined);
const withWheels = labOf((lab) => isPythonLab(lab) && lab.setup.wheels.length > 0);
const optional = (isPythonLab(withOptional) && withOptional.setup.optional) || undefined;
if (!optional) throw new Error('no optional project');

async function open(page: Page, language: Language, which: AnyLab): Promise<LabPage> {
  await page.goto(labPageIn(language, which.id));
  const opened = labOn(page, language, which);
  await opened.button('lab.start').click();
  await expect(opened.button('lab.undo')).toBeVisible();
  return opened;
}

/** Serves another copy of the book: one with these wheels, and no others. */
async function haveWheels(page: Page, wheels: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await page.route('**/_astro/_virtual_python-files*.js', async (route) => {
    const response = await route.fetch();
    const own = [...wheels].map(([file, body]) => `"/python/wheels/${file}":${body.length},`);
    const script = (await response.text()).replaceAll(/"\/python\/wheels\/[^"]+":\d+,?/g, '');
    await route.fulfill({
      response,
      body: script.replace('"/python/', `${own.join('')}"/python/`),
    });
  });
  await page.route('**/python/wheels/*', (route) => {
    const body = wheels.get(
      decodeURIComponent(new URL(route.request().url()).pathname.split('/').at(-1) ?? ''),
    );
    return body ? route.fulfill({ body: Buffer.from(body) }) : route.abort();
  });
}

/** A wheel with these modules and no metadata to speak of. */
const wheelOf = (modules: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(modules).map(([name, text]) => [name, strToU8(text)])));

const STANDS_FOR_PANDAS = `import numpy

class DataFrame:
    def __init__(self, columns): self.columns = columns
    def __repr__(self): return f"a DataFrame of {numpy.__name__}'s"
`;

test('what a lab can do without is fetched when it is asked for, never sooner, and then used', async ({
  page,
}) => {
  const bodies = {
    numpy: { 'numpy/__init__.py': '' },
    pandas: { 'pandas/__init__.py': STANDS_FOR_PANDAS },
  };
  const filler = { 'filler/__init__.py': '#'.repeat(80_000) };
  const wheels = new Map(
    optional.wheels.map((file) => {
      const [name = ''] = file.split('-');
      return [
        file,
        wheelOf(name === 'numpy' ? bodies.numpy : name === 'pandas' ? bodies.pandas : filler),
      ];
    }),
  );
  await haveWheels(page, wheels);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const fetched = (): readonly string[] => asked.filter((path) => path.includes('/wheels/'));

  const opened = await open(page, 'zh-cn', withOptional);
  const { root, word, button } = opened;
  const { project } = optional;
  const size = [...wheels.values()].reduce((sum, { length }) => sum + length, 0) / 1_000_000;
  const install = button('python.optional.install', { project, size: size.toFixed(1) });
  const first = cellOf(opened, 'cell-1');
  await atPython(opened, { type: 'ran', what: { type: 'cell', cell: 'cell-1' } }, mouse);
  await expect(first.getByRole('log')).toContainText('rice');
  expect(await violations(page)).toEqual([]);
  expect(fetched()).toEqual([]);

  await install.click();
  await expect(install).toBeHidden();
  await expect(root.getByText(word('python.optional.installed', { project }))).toBeFocused();
  await atPython(opened, { type: 'ran', what: { type: 'cell', cell: 'cell-1' } }, mouse);
  await expect(first.getByRole('log')).toHaveText("a DataFrame of numpy's");
  expect(fetched()).toEqual(optional.wheels.map((file) => `/python/wheels/${file}`));
  expect(await violations(page)).toEqual([]);

  await button('lab.undo').click();
  await button('lab.undo').click();
  await expect(install).toBeVisible();
  await expect(first.getByRole('log')).toContainText('rice');
});

test('a copy without wheels says what it lacks: what a lab can do without, and what it needs', async ({
  page,
}) => {
  await haveWheels(page, new Map());
  const opened = await open(page, 'en', withOptional);
  const { project } = optional;
  await expect(
    opened.root.getByText(opened.word('python.optional.lacking', { project })),
  ).toBeVisible();
  await expect(opened.root.getByRole('button', { name: project })).toHaveCount(0);

  const needy = await open(page, 'en', withWheels);
  const shape = isPythonLab(withWheels) ? withWheels.setup : undefined;
  if (!shape) throw new Error('no lab with wheels');
  const what =
    shape.shape === 'files'
      ? ({ type: 'file', path: Object.keys(shape.files)[0] ?? '' } as const)
      : ({ type: 'line', text: '1' } as const);
  await atPython(needy, { type: 'ran', what }, mouse);
  const wheel = shape.wheels[0] ?? '';
  await expect(needy.root.getByText(needy.word('python.ended.lacking', { wheel }))).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

/** As much of matplotlib as a figure needs: a red dot, with words or without. */
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';
const FIGURES = `import base64, sys, types

class Figure:
    dpi = 100
    def __init__(self, words): self.words = words
    def savefig(self, file, **options): file.write(base64.b64decode("${DOT}"))
    get_suptitle = lambda self: self.words
    get_axes = lambda self: []

pyplot = types.ModuleType("matplotlib.pyplot")
figures = {1: Figure("Rain in <b>Bergen</b>"), 2: Figure("")}
pyplot.get_fignums, pyplot.figure, pyplot.close = lambda: list(figures), figures.get, lambda what: figures.clear()
sys.modules["matplotlib.pyplot"] = pyplot`;

test('a plot stands below its cell with its words, is printed, and goes into the .ipynb and back', async ({
  page,
}) => {
  const opened = await open(page, 'en', withOptional);
  const { root, button, word } = opened;
  await writeInto(opened, editorOf(opened, 'cell-1'), FIGURES, mouse);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expectRest(opened);
  const cell = cellOf(opened, 'cell-1');
  const plot = cell.getByRole('img', { name: 'Rain in <b>Bergen</b>', exact: true });
  await expect(plot).toHaveJSProperty('naturalWidth', 1); // it was decoded
  await expect(cell.getByRole('img', { name: word('python.untitledPlot') })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(plot).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  await root.getByText(word('python.notebookFile'), { exact: true }).click();
  const downloading = page.waitForEvent('download');
  await button('python.exportNotebook').click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  const { cells } = JSON.parse(text) as { cells: { outputs: unknown[] }[] };
  expect(cells[0]?.outputs).toEqual([
    {
      output_type: 'display_data',
      data: { 'image/png': DOT, 'text/plain': ['Rain in <b>Bergen</b>'] },
      metadata: { 'image/png': { alt: 'Rain in <b>Bergen</b>' } },
    },
    { output_type: 'display_data', data: { 'image/png': DOT, 'text/plain': [] }, metadata: {} },
  ]);
  await root.getByLabel(word('python.import')).setInputFiles({
    name: 'x.ipynb',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await expect(root.locator('[data-cell]').first().getByRole('img')).toHaveCount(2);
});
