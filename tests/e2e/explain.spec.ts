import { explain, explainIn, openExplain, settled } from './explain-page.ts';
import { LANGUAGES } from './lab-page.ts';
import { expect, test } from './page.ts';
import { violations } from './violations.ts';

/** Two lines that no chapter uses. */
const CONFLICT = ['scipy==1.10.1', 'opencv-python==5.0.0.93'];

test('from the home page: I have an error', async ({ page }) => {
  await page.goto('/');
  await page.locator('a.door[href="/explain/"]').click();
  await expect(page).toHaveURL('/explain/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('before the first touch nothing of the tool is loaded', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const opened = await openExplain(page);
  await page.waitForLoadState('networkidle');
  const early = asked.filter((path) => /(?:worker|mount|client).*\.js|snapshot/.test(path));
  expect(early).toEqual([]);
  await opened.field.focus();
  await expect.poll(() => asked.some((path) => /mount/.test(path))).toBe(true);
});

for (const language of LANGUAGES)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${language}, ${colorScheme}: the sentence names the reader's lines; nothing axe knows is wrong; 320 px`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 320, height: 640 });
      const opened = await openExplain(page, language);
      await explain(opened, ...CONFLICT);
      await expect(opened.first.locator('code.own')).toHaveText(CONFLICT);
      await expect(opened.first).toContainText('numpy');
      await opened.answer.getByText(opened.word('message')).click();
      await expect(opened.answer).toContainText('ResolutionImpossible');
      expect(await violations(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
    });

test('by keyboard alone: write, ask, take the first change, undo it', async ({ page }) => {
  const opened = await openExplain(page);
  await opened.field.focus();
  await page.keyboard.type(CONFLICT.join('\n'));
  await page.keyboard.press('Control+Enter');
  await settled(opened);
  await expect(opened.answer.getByRole('heading', { level: 2 })).toBeFocused();
  const apply = opened.button('apply').first();
  for (let i = 0; i < 20 && !(await apply.evaluate((node) => node === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(apply).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(opened.field).not.toHaveValue(CONFLICT.join('\n'));
  await settled(opened);
  await expect(opened.answer.getByText(opened.word('pins'))).toBeVisible();
  await opened.button('undo').press('Enter');
  await expect(opened.field).toHaveValue(CONFLICT.join('\n'));
});

test('a pin says who asks for it and why it is nothing newer', async ({ page }) => {
  const opened = await openExplain(page);
  await explain(opened, 'pandas', 'numpy<2');
  const pin = opened.answer.getByRole('button', { name: /^Why numpy / });
  await pin.click();
  await expect(pin).toHaveAttribute('aria-expanded', 'true');
  const reasons = opened.answer.locator('.reasons');
  await expect(reasons.locator('code.own').first()).toHaveText('numpy<2');
  await expect(reasons).toContainText(opened.word('nothingNewer'));
  expect(await violations(page)).toEqual([]);
});

test('what was typed and chosen is there after a reload, and nothing runs by itself', async ({
  page,
}) => {
  const opened = await openExplain(page);
  await opened.field.fill('pandas\n# mine');
  await page.getByRole('combobox', { name: opened.word('python') }).selectOption('3.9');
  await page.getByLabel(opened.word('platform')).selectOption('win-64');
  await page.reload();
  await expect(opened.field).toHaveValue('pandas\n# mine');
  await expect(page.getByRole('combobox', { name: opened.word('python') })).toHaveValue('3.9');
  await expect(page.getByLabel(opened.word('platform'))).toHaveValue('win-64');
  await expect(opened.answer).toHaveCount(0);
});

test('a link carries the question, and is used only when the reader says so', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const opened = await openExplain(page);
  await page.getByRole('combobox', { name: opened.word('python') }).selectOption('3.12');
  await explain(opened, 'requests', '# 你好');
  await opened.button('copyLink').click();
  await expect(opened.answer).toContainText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await opened.field.fill('mine');
  await page.getByRole('combobox', { name: opened.word('python') }).selectOption('3.9');
  await page.goto('/');
  await page.goto(link);
  await expect(page.getByText(opened.word('linkCarries')).first()).toBeVisible();
  await expect(opened.field).toHaveValue('mine');
  await expect(opened.answer).toHaveCount(0);
  await opened.button('linkUse').click();
  await expect(opened.field).toHaveValue('requests\n# 你好');
  await expect(page.getByRole('combobox', { name: opened.word('python') })).toHaveValue('3.12');
  await expect(opened.answer).toHaveCount(0);
  await page.goto(`${explainIn('en')}#run=explain.pip.0.%%%`);
  await page.reload();
  await expect(page.getByText(opened.word('linkUnreadable'))).toBeVisible();
});

test('a file can be dropped or opened, and its name decides what it is', async ({ page }) => {
  const opened = await openExplain(page);
  const file =
    '[project]\nname = "mine"\nrequires-python = ">=3.13"\ndependencies = [\n  "numpy<2",\n  "pandas",\n]\n';
  await page.locator('wm-explain input[type=file]').setInputFiles({
    name: 'pyproject.toml',
    mimeType: 'text/plain',
    buffer: Buffer.from(file),
  });
  await expect(opened.field).toHaveValue(file);
  await opened.run.click();
  await settled(opened);
  await expect(opened.answer).toContainText(
    opened.word('otherPython', { asked: '>=3.13', python: '3.11' }),
  );
  await expect(opened.answer.locator('code.own').first()).toHaveText('numpy');
  await page.locator('wm-explain input[type=file]').setInputFiles({
    name: 'x.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
  });
  await expect(page.getByText(opened.word('notAFile'))).toBeVisible();
  await expect(opened.field, 'nothing was changed').toHaveValue(file);
});

test('lines that are not followed are named, with the reason', async ({ page }) => {
  const opened = await openExplain(page);
  await explain(opened, '--index-url https://x.example/simple', '-e .', '-r more.txt', 'six');
  await opened.answer.getByText(opened.word('passed')).click();
  for (const reason of ['option', 'editable', 'other-file'])
    await expect(opened.answer).toContainText(opened.word(`passed.${reason}`));
  await explain(opened, 'numpyy', 'six');
  const missing = opened.word('maybe', { project: 'numpyy', names: 'numpy' });
  await expect(opened.answer).toContainText(opened.word('outside', { projects: missing }));
  await expect(opened.first).toHaveText(opened.word('solved', { n: '1' }));
  await explain(opened, 'a-name-that-nobody-has-taken');
  await expect(opened.first).toHaveText(opened.word('nothingKnown'));
});

const LOG = `Collecting scipy==1.10.1 (from -r requirements.txt (line 1))
Collecting opencv-python==5.0.0.93 (from -r requirements.txt (line 2))
ERROR: Cannot install -r requirements.txt (line 1) and -r requirements.txt (line 2) because these package versions have conflicting dependencies.

The conflict is caused by:
    scipy 1.10.1 depends on numpy<1.27.0 and >=1.19.5
    opencv-python 5.0.0.93 depends on numpy>=2; python_version >= "3.9"

ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/
`;

const TLS = `WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after connection broken by 'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)'))': /simple/numpy/
ERROR: Could not find a version that satisfies the requirement numpy (from versions: none)
ERROR: No matching distribution found for numpy
`;

test('pasted output of pip is told from its text, and solved again where it names what was asked', async ({
  page,
}) => {
  const opened = await openExplain(page);
  await explain(opened, LOG);
  await expect(opened.first).toContainText('numpy');
  await expect(opened.answer.locator('figure')).toBeVisible();
  await expect(opened.answer.getByText(opened.word('fixesTried'))).toBeVisible();
  await expect(opened.button('apply'), 'there is no file to change').toHaveCount(0);
  await explain(opened, TLS);
  await expect(opened.answer).not.toContainText('Python 3');
  await expect(opened.answer.locator('figure')).toHaveCount(0);
  await explain(opened, 'WARNING: There was something else');
  await expect(opened.first).toHaveText(opened.word('outputUnknown'));
});

const hostile: Readonly<Record<string, string>> = {
  '5 MB of nonsense': 'x'.repeat(5_000_000),
  '5 MB of lines': 'numpy>=1\n'.repeat(555_555),
  '10,000 requirements': Array.from({ length: 10_000 }, (_, i) => `p${i}>=${i}`).join('\n'),
  'quotes and backslashes': '\\\n"\'`'.repeat(200_000),
  'control characters': Array.from({ length: 5_000 }, (_, i) => String.fromCharCode(i % 32)).join(
    '',
  ),
  'right to left': '\u202e\u2067numpy==1 # \u200f\u05d0\u05d1\n'.repeat(100),
  markup: '<script>alert(1)</script>\n<img src=x onerror=alert(1)>',
  'nested TOML': `[project]\ndependencies = ${'['.repeat(100_000)}`,
};

for (const [name, text] of Object.entries(hostile))
  test(`${name}: an answer or an error, and a page that lives`, async ({ page }) => {
    const opened = await openExplain(page);
    await opened.field.focus();
    await opened.field.evaluate((field: HTMLTextAreaElement, value) => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    const tooLong = page.getByText(opened.word('tooLong', { n: '300,000' }));
    if (text.length > 300_000) {
      await expect(tooLong).toBeVisible();
      await expect(opened.field, 'as it was').toHaveValue('');
      return;
    }
    await opened.run.click();
    await settled(opened);
    await expect(opened.first).toBeVisible();
    await expect(page.locator('wm-explain img')).toHaveCount(0);
  });
