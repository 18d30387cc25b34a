// How long the real pip lets a reader wait, from the click to its answer beside ours, and whether the two agree: on
// files of all kinds, in the system's Chromium, on dist.

import type { Page } from '@playwright/test';
import { openSite, type OpenSite } from './parts/site.ts';
import { printTable, quantile } from './parts/table.ts';

const PATIENCE_MS = 180_000;

const FILES: readonly (readonly string[])[] = [
  ['tensorflow==2.13.0', 'pydantic==2.3.0'],
  ['requests'],
  ['pandas', 'numpy<2'],
  ['scipy==1.10.1', 'opencv-python==5.0.0.93'],
  ['flask', 'werkzeug<2'],
  ['django>=4', 'asgiref<3'],
  ['scikit-learn', 'numpy<1.20'],
  ['matplotlib==3.5.0', 'numpy>=2'],
  ['transformers', 'tokenizers<0.10'],
  ['uvicorn[standard]', 'fastapi'],
  ['jupyterlab'],
  ['streamlit', 'protobuf<3'],
  ['boto3', 'urllib3<2'],
  ['httpx==0.27.0', 'httpcore<1'],
  ['torch', 'numpy==1.21.0'],
  ['sqlalchemy<2', 'pandas>=2.2'],
  ['black', 'click<8'],
  ['pytest', 'pluggy<1'],
  ['no-such-project-at-all'],
  ['gradio', 'pydantic<2'],
];

const site = await openSite();
if (site) await measure(site);
else console.log('no dist: npm run build first');

async function measure({ browser, address, close }: OpenSite): Promise<void> {
  for (const language of ['', 'zh-cn/']) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${address}${language}labs/own-two-lines/`);
    await page.locator('.start').click();
    const rows: Row[] = [];
    for (const lines of FILES) rows.push(await ask(page, lines));
    await page.close();
    report(language === '' ? 'English' : 'Chinese', rows);
  }
  await close();
}

interface Row {
  readonly lines: readonly string[];
  /** From the click to the answer on the page; -1: there is none. */
  readonly seconds: number;
  readonly pip: number;
  readonly agrees: boolean;
}

async function ask(page: Page, lines: readonly string[]): Promise<Row> {
  await page.locator('textarea').fill(`${lines.join('\n')}\n`);
  await page.locator('.go:not(.start)').click();
  const idle = () => document.querySelector('.bench[aria-busy="false"] .player');
  await page.waitForFunction(idle, undefined, { timeout: PATIENCE_MS });
  const referee = page.locator('.referee');
  await referee.locator('button').first().click();
  const answer = referee.locator('.verdict, [role=alert]');
  await answer.waitFor({ timeout: PATIENCE_MS });
  const times = await answer.locator('.times').allInnerTexts();
  const [seconds = -1, pip = -1] = (times[0]?.match(/\d+\.\d+/g) ?? []).map(Number);
  return { lines, seconds, pip, agrees: (await referee.locator('.verdict .bad').count()) === 0 };
}

function report(language: string, rows: readonly Row[]): void {
  const [first, ...others] = rows;
  const warm = others.map(({ seconds }) => seconds);
  const agreeing = rows.filter(({ agrees, seconds }) => agrees && seconds >= 0).length;
  console.log(
    `${language}: ${agreeing} of ${rows.length} agree; seconds: the first ${first?.seconds}, ` +
      `then median ${quantile(warm, 0.5)}, 90 % ${quantile(warm, 0.9)}`,
  );
  printTable([
    ['', 'seconds', 'pip itself', ''],
    ...rows.map(({ lines, seconds, pip, agrees }) => [
      lines.join(', '),
      seconds.toFixed(2),
      pip.toFixed(2),
      agrees ? 'same' : 'different',
    ]),
  ]);
}
