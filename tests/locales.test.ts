// Two languages, one book: what English has, Chinese has, made from the English of today.
import { test } from 'node:test';
import { deepEqual, equal, throws } from 'node:assert/strict';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  brokenHalves,
  markRevised,
  pairOf,
  pairs,
  sourceHash,
  statedSource,
  withSource,
} from '../scripts/halves.mjs';
import { headingIds, outlineOf, placeholdersIn } from './locales/outline.ts';
import { unclosedEmphasis } from './locales/emphasis.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const whole = pairs().filter(({ english, chinese }) =>
  [english, chinese].every((path) => existsSync(join(ROOT, path))),
);

test('no text has lost its other half or was changed without it', () => {
  deepEqual(brokenHalves(), []);
});

test('every lab has its text in both languages', () => {
  const labs = globSync('labs/scenarios/*/lab.ts', { cwd: ROOT }).map((path) =>
    dirname(path).replaceAll('\\', '/'),
  );
  const missing = labs
    .flatMap((lab) => ['en.md', 'zh-cn.md'].map((name) => `${lab}/${name}`))
    .filter((path) => !existsSync(join(ROOT, path)));
  deepEqual(missing, []);
});

for (const { english, chinese } of whole)
  if (english.startsWith('labs/'))
    test(`${chinese} has the ids of ${english}, in their order`, () => {
      deepEqual(headingIds(read(chinese)), headingIds(read(english)));
    });
  else
    test(`${chinese} has the headings and components of ${english}, in their order`, () => {
      deepEqual(outlineOf(read(chinese)), outlineOf(read(english)));
    });

test('stars of emphasis are never shown: Chinese has no spaces that would close it', () => {
  const shown = whole.flatMap(({ chinese }) =>
    unclosedEmphasis(read(chinese)).map((words) => `${chinese}: ${words}`),
  );
  deepEqual(shown, []);
  deepEqual(unclosedEmphasis('**甲。**乙，**甲**。乙*「丙」*，`**甲。**乙`'), [
    '**甲。**乙',
    '乙*「丙」*，',
  ]);
});

test('the words on buttons are the same in every language, and take the same values', () => {
  const words = (language: string): Record<string, string> =>
    JSON.parse(read(`content/i18n/${language}.json`));
  const shape = (language: string) =>
    Object.fromEntries(
      Object.entries(words(language)).map(([key, text]) => [key, placeholdersIn(text)]),
    );
  const languages = globSync('content/i18n/*.json', { cwd: ROOT }).map((path) =>
    path.replace(/^.*[\\/]|\.json$/g, ''),
  );
  deepEqual(languages.sort(), ['en', 'zh-CN']);
  deepEqual(shape('zh-CN'), shape('en'));
});

test('an outline leaves out what only looks like headings and components', () => {
  const text =
    '---\ntitle: a\n---\n\n# One\n\n```sh\n# not one\n<Not />\n```\n\n`<Nor>` {/* <Neither /> */}\n\n### Two ##\n\n<Lab id="a-lab" start={() => 1}>\n<Term of="x">y</Term>\n';
  deepEqual(outlineOf(text), { headings: ['#', '###'], components: ['Lab a-lab', 'Term'] });
  deepEqual(headingIds('---\nt: 1\n---\n## task a\n\ntext\n\n### not-run\n'), [
    '## task a',
    '### not-run',
  ]);
  deepEqual(placeholdersIn('{count} of {{all}}'), ['{count}', '{{all}}']);
});

test('a path belongs to one pair, whichever half it is', () => {
  const page = { english: 'content/docs/pip/a.mdx', chinese: 'content/docs/zh-cn/pip/a.mdx' };
  deepEqual(pairOf(page.english), page);
  deepEqual(pairOf(page.chinese), page);
  const lab = { english: 'labs/scenarios/x/en.md', chinese: 'labs/scenarios/x/zh-cn.md' };
  deepEqual(pairOf(lab.english), lab);
  deepEqual(pairOf(lab.chinese), lab);
  for (const path of [
    'README.md',
    'content/i18n/en.json',
    'labs/scenarios/x/lab.ts',
    '../content/docs/a.mdx',
  ])
    equal(pairOf(path), undefined, path);
});

test('a source is stated once, quoted, whatever stood there before', () => {
  equal(sourceHash('a\r\nb'), sourceHash('a\nb'));
  equal(sourceHash('a'), 'ca978112ca1b');
  const stamped = "---\ntitle: 甲\nsource: 'ca978112ca1b'\n---\n\n文\n";
  equal(withSource('---\ntitle: 甲\n---\n\n文\n', 'ca978112ca1b'), stamped);
  equal(withSource('---\ntitle: 甲\nsource: 000000000000\n---\n\n文\n', 'ca978112ca1b'), stamped);
  equal(withSource(stamped, 'ca978112ca1b'), stamped);
  equal(withSource('文\n', 'ca978112ca1b'), "---\nsource: 'ca978112ca1b'\n---\n\n文\n");
  equal(statedSource(stamped), 'ca978112ca1b');
  equal(statedSource("---\ntitle: 甲\n---\n\nsource: 'ca978112ca1b'\n"), undefined);
});

test('a lost, an unmarked and a stale half are each said, and marking it mends the last two', () => {
  const root = mkdtempSync(join(tmpdir(), 'halves-'));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  try {
    put('content/docs/a.mdx', 'one');
    put('content/docs/zh-cn/a.mdx', '---\ntitle: 甲\n---\n一');
    put('content/docs/b.mdx', 'two');
    put('content/docs/zh-cn/c.mdx', '三');
    deepEqual(brokenHalves(root), [
      'content/docs/zh-cn/a.mdx is not marked as made from content/docs/a.mdx: revise it, then run `npm run translated content/docs/zh-cn/a.mdx`.',
      'content/docs/b.mdx has no Chinese half: content/docs/zh-cn/b.mdx is missing.',
      'content/docs/zh-cn/c.mdx has no English half: content/docs/c.mdx is missing.',
    ]);
    const [a, b] = pairs(root);
    equal(a && markRevised(a, root), true);
    equal(a && markRevised(a, root), false);
    equal(brokenHalves(root).length, 2);
    put('content/docs/a.mdx', 'one and a half');
    equal(
      brokenHalves(root)[0],
      'content/docs/zh-cn/a.mdx is older than content/docs/a.mdx: revise it, then run `npm run translated content/docs/zh-cn/a.mdx`.',
    );
    throws(() => b && markRevised(b, root), {
      message: 'content/docs/zh-cn/b.mdx is missing: write it first.',
    });
  } finally {
    rmSync(root, { recursive: true });
  }
});
