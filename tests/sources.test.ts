import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Source {
  readonly href: string;
  readonly date: string;
  readonly title: string;
  readonly en: string;
  readonly 'zh-cn': string;
}

// `as`: the file is ours; the first test says what stands in it.
const sources = JSON.parse(readFileSync('content/sources.json', 'utf8')) as Record<string, Source>;

for (const [id, source] of Object.entries(sources))
  test(`${id} has an address, a day, a title and a sentence in both languages`, () => {
    assert.match(source.href, /^https:\/\//);
    assert.match(source.date, /^20\d\d-\d\d-\d\d$/);
    for (const words of [source.title, source.en, source['zh-cn']]) assert.notEqual(words, '');
  });

test('every source is named by some chapter, and stands in the order of its id', () => {
  const chapters = globSync('content/docs/**/*.mdx').map((file) => readFileSync(file, 'utf8'));
  const unused = Object.keys(sources).filter(
    (id) => !chapters.some((text) => text.includes(`'${id}'`)),
  );
  assert.deepEqual(unused, []);
  assert.deepEqual(Object.keys(sources), Object.keys(sources).toSorted());
});
