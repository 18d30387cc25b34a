import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { fillBlanks, readLabText } from '../../labs/core/text.ts';
import type { BenchEvent, ResolverLab } from '../../labs/resolve/bench.ts';
import type { AnyLab } from '../../labs/scenarios/lab-data.ts';
import rules from '../../labs/scenarios/tensorflow-pydantic/lab.ts';
import { performWith } from './hands.ts';
import { mouse } from './means.ts';
import { expect } from './page.ts';

/** The lab on which most tests try the frame, and the keys under which the device keeps its session and ticks. */
// `as`: the literals of the lab are inferred wider than its events; its own type check is narrower.
export const lab = rules as ResolverLab;
export const SESSION_KEY = `womm:lab:${lab.id}`;
export const EARNED_KEY = 'womm:earned';

export const LANGUAGES = ['en', 'zh-cn'] as const;
export type Language = (typeof LANGUAGES)[number];

const ROOT = new URL('../../', import.meta.url);
const WORDS = { en: 'content/i18n/en.json', 'zh-cn': 'content/i18n/zh-CN.json' };
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

/** A lab on an open page, found by the words that a reader of its language sees. */
export interface LabPage {
  readonly page: Page;
  readonly lab: AnyLab;
  readonly root: Locator;
  readonly file: Locator;
  readonly run: Locator;
  readonly slider: Locator;
  /** What is wrong now with the first open task. */
  readonly now: Locator;
  readonly rule: Locator;
  word(key: string, values?: Readonly<Record<string, string>>): string;
  button(key: string, values?: Readonly<Record<string, string>>): Locator;
  /** A sentence of the lab's text file as a reader sees it: without marks, with straight quotes. */
  sentence(key: string, values?: Readonly<Record<string, string>>): string;
  /** How many entries the device keeps of its log; Infinity where it keeps none and says so. */
  logged(): Promise<number>;
}

/** The chapter and the page of its own on which the lab stands. */
export const chapterIn = (language: Language): string =>
  `${language === 'en' ? '' : `/${language}`}/pip/conflicts/`;
export const labPageIn = (language: Language, id: string = lab.id): string =>
  `${language === 'en' ? '' : `/${language}`}/labs/${id}/`;

/** The lab on the page that is open; the first, if none is named. */
export function labOn(page: Page, language: Language, which?: AnyLab): LabPage {
  const { id } = which ?? lab;
  const words = JSON.parse(read(WORDS[language])) as Record<string, string>;
  const { sections } = readLabText(read(`labs/scenarios/${id}/${language}.md`));
  const root = which ? page.locator(`wm-lab[data-lab="${id}"]`) : page.locator('wm-lab').first();
  const word: LabPage['word'] = (key, values = {}) => {
    const text = words[key];
    if (text === undefined) throw new Error(`${WORDS[language]} has no ${key}`);
    return fillBlanks(text, values);
  };
  const button: LabPage['button'] = (key, values) =>
    root.getByRole('button', { name: word(key, values), exact: true });
  return {
    page,
    lab: which ?? (lab as AnyLab),
    root,
    word,
    button,
    file: root.getByLabel('requirements.txt', { exact: true }),
    run: button('lab.run'),
    slider: root.getByRole('slider', { name: word('lab.slider') }),
    now: root.getByRole('complementary', { name: word('lab.tasks') }).getByRole('status'),
    rule: root.getByRole('region', { name: word('lab.rule') }),
    sentence: (key, values = {}) => asRead(fillBlanks(sections.get(key) ?? key, values)),
    async logged() {
      if ((await root.locator('p.kept').innerText()).trim() !== '') return Infinity;
      const text = await stored(page, `womm:lab:${id}`).catch(() => null); // refused, not said yet
      // `as`: a session as the page stores it.
      return text === null ? 0 : (JSON.parse(text) as { log: readonly unknown[] }).log.length;
    },
  };
}

const MARKS = /[*`]/g;

/** Text as it is compared: marks of emphasis gone, quotes straight, white space single. */
export const asRead = (text: string): string =>
  text.replace(MARKS, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();

/** Waits until an element says exactly this sentence of the lab. */
export const expectSentence = (element: Locator, sentence: string): Promise<void> =>
  expect.poll(async () => asRead(await element.innerText())).toBe(sentence);

/** Opens a page and starts its lab by its button. */
export async function openLab(
  page: Page,
  language: Language,
  address = labPageIn(language),
): Promise<LabPage> {
  await page.goto(address);
  const opened = labOn(page, language);
  await opened.button('lab.start').click();
  await expect(opened.file).toBeVisible();
  return opened;
}

/** Does at the bench, by mouse, what an event of a stored solution or near miss says. */
export const perform = (opened: LabPage, event: BenchEvent): Promise<void> =>
  performWith(opened, event, mouse);

export async function performAll(opened: LabPage, events: readonly BenchEvent[]): Promise<void> {
  for (const event of events) await perform(opened, event);
}

/** Runs the file as the lab starts and goes to where pip gives up. */
export async function toConflict({ run, button }: LabPage): Promise<void> {
  await run.click();
  await button('lab.toConflict').click();
  await expect(button('lab.toConflict')).toBeDisabled();
}

/** Runs, finds the conflict and names its project: two of three tasks. */
export async function nameConflict(opened: LabPage): Promise<void> {
  await toConflict(opened);
  await opened.button('lab.name').click();
  await expect(ticks(opened)).toHaveCount(2);
}

/** Changes the file to these lines, and no run. */
export const edit = ({ file }: LabPage, ...lines: readonly string[]): Promise<void> =>
  file.fill(`${lines.join('\n')}\n`);

/** The tasks that are ticked. */
export const ticks = ({ root, word }: LabPage): Locator =>
  root.getByRole('listitem').filter({ hasText: word('lab.done') });

/** Everything is done: ticks, rule. */
export async function expectSolved(opened: LabPage): Promise<void> {
  await expect(ticks(opened)).toHaveCount(opened.lab.tasks.length);
  await expect(opened.rule).toBeVisible();
  await expectSentence(opened.rule, `${opened.word('lab.rule')} ${opened.sentence('rule')}`);
  await expect(opened.now).toHaveText(opened.word('lab.allDone'));
}

/** The goal stands as met, all of it. */
export async function expectGoalMet(opened: LabPage, of: number): Promise<void> {
  const count = opened.word('lab.goalMet', { met: String(of), of: String(of) });
  await expect(opened.root.getByText(count)).toBeVisible();
}

/** The text that the device keeps under a key. */
export const stored = (page: Page, key: string): Promise<string | null> =>
  page.evaluate((name) => localStorage.getItem(name), key);

/** Waits until the device keeps a session in which this was typed. */
export const expectStored = (page: Page, typed: string): Promise<void> =>
  expect.poll(() => stored(page, SESSION_KEY)).toContain(JSON.stringify(typed).slice(1, -1));
