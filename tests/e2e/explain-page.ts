import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { fillBlanks } from '../../labs/core/text.ts';
import type { Language } from './lab-page.ts';
import { expect } from './page.ts';

const ROOT = new URL('../../', import.meta.url);
const WORDS = { en: 'content/i18n/en.json', 'zh-cn': 'content/i18n/zh-CN.json' };

/** The explain tool on an open page, found by the words that a reader of its language sees. */
export interface ExplainPage {
  readonly page: Page;
  readonly field: Locator;
  readonly run: Locator;
  readonly answer: Locator;
  /** The first sentence of the answer. */
  readonly first: Locator;
  readonly live: Locator;
  readonly alert: Locator;
  word(key: string, values?: Readonly<Record<string, string>>): string;
  button(key: string): Locator;
}

export const explainIn = (language: Language): string =>
  `${language === 'en' ? '' : `/${language}`}/explain/`;

/** Opens the page; nothing is loaded but the page. */
export async function openExplain(page: Page, language: Language = 'en'): Promise<ExplainPage> {
  await page.goto(explainIn(language));
  const text = readFileSync(new URL(WORDS[language], ROOT), 'utf8');
  const words = JSON.parse(text) as Record<string, string>;
  const word: ExplainPage['word'] = (key, values = {}) => {
    const found = words[`explain.${key}`];
    if (found === undefined) throw new Error(`${WORDS[language]} has no explain.${key}`);
    return fillBlanks(found, values);
  };
  const root = page.locator('wm-explain');
  const button: ExplainPage['button'] = (key) =>
    root.getByRole('button', { name: word(key), exact: true });
  const answer = root.getByRole('region', { name: word('result') });
  return {
    page,
    word,
    button,
    answer,
    field: root.getByLabel(word('label')),
    run: button('run'),
    first: answer.locator('.first').first(),
    live: button('liveRun'),
    alert: root.getByRole('alert'),
  };
}

/** Types the lines and has them explained to the end. */
export async function explain(opened: ExplainPage, ...lines: readonly string[]): Promise<void> {
  await opened.field.fill(lines.join('\n'));
  await opened.run.click();
  await settled(opened);
}

/** Waits until the tool works no more. */
export async function settled({ answer, alert, button }: ExplainPage): Promise<void> {
  await expect(answer.or(alert).first()).toBeVisible();
  // Fixes are solved again, each; on a busy machine that takes its time.
  await expect(button('stop')).toHaveCount(0, { timeout: 40_000 });
}
