import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { MOST_HINTS } from '../labs/core/hints.ts';
import { progress } from '../labs/core/lab.ts';
import { states } from '../labs/core/session.ts';
import { blanksOf, readLabText, requiredSections } from '../labs/core/text.ts';
import type { SnapshotPage } from '../labs/packaging/snapshot.ts';
import { SNAPSHOT } from '../labs/packaging/snapshot-shelf.ts';
import { labData, type AnyLab } from '../labs/scenarios/lab-data.ts';
import { lackingFor, revealedState, supplyFor } from './supply.ts';

const LANGUAGES = ['en', 'zh-cn'];
const folders = globSync('labs/scenarios/*/').map((folder) => folder.replaceAll('\\', '/'));

const snapshotPage = (project: string): SnapshotPage | undefined => {
  const file = `public/snapshot/${project}.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SnapshotPage) : undefined;
};

/** What a lab reads: its own data, or a page of the snapshot. */
const reading = (data: string) => (path: string) =>
  Promise.resolve(path.startsWith(SNAPSHOT) ? readFileSync(`public/${path}`, 'utf8') : data);

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What tells two end states apart: all but the setup, which is the same, and how a run got there. */
const visible = (state: unknown): string =>
  JSON.stringify(state, (key, value: unknown) => {
    if (key === 'setup' || key === 'state') return undefined;
    return key === 'steps' && Array.isArray(value) ? value.length : value;
  });

for (const folder of folders) {
  const id = folder.split('/').at(-1) ?? '';
  // `as`: every lab.ts exports one lab; the type check of labs/scenarios says so.
  const { default: lab } = (await import(`../${folder}/lab.ts`)) as { default: AnyLab };
  const data = JSON.stringify(labData(lab, snapshotPage)) ?? '';
  const setup = (await lab.engine.prepare?.(lab.setup, reading(data))) ?? lab.setup;
  const supply = supplyFor(lab);
  const skip = lackingFor(lab) ?? false;
  const tasks = lab.tasks.map((task) => task.id);

  test(`${id}: its data weighs at most 60 kB on the wire`, () =>
    assert.ok(brotliCompressSync(data).length <= 60_000));

  test(`${id}: is what DESIGN asks of a lab`, () => {
    assert.equal(lab.id, id);
    assert.ok(lab.solutions.length >= 2, 'two solutions');
    assert.ok(lab.nearMisses.length >= 3, 'three near misses');
    assert.ok(lab.hints.length <= MOST_HINTS, 'hints');
  });

  for (const solution of lab.solutions)
    test(`${id}: solution ${solution.route} meets every task`, { skip }, async () => {
      const done = await progress(lab, setup, solution.events, supply);
      assert.deepEqual([...done].sort(), tasks.toSorted());
    });

  const ends = new Map<string, string>();
  for (const [n, near] of lab.nearMisses.entries())
    test(`${id}: near miss ${n + 1} (${near.why}) fails with its message`, { skip }, async () => {
      const task = lab.tasks.find((candidate) => candidate.id === near.task);
      const end = (await states(lab.engine, setup, near.events, supply)).at(-1);
      assert.ok(task && end);
      const verdict = task.check(end);
      assert.ok(!verdict.ok);
      assert.equal(verdict.why, near.why);
      for (const language of LANGUAGES) {
        const { sections } = readLabText(readFileSync(`${folder}/${language}.md`, 'utf8'));
        const message = sections.get(`task/${near.task}/${near.why}`) ?? '';
        assert.deepEqual(
          blanksOf(message).filter((blank) => !verdict.with?.[blank]),
          [],
          `${language}: blanks that nothing fills`,
        );
      }
      for (const { events } of lab.solutions)
        assert.ok(
          !sameJson(events.slice(0, near.events.length), near.events),
          'no prefix of a solution',
        );
      const seen = visible(end);
      assert.equal(ends.get(seen), undefined, `ends like near miss ${ends.get(seen)}`);
      ends.set(seen, String(n + 1));
    });

  test(
    `${id}: the engine computes an answer to the prediction that is among its options`,
    { skip },
    async () => {
      const { prediction } = lab;
      if (!prediction) return;
      for (const { events } of lab.solutions) {
        const revealed = await revealedState(lab, setup, events);
        assert.ok(revealed !== undefined, 'every solution shows what was to be predicted');
        assert.ok(prediction.options.includes(await prediction.answer(setup, revealed)));
      }
    },
  );

  const texts = LANGUAGES.map((language) =>
    readLabText(readFileSync(`${folder}/${language}.md`, 'utf8')),
  );
  test(`${id}: every language has the same headings, and all that the lab asks for`, () => {
    const [english, chinese] = texts.map(({ sections }) => [...sections.keys()]);
    assert.deepEqual(chinese, english);
    assert.deepEqual(
      requiredSections(lab).filter((key) => !english?.includes(key)),
      [],
    );
  });
  test(`${id}: no sentence is empty, and both languages fill the same blanks`, () => {
    const [english, chinese] = texts;
    for (const [key, sentence] of english?.sections ?? []) {
      assert.notEqual(sentence, '', key);
      assert.notEqual(chinese?.sections.get(key), '', key);
      assert.deepEqual(blanksOf(chinese?.sections.get(key) ?? ''), blanksOf(sentence), key);
    }
  });
  test(`${id}: at most 120 words before the first action`, () =>
    assert.ok((texts[0]?.intro.split(/\s+/).length ?? 0) <= 120));
}

/** Where checks stand that labs share. */
const SHARED_CHECKS = [
  'labs/resolve/tasks.ts',
  'labs/resolve/repair.ts',
  'labs/resolve/tag-goal.ts',
  'labs/resolve/time-machine-goal.ts',
  'labs/resolve/doors-goal.ts',
  'labs/packaging/specifier-goal.ts',
];

test('every verdict of every lab is exercised or written: reasons in the texts exist in some check', () => {
  for (const folder of folders) {
    const source = [...globSync(`${folder}/*.ts`), ...SHARED_CHECKS]
      .map((file) => readFileSync(file, 'utf8'))
      .join('');
    const { sections } = readLabText(readFileSync(`${folder}/en.md`, 'utf8'));
    for (const key of sections.keys()) {
      const [part, , why] = key.split('/');
      if (part === 'task' && why)
        assert.ok(source.includes(`'${why}'`), `${folder}: ${key} is said by no check`);
    }
  }
});
