import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { REAL_PIP } from '../../labs/resolve/referee/pip-version.ts';
import { explain, openExplain } from './explain-page.ts';
import { lab, labOn, labPageIn, LANGUAGES, openLab, type LabPage } from './lab-page.ts';
import { expect, test } from './page.ts';
import { violations } from './violations.ts';

const WHEEL = `pip-${REAL_PIP}-py3-none-any.whl`;
const isHere = existsSync(new URL(`../../.cache/vendor/${WHEEL}`, import.meta.url));
/** Pyodide and pip are started, for the first time in each test. */
const PATIENCE_MS = 120_000;

/** The part of a bench that asks the real pip. */
const refereeOf = ({ page, word }: LabPage) => {
  const root = page.getByRole('region', { name: word('referee.title') });
  return {
    root,
    ask: root.getByRole('button', { name: word('referee.ask'), exact: true }),
    again: root.getByRole('button', { name: word('referee.again'), exact: true }),
    stop: root.getByRole('button', { name: word('referee.stop'), exact: true }),
    table: root.getByRole('table', { name: word('referee.result') }),
    alert: root.getByRole('alert'),
    said: root.locator('.first'),
  };
};

/** Steps and lines of the lab's first run: what the real pip reports, seen by the tests of the referee. */
const sentence = (opened: LabPage, key: string, n: string) =>
  opened.word(key, { version: REAL_PIP, n });

async function run(page: Page, language: 'en' | 'zh-cn' = 'en'): Promise<LabPage> {
  const opened = await openLab(page, language);
  await opened.run.click();
  await expect(refereeOf(opened).root).toBeVisible();
  return opened;
}

test('a copy of the book without the wheel says so', async ({ page }) => {
  // What the build tells the pages of the files below /python/ stands in one of their scripts.
  await page.route('**/_astro/*.js', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(`/python/wheels/${WHEEL}`, '/python/wheels/-');
    await route.fulfill({ response, body });
  });
  const opened = await run(page);
  const { root, ask } = refereeOf(opened);
  await expect(root).toContainText(opened.word('referee.absent'));
  await expect(ask).toHaveCount(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('the resolver from before 20.3 is not the one that can be asked', async ({ page }) => {
  test.skip(!isHere, `${WHEEL} is not here`);
  await page.goto(labPageIn('en', 'legacy-or-modern'));
  const opened = labOn(page, 'en');
  await opened.button('lab.start').click();
  await opened.run.click();
  const { root, ask } = refereeOf(opened);
  await expect(root).toContainText(opened.word('referee.legacy', { version: REAL_PIP }));
  await expect(ask).toHaveCount(0);
});

test.describe('the real pip', () => {
  test.skip(!isHere, `${WHEEL} is not here`);
  test.slow();

  for (const language of LANGUAGES)
    test(`${language}: nothing is loaded before it is asked; then its answer stands beside ours`, async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const opened = await run(page, language);
      const referee = refereeOf(opened);
      await page.waitForLoadState('networkidle');
      expect(asked.filter((path) => path.startsWith('/python/'))).toEqual([]);
      await referee.ask.focus();
      await page.keyboard.press('Enter');
      await expect(referee.table).toBeVisible({ timeout: PATIENCE_MS });
      await expect(referee.said).toHaveText(sentence(opened, 'referee.agreesRefused', '89'));
      await expect(referee.table.getByText(opened.word('referee.same'))).toHaveCount(3);
      await referee.root.getByText(opened.word('referee.output')).click();
      await expect(referee.root.locator('pre')).toContainText('ERROR: ResolutionImpossible');
      await referee.root.getByRole('button', { name: opened.word('referee.copy') }).click();
      const report = await page.evaluate(() => navigator.clipboard.readText());
      expect(report).toContain('$ pip install -r requirements.txt\n# requirements.txt\ntensorflow');
      expect(report).toContain('They agree.');
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await violations(page, '.referee')).toEqual([]);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth > innerWidth,
        );
        expect(sideways).toBe(false);
      }
    });

  test('zh-cn: it is asked about what is explained, and agrees', async ({ page }) => {
    const opened = await openExplain(page, 'zh-cn');
    await explain(opened, 'scipy==1.10.1', '', 'opencv-python==5.0.0.93  # 一条注释');
    const words = labOn(page, 'zh-cn');
    const referee = refereeOf(words);
    await referee.ask.click();
    await expect(referee.table).toBeVisible({ timeout: PATIENCE_MS });
    await expect(referee.table.getByText(words.word('referee.same'))).toHaveCount(3);
    await expect(referee.said).toContainText(/无解：(\d+) 步里 \1 步相同/);
  });

  test('where the two differ it is said, and what to send', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    // Our resolver, in its thread, and the page each read the index: one of them without pydantic.
    let isFirst = true;
    await page.route(`**/data/${lab.id}.json`, async (route) => {
      const isCut = isFirst;
      isFirst = false;
      const response = await route.fetch();
      if (!isCut) return route.fulfill({ response });
      const cut = (await response.json()) as { pages: readonly { project: string }[] };
      const pages = cut.pages.filter(({ project }) => project !== 'pydantic');
      return route.fulfill({ response, json: { ...cut, pages } });
    });
    const opened = await run(page);
    const referee = refereeOf(opened);
    await referee.ask.click();
    await expect(referee.table).toBeVisible({ timeout: PATIENCE_MS });
    await expect(referee.said).toHaveText(opened.word('referee.differs', { version: REAL_PIP }));
    await expect(referee.root).toContainText(opened.word('referee.differsAt.event', { at: '4' }));
    await referee.root.getByRole('button', { name: opened.word('referee.copy') }).click();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    expect(report).toContain('They differ: event 4');
    expect(report).toMatch(/^(?:real|ours): -$/m);
  });

  test('stopped by the reader, there is no answer', async ({ page }) => {
    const opened = await run(page);
    const referee = refereeOf(opened);
    await referee.ask.click();
    await referee.stop.click();
    await expect(referee.alert).toHaveText(opened.word('referee.trouble.stopped'));
    await expect(referee.again).toBeEnabled();
  });

  test('a Python that dies is said to have, and another one answers', async ({ page }) => {
    const opened = await run(page);
    const referee = refereeOf(opened);
    await referee.ask.click();
    await expect(referee.table).toBeVisible({ timeout: PATIENCE_MS });
    await poison(page);
    await referee.again.click();
    await expect(referee.alert).toContainText('out of memory', { timeout: PATIENCE_MS });
    await referee.again.click();
    await expect(referee.table).toBeVisible({ timeout: PATIENCE_MS });
  });

  test.describe('without a connection', () => {
    test.use({ expectedErrors: /Failed to load resource.*\/python\// });
    test('it says what is missing, and can be asked again', async ({ page }) => {
      await page.route('**/python/**/*.wasm', (route) => route.abort('internetdisconnected'));
      const opened = await run(page);
      const referee = refereeOf(opened);
      await referee.ask.click();
      await expect(referee.alert).toHaveText(opened.word('referee.trouble.offline'));
      await page.unrouteAll();
      await referee.again.click();
      await expect(referee.table).toBeVisible({ timeout: PATIENCE_MS });
    });
  });
});

/** The interpreter dies when it is asked next, as it does where memory runs out. */
async function poison(page: Page): Promise<void> {
  const frame = page.frames().find((each) => each.url() === 'about:srcdoc');
  await frame?.evaluate(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { readonly type: string }) {
      if (message.type !== 'call') return post.call(this, message);
      Worker.prototype.postMessage = post;
      this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
    };
  });
}
