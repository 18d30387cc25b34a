import type { Page } from '@playwright/test';
import type { LabEvent } from '../../labs/core/engine.ts';
import { states } from '../../labs/core/session.ts';
import type { BenchEvent } from '../../labs/resolve/bench.ts';
import { isPythonLab, type AnyLab } from '../../labs/scenarios/lab-data.ts';
import { labs, preparedSetup } from './all-labs.ts';
import { lackingFor, revealedState } from '../supply.ts';
import { performWith } from './hands.ts';
import {
  edit,
  expectSentence,
  expectSolved,
  lab,
  labOn,
  labPageIn,
  LANGUAGES,
  nameConflict,
  openLab,
  perform,
  performAll,
  ticks,
  type Language,
} from './lab-page.ts';
import { keyboardOf, touch, type Means } from './means.ts';
import { expect, test } from './page.ts';
import { violations } from './violations.ts';

// One solution a bench kind and language is typed in every run, all of every lab when TEST_ALL is set.
const isAll = process.env['TEST_ALL'] !== undefined;
const possible = labs.filter((lab) => lackingFor(lab) === undefined);
const needsWheels = (lab: AnyLab): boolean => isPythonLab(lab) && lab.setup.wheels.length > 0;
const firstOf = (kind: string) =>
  possible.find((lab) => lab.engine.kind === kind && !needsWheels(lab));
const typed = possible.filter((lab) => isAll || lab === firstOf(lab.engine.kind));

/** Predicts what the engine says, does every event by these means, and looks at each state. */
async function solve(
  page: Page,
  { which, language, events }: { which: AnyLab; language: Language; events: readonly LabEvent[] },
  means: Means,
): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(labPageIn(language, which.id));
  const opened = labOn(page, language, which);
  const { prediction } = which;
  const setup = await preparedSetup(which);
  const right = await prediction?.answer(setup, await revealedState(which, setup, events));
  const radio = opened.root.locator(`.prediction input[value="${right}"]`);
  if (prediction) await means.check(radio);
  else await means.press(opened.button('lab.start'));
  await expect(opened.root).not.toHaveAttribute('aria-busy');
  await expect(opened.button('lab.undo')).toBeVisible();
  if (prediction) await expect(radio).toBeChecked();
  expect(await violations(page, 'section.lab'), 'open').toEqual([]);
  for (const event of events) {
    await performWith(opened, event, means);
    if (isAll) expect(await violations(page, 'section.lab'), JSON.stringify(event)).toEqual([]);
  }
  await expectSolved(opened);
  if (prediction)
    await expectSentence(opened.root.locator('.answer'), opened.sentence('prediction/right'));
  expect(await violations(page, 'section.lab'), 'solved').toEqual([]);
}

for (const which of typed)
  for (const { route, events } of isAll ? which.solutions : which.solutions.slice(0, 1))
    test(`en: ${which.id} by keyboard alone: the solution ${route} ticks every task and shows the rule`, async ({
      page,
    }) => {
      test.slow();
      await solve(page, { which, language: 'en', events }, keyboardOf(page));
    });

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  for (const which of typed)
    for (const { route, events } of isAll ? which.solutions : which.solutions.slice(1, 2))
      test(`zh-cn: ${which.id} by touch alone: the solution ${route} ticks every task and shows the rule`, async ({
        page,
      }) => {
        test.slow();
        await solve(page, { which, language: 'zh-cn', events }, touch);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      });
});

/** The likely mistakes that are typed here: one at the second task, two at the third, one with blanks of each kind. */
const TYPED = ['root-named', 'requirement-gone', 'own-pin-conflict', 'bad-line'];
const nearMisses = lab.nearMisses.filter(({ why }) => isAll || TYPED.includes(why));
const prepared = async () => (await preparedSetup(lab as AnyLab)) as typeof lab.setup; // `as`: its own setup

for (const language of LANGUAGES)
  for (const { task, why, events } of nearMisses.filter((near) => near.task !== 'see-conflict'))
    test(`${language}: the near miss ${why}, typed, is answered in the words of the text`, async ({
      page,
    }) => {
      const opened = await openLab(page, language);
      const end = (await states(lab.engine, await prepared(), events)).at(-1);
      const verdict = end && lab.tasks.find(({ id }) => id === task)?.check(end);
      if (!verdict || verdict.ok) throw new Error('not a near miss');
      const last = events.at(-1) as BenchEvent;
      if (task === 'name-project') {
        await perform(opened, { type: 'ran' });
        await opened.button('lab.toConflict').click();
        await perform(opened, last);
      } else {
        await nameConflict(opened);
        await performAll(opened, events);
      }
      await expectSentence(opened.now, opened.sentence(`task/${task}/${why}`, verdict.with));
      await expect(ticks(opened)).toHaveCount(task === 'name-project' ? 1 : 2);
      await expect(opened.rule).toBeHidden();
    });

for (const language of LANGUAGES)
  test(`${language}: a prediction that was wrong is said to be, after the run and not before`, async ({
    page,
  }) => {
    const opened = await openLab(page, language);
    const first = opened.root.getByRole('radio').first();
    await first.check();
    const wrong = opened.root.getByText(opened.sentence('prediction/wrong'));
    await expect(wrong).toBeHidden();
    await edit(opened, 'numpy', 'tensorflow==2.13.0', 'pydantic==2.3.0');
    await opened.run.click();
    await expect(wrong).toBeVisible();
    await expect(first).toBeDisabled();
  });
