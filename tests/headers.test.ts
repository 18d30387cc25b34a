import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { inlineScriptHashes } from '../scripts/csp.mjs';
import { formatHeadersFile, headerRules } from '../scripts/headers.mjs';

// `printf 'let a' | openssl dgst -sha256 -binary | base64`
const LET_A = "'sha256-IfEXP/8HLuXoAiy0hZVrCAcjcLsZqYFpLOHDGj8enqE='";

test('scripts that run are hashed, whatever their attributes look like', () => {
  const html = [
    '<script>let a</script>',
    `<script type='module' data-x="a > b">let a</script >`,
    '<SCRIPT type=text/javascript>let a</SCRIPT>',
  ];
  for (const one of html) deepEqual(inlineScriptHashes(one), [LET_A], one);
  deepEqual(inlineScriptHashes(html.join('\n')), [LET_A, LET_A, LET_A]);
});

test('scripts with a source, and data, need no hash', () => {
  const html = '<script src="/x.js"></script><script type="application/json">{"a":1}</script>';
  deepEqual(inlineScriptHashes(html), []);
});

test('line ends are hashed as a browser reads them', () => {
  deepEqual(
    inlineScriptHashes('<script>a\r\nb</script>'),
    inlineScriptHashes('<script>a\nb</script>'),
  );
});

test('a static host reads the same table from `_headers`', () => {
  const rules = headerRules([LET_A]);
  const lines = formatHeadersFile(rules).split('\n');
  equal(lines[0], '/*');
  equal(lines[1], `  Content-Security-Policy: ${rules[0]?.headers['Content-Security-Policy']}`);
  deepEqual(lines.slice(2, 11), [
    '  Cross-Origin-Opener-Policy: same-origin',
    '  Cross-Origin-Embedder-Policy: require-corp',
    '  Cross-Origin-Resource-Policy: same-origin',
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    '',
    '/_astro/*',
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ]);
});

test('no two rules name a header for one path: hosts would join the values', () => {
  const rules = headerRules([]);
  for (const [at, one] of rules.entries())
    for (const other of rules.slice(at + 1)) {
      const [short, long] = [one, other].map(({ path }) => path.replace(/\*$/, '')).sort();
      if (!long?.startsWith(short ?? '')) continue;
      const shared = Object.keys(one.headers).filter((name) => Object.hasOwn(other.headers, name));
      deepEqual(shared, [], `${one.path} and ${other.path}`);
    }
});

test('besides its own site, pages may ask the two hosts of PyPI and nobody', () => {
  const policy = headerRules([])[0]?.headers['Content-Security-Policy'] ?? '';
  deepEqual(
    policy.split('; ').filter((directive) => directive.includes('://')),
    ["connect-src 'self' https://pypi.org https://files.pythonhosted.org"],
  );
});
