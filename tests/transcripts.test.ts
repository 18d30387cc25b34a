import { deepEqual } from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

// MDX takes two columns off every further line of an expression in an attribute: what a tool printed stands two
// columns in, or its own indentation is lost.
test('what a tool printed is indented by two in the source, and so to the letter on the page', () => {
  const lost = globSync('content/docs/**/*.mdx').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/output=\{`([^]*?)`\}/g)].flatMap(([, printed = '']) =>
      printed
        .split('\n')
        .slice(1)
        .filter((line) => line !== '' && !line.startsWith('  '))
        .map((line) => `${file}: ${line}`),
    ),
  );
  deepEqual(lost, []);
});
