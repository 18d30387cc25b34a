import { SAVED_FORMAT } from '../../labs/core/saved.ts';
import {
  EARNED_KEY,
  edit,
  expectStored,
  lab,
  labOn,
  labPageIn,
  openLab,
  performAll,
  SESSION_KEY,
  stored,
  ticks,
  toConflict,
  expectSolved,
} from './lab-page.ts';
import { expect, test } from './page.ts';

const START = lab.setup.requirements;

test('a reload in the middle: the lab opens by itself with text, step, prediction and ticks', async ({
  page,
}) => {
  const opened = await openLab(page, 'en');
  await opened.root.getByRole('radio').first().check();
  await toConflict(opened);
  await opened.button('lab.first').click();
  for (let steps = 0; steps < 5; steps++) await opened.button('lab.forward').click();
  await opened.file.fill('numpy # not yet run\n');
  await page.reload();
  await expect(opened.file).toHaveValue('numpy # not yet run\n');
  await expect(opened.root.getByText(/^step 5 of 93$/)).toBeVisible();
  await expect(opened.root.getByRole('radio').first()).toBeChecked();
  await expect(ticks(opened)).toHaveCount(1);
  await expect(opened.root.getByText(opened.word('lab.stale'))).toBeVisible();
});

test('a reload right after one letter does not lose the letter', async ({ page }) => {
  const opened = await openLab(page, 'zh-cn');
  await opened.file.press('ControlOrMeta+Home');
  await page.keyboard.press('x');
  await page.reload();
  await expect(opened.file).toHaveValue(`x${START}`);
});

test('a reload while the steps play keeps the step that was reached', async ({ page }) => {
  const opened = await openLab(page, 'en');
  await opened.run.click();
  await opened.button('lab.play').click();
  await expect(opened.root.getByText(/^step [1-9]\d* of 93$/)).toBeVisible();
  await page.reload();
  await expect(opened.root.getByText(/^step [1-9]\d* of 93$/)).toBeVisible();
});

const session = { format: SAVED_FORMAT, lab: lab.id, edition: lab.edition, log: [], hints: [] };
const damaged: Readonly<Record<string, string>> = {
  garbage: '{"format":1,"lab":"tensorflow-pyd\u0000\ud83d\ude00',
  'another edition': JSON.stringify({ ...session, edition: lab.edition + 1 }),
  'a later format': JSON.stringify({ ...session, format: SAVED_FORMAT + 1, news: ['<b>'] }),
  'an event of nobody': JSON.stringify({ ...session, log: [{ type: 'hacked' }] }),
  '3 MB': `[${'"x",'.repeat(750_000)}0]`,
};
for (const [what, record] of Object.entries(damaged))
  test(`a stored session that is ${what} is put aside word for word, and said`, async ({
    page,
  }) => {
    await page.goto(labPageIn('en'));
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
      SESSION_KEY,
      record,
    ] as const);
    await page.reload();
    const opened = labOn(page, 'en');
    await expect(opened.file).toHaveValue(START);
    await expect(opened.root.getByText(opened.word('lab.aside'))).toBeVisible();
    await toConflict(opened);
    await expect(ticks(opened)).toHaveCount(1);
    expect((await stored(page, `womm:aside:lab:${lab.id}:1`)) === record).toBe(true);
    expect(await stored(page, SESSION_KEY)).toContain('"ran"');
  });

test('damaged ticks are put aside word for word, and said', async ({ page }) => {
  await page.goto(labPageIn('zh-cn'));
  await page.evaluate((key) => localStorage.setItem(key, '{"format":2,"labs":'), EARNED_KEY);
  const opened = await openLab(page, 'zh-cn');
  await expect(opened.root.getByText(opened.word('lab.aside'))).toBeVisible();
  await toConflict(opened);
  await expect(ticks(opened)).toHaveCount(1);
  expect(await stored(page, 'womm:aside:earned:1')).toBe('{"format":2,"labs":');
  expect(JSON.parse((await stored(page, EARNED_KEY)) ?? '')).toEqual({
    format: 1,
    labs: { [lab.id]: ['see-conflict'] },
  });
});

for (const [kind, language] of [
  ['full', 'en'],
  ['refused', 'zh-cn'],
] as const)
  test(`storage that is ${kind} is said, and the lab can be solved and exported`, async ({
    page,
  }) => {
    await page.addInitScript((name) => {
      const fail = (): never => {
        throw new DOMException('no', name === 'full' ? 'QuotaExceededError' : 'SecurityError');
      };
      Storage.prototype.setItem = fail;
      if (name === 'refused') Storage.prototype.getItem = fail;
    }, kind);
    const opened = await openLab(page, language);
    await performAll(opened, lab.solutions[0]?.events ?? []);
    await expect(opened.root.getByText(opened.word(`lab.kept.${kind}`))).toBeVisible();
    await expectSolved(opened);
    await opened.root.getByText(opened.word('lab.work'), { exact: true }).click();
    const download = page.waitForEvent('download');
    await opened.button('lab.export').click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
    const { records } = JSON.parse(Buffer.concat(chunks).toString()) as {
      records: Record<string, string>;
    };
    expect(records[SESSION_KEY]).toContain('pydantic<2');
    expect(JSON.parse(records[EARNED_KEY] ?? '').labs[lab.id]).toHaveLength(lab.tasks.length);
  });

test('a full disk that is freed again keeps everything, also what was done while it was full', async ({
  page,
}) => {
  const opened = await openLab(page, 'en');
  await page.evaluate(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      Storage.prototype.setItem = write;
      throw new DOMException('no', 'QuotaExceededError');
    };
  });
  await opened.run.click();
  await expect(opened.root.getByText(opened.word('lab.kept.full'))).toBeVisible();
  await edit(opened, 'numpy');
  await expectStored(page, 'numpy\n');
  await expect(opened.root.getByText(opened.word('lab.kept.full'))).toBeHidden();
  expect(await stored(page, SESSION_KEY)).toContain('"ran"');
});
