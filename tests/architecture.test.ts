import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { globSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { circlesIn } from './architecture/circles.ts';
import { importsOf, ROOT, sourceFiles, type Import } from './architecture/imports.ts';
import { layers, exceptions, type Layer } from './architecture/layers.ts';

/** Whether a path is one of the places, lies below one, or, for `src/*`, lies in that folder itself. */
const isIn = (path: string, places: readonly string[] = []): boolean =>
  places.some((place) =>
    place.endsWith('/*')
      ? dirname(path) === place.slice(0, -2)
      : path === place || path.startsWith(`${place}/`),
  );

/** Whether a layer lets its files import this. */
function isAllowed(folder: string, layer: Layer, { to, own, how }: Import): boolean {
  if (!own) return layer.packages.some((name) => name === '*' || isIn(to, [name]));
  return (
    isIn(to, [folder, ...layer.values]) ||
    (how === 'type' && isIn(to, layer.types)) ||
    (how === 'lazy' && isIn(to, layer.lazily))
  );
}

const written = ({ from, to, how }: Import): string => `${from} → ${to} (${how})`;

const folders = Object.keys(layers);

/** The files of a layer: those below its folder that no longer folder has. */
const filesOf = (folder: string): readonly string[] =>
  sourceFiles([folder]).filter((path) =>
    folders.every((other) => other.length <= folder.length || !isIn(path, [other])),
  );

for (const [folder, layer] of Object.entries(layers))
  test(`${folder} knows only whom it may know`, () => {
    const refused = filesOf(folder)
      .flatMap((path) => importsOf(path))
      .filter((one) => !isAllowed(folder, layer, one))
      .map(written);
    deepEqual(
      refused.filter((one) => !Object.hasOwn(exceptions, one)),
      [],
    );
  });

test('every folder of labs/ and src/ that holds code has its place among the layers', () => {
  const there = globSync(['labs/*/', 'src/*/'], { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/').replace(/\/$/, ''))
    .filter((folder) => sourceFiles([folder]).length > 0);
  deepEqual(there.filter((folder) => !Object.hasOwn(layers, folder)).sort(), []);
});

test('every exception is still needed', () => {
  const all = folders.flatMap((folder) => sourceFiles([folder]).flatMap((path) => importsOf(path)));
  deepEqual(
    Object.keys(exceptions).filter((one) => !all.map(written).includes(one)),
    [],
  );
});

test('no file imports itself by way of others', () => {
  const files = sourceFiles(['labs', 'src', 'scripts']);
  const graph = new Map(
    files.map((path) => [
      path,
      importsOf(path).flatMap(({ to, own, how }) => (own && how === 'value' ? [to] : [])),
    ]),
  );
  deepEqual(circlesIn(graph), []);
});

test('the product knows nothing of its tests and scripts', () => {
  const refused = sourceFiles(['labs', 'src', 'content'])
    .flatMap((path) => importsOf(path))
    .filter(({ to, own }) => own && isIn(to, ['tests', 'scripts']));
  deepEqual(
    refused.map(written).filter((one) => !Object.hasOwn(exceptions, one)),
    [],
  );
});

test('a layer refuses whom it may not know', () => {
  const layer: Layer = {
    values: ['a/core', 'src/*'],
    types: ['a/types'],
    lazily: ['a/big'],
    packages: ['lib'],
  };
  const verdict = (to: string, how: Import['how'] = 'value', own = true) =>
    isAllowed('a/here', layer, { from: 'a/here/x.ts', to, how, own });
  for (const to of ['a/here/y.ts', 'a/core/y.ts', 'src/y.ts']) equal(verdict(to), true, to);
  for (const to of ['a/corex/y.ts', 'a/types/y.ts', 'a/big/y.ts', 'src/z/y.ts', 'b/y.ts'])
    equal(verdict(to), false, to);
  equal(verdict('a/types/y.ts', 'type'), true);
  equal(verdict('a/types/y.ts', 'lazy'), false);
  equal(verdict('a/big/y.ts', 'lazy'), true);
  equal(verdict('a/big/y.ts', 'type'), false);
  equal(verdict('lib/part', 'value', false), true);
  equal(verdict('library', 'value', false), false);
});

test('the reader of imports sees every way to write one', () => {
  const code = `import a from './a.ts'; import type { B } from './b.ts'; import { type C } from '../c/c.ts';
    import './d.ts'; export * from './e.ts'; export type { F } from './f.ts'; const g = import('~/g.ts');
    const h = import.meta.glob(['../h/*/lab.ts']); type I = import('./i.ts').I; import x from 'package/part';
    // import './comment.ts'
    const text = "import './text.ts'";`;
  const seen = (path: string, text: string) =>
    importsOf(path, text).map(({ to, how }) => `${how} ${to}`);
  const all = [
    'value src/x/a.ts',
    'type src/x/b.ts',
    'type src/c/c.ts',
    'value src/x/d.ts',
    'value src/x/e.ts',
    'type src/x/f.ts',
    'lazy src/g.ts',
    'lazy src/h/*/lab.ts',
    'type src/x/i.ts',
    'value package/part',
  ];
  deepEqual(seen('src/x/y.ts', code), all);
  deepEqual(
    seen('src/x/y.svelte', `<p>import './p.ts'</p><script lang="ts">${code}</script>`),
    all,
  );
  deepEqual(seen('src/x/y.astro', `---\n${code}\n---\n<p/><script>import './z.ts'</script>`), [
    ...all,
    'value src/x/z.ts',
  ]);
  deepEqual(
    seen('src/x/y.mdx', `---\ntitle: x\n---\n\nimport A from '~/a.astro';\n\nAn import from 'b'.`),
    ['value src/a.astro'],
  );
});

test('the reader of circles finds each one once', () => {
  const graph = new Map([
    ['a', ['b', 'x']],
    ['b', ['c']],
    ['c', ['a', 'd']],
    ['d', ['d']],
    ['e', ['a']],
  ]);
  deepEqual(circlesIn(graph), ['a → b → c → a', 'd → d']);
  equal(
    circlesIn(
      new Map([
        ['a', ['b']],
        ['b', []],
      ]),
    ).length,
    0,
  );
});
