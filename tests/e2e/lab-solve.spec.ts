import { progress } from '../../labs/core/lab.ts';
import { states } from '../../labs/core/session.ts';
import type { BenchEvent } from '../../labs/resolve/bench.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  chapterIn,
  edit,
  expectSentence,
  expectSolved,
  lab,
  labOn,
  LANGUAGES,
  nameConflict,
  openLab,
  perform,
  performAll,
  ticks,
} from './lab-page.ts';
import { expect, test } from './page.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const prepared = async () =>
  (await lab.engine.prepare?.(lab.setup, async (path) => readFileSync(join(DIST, path), 'utf8'))) ??
  lab.setup;

// One route a language is typed in every run, another in each; all of them when TEST_ALL is set.
for (const [i, language] of LANGUAGES.entries()) {
  const routes = process.env['TEST_ALL'] ? lab.solutions : [lab.solutions[i] ?? lab.solutions[0]!];
  for (const { route, events } of routes)
    test(`${language}: the solution ${route}, typed, ticks every task and shows the rule`, async ({
      page,
    }) => {
      await page.goto(chapterIn(language));
      const opened = labOn(page, language);
      await opened.root.getByRole('radio').last().check();
      await expect(opened.file).toBeVisible();
      await expect(opened.root.getByRole('radio').last()).toBeChecked();
      await performAll(opened, events);
      await expectSolved(opened);
      await expect(opened.root.getByText(opened.sentence('prediction/right'))).toBeVisible();
      expect((await progress(lab, await prepared(), events)).size).toBe(lab.tasks.length);
    });
}

/** The likely mistakes that are typed here: one at the second task, two at the third, one with blanks of each kind. */
const TYPED = ['root-named', 'requirement-gone', 'own-pin-conflict', 'bad-line'];
const nearMisses = lab.nearMisses.filter(
  ({ why }) => process.env['TEST_ALL'] || TYPED.includes(why),
);

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
