// One concept, one small file: about 60 lines, few over 200, none over 300.
import { test } from 'node:test';
import { deepEqual, ok } from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LONGEST = 300;
const LONG = 200;

/** Data tables, a reason each: there is nothing in them to understand. */
const TABLES: Readonly<Record<string, string>> = {
  // 'path': 'what it lists'
};

const lengths = new Map(
  globSync(['*.{ts,mjs}', '{labs,src,scripts,tests,content}/**/*.{ts,mjs,svelte,astro,css,py}'], {
    cwd: ROOT,
    exclude: ['**/node_modules/**', '**/*.d.ts'],
  })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length]),
);

test(`no source file is over ${LONGEST} lines`, () => {
  const over = [...lengths].filter(
    ([path, lines]) => lines > LONGEST && !Object.hasOwn(TABLES, path),
  );
  deepEqual(over, []);
});

test('every table named is still a long file', () => {
  deepEqual(
    Object.keys(TABLES).filter((path) => (lengths.get(path) ?? 0) <= LONGEST),
    [],
  );
});

test('most files are small, and few are long', (t) => {
  const sorted = [...lengths.values()].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const long = [...lengths]
    .filter(([, lines]) => lines > LONG)
    .map(([path, lines]) => `${path} (${lines})`);
  t.diagnostic(
    `${sorted.length} files, median ${median} lines, over ${LONG}: ${long.join(', ') || 'none'}`,
  );
  ok(median <= 80, `the median is ${median} lines`);
  ok(long.length <= sorted.length / 10, `over ${LONG} lines: ${long.join(', ')}`);
});
