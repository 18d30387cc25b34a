import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import {
  edit,
  expectStored,
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

const openWork = ({ root, word }: LabPage): Promise<void> =>
  root.getByText(word('lab.work'), { exact: true }).click();

const importFile = async (opened: LabPage, buffer: Buffer): Promise<void> =>
  opened.root
    .getByLabel(opened.word('lab.import'), { exact: true })
    .setInputFiles({ name: 'work.json', mimeType: 'application/json', buffer });

/** Names the conflict, edits, and takes the exported file. */
async function exported(opened: LabPage): Promise<Buffer> {
  await nameConflict(opened);
  await edit(opened, 'tensorflow==2.13.0', 'pydantic<2 # 导出');
  await openWork(opened);
  const download = opened.page.waitForEvent('download');
  await opened.button('lab.export').click();
  expect((await download).suggestedFilename()).toBe('works-on-my-machine.json');
  return readFile(await (await download).path());
}

const everything = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => ({ ...localStorage }));

for (const language of LANGUAGES)
  test(`${language}: what is exported here can be brought back on another device`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const file = await exported(await openLab(page, language));
    const there = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
    const opened = await openLab(await there.newPage(), language);
    await openWork(opened);
    await importFile(opened, file);
    await expect(opened.root.getByText(opened.word('lab.imported', { n: '2' }))).toBeVisible();
    for (const visit of ['at once', 'after a reload']) {
      await expect(opened.file, visit).toHaveValue('tensorflow==2.13.0\npydantic<2 # 导出\n');
      await expect(ticks(opened), visit).toHaveCount(2);
      await expect(opened.root.getByText(/91.*93/).first(), visit).toBeVisible();
      await opened.page.reload();
    }
    expect(await everything(opened.page)).toEqual(await everything(page));
    await there.close();
  });

test('an import does not erase the session that stands in its way, nor does the next move erase the import', async ({
  page,
}) => {
  const opened = await openLab(page, 'en');
  const file = await exported(opened);
  await opened.button('lab.reset').click();
  await edit(opened, 'mine');
  await expectStored(page, 'mine\n');
  const mine = await stored(page, SESSION_KEY);
  await importFile(opened, file);
  await expect(opened.file).toHaveValue('tensorflow==2.13.0\npydantic<2 # 导出\n');
  expect(await stored(page, `womm:aside:lab:${lab.id}:1`)).toBe(mine);
  await opened.run.click();
  await expect(ticks(opened)).toHaveCount(3);
  await page.reload();
  await expect(opened.file).toHaveValue('tensorflow==2.13.0\npydantic<2 # 导出\n');
});

const rubbish: Readonly<Record<string, string>> = {
  'no JSON': 'hello',
  'another JSON': '{"kind":"something else"}',
  'a later format': '{"kind":"womm-backup","format":2,"records":{}}',
  "another site's keys": '{"kind":"womm-backup","format":1,"records":{"theme":"dark"}}',
  'no texts': `{"kind":"womm-backup","format":1,"records":{"${SESSION_KEY}":7}}`,
  empty: '',
};
for (const [i, [what, text]] of Object.entries(rubbish).entries()) {
  const language = LANGUAGES[i % 2] ?? 'en';
  test(`${language}: a file that is ${what} is refused, and nothing changes`, async ({ page }) => {
    await page.goto(labPageIn(language));
    const opened = labOn(page, language);
    await opened.button('lab.start').click();
    await opened.run.click();
    await expect.poll(() => stored(page, SESSION_KEY)).toContain('"ran"');
    const before = await everything(page);
    await openWork(opened);
    await importFile(opened, Buffer.from(text));
    await expect(opened.root.getByText(opened.word('lab.importFailed'))).toBeVisible();
    expect(await everything(page)).toEqual(before);
  });
}
