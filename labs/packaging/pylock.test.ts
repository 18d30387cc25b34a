import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writePylock, type PinToLock } from './pylock-write.ts';
import { parsePylock } from './pylock.ts';

// What `pip lock 'app[fast]' ./odd-1.0.0-py3-none-any.whl -o -` of pip 26.3 printed over an index of
// empty wheels; only the addresses were changed.
const RECORDED = `lock-version = "1.0"
created-by = "pip"

[[packages]]
name = "app"
version = "2.0"

[[packages.wheels]]
name = "app-2.0-py3-none-any.whl"
url = "https://example.org/files/app-2.0-py3-none-any.whl"

[packages.wheels.hashes]
sha256 = "86047c526959fa94ace4422162cff3644b579cc566d674d40517b4a8867f2e70"

[[packages]]
name = "extra-name"
version = "1.0"

[[packages.wheels]]
name = "extra_name-1.0-py3-none-any.whl"
url = "https://example.org/files/extra_name-1.0-py3-none-any.whl"

[packages.wheels.hashes]
sha256 = "ccbb3fac51e691880e3aa0a94273efb31fca5635d85685a1220ab5d2f741482c"

[[packages]]
name = "odd"

[packages.archive]
url = "file:///home/lin/odd-1.0.0-py3-none-any.whl"

[packages.archive.hashes]
sha256 = "5bc1a0040bfb6c42b69d381bed8daaf56d9ee1d6db8a770622fc44f6abba4a42"
`;

const wheel = (filename: string, url: string, sha256: string): PinToLock['file'] => ({
  filename,
  kind: 'wheel',
  url,
  hashes: { sha256 },
});

const PINS: readonly PinToLock[] = [
  {
    name: 'odd',
    version: '1.0.0',
    file: wheel(
      'odd-1.0.0-py3-none-any.whl',
      'file:///home/lin/odd-1.0.0-py3-none-any.whl',
      '5bc1a0040bfb6c42b69d381bed8daaf56d9ee1d6db8a770622fc44f6abba4a42',
    ),
    isDirect: true,
  },
  {
    name: 'Extra_Name',
    version: '1.0',
    file: wheel(
      'extra_name-1.0-py3-none-any.whl',
      'https://example.org/files/extra_name-1.0-py3-none-any.whl',
      'ccbb3fac51e691880e3aa0a94273efb31fca5635d85685a1220ab5d2f741482c',
    ),
    isDirect: false,
  },
  {
    name: 'app',
    version: '2.0',
    file: wheel(
      'app-2.0-py3-none-any.whl',
      'https://example.org/files/app-2.0-py3-none-any.whl',
      '86047c526959fa94ace4422162cff3644b579cc566d674d40517b4a8867f2e70',
    ),
    isDirect: false,
  },
];

test('a lockfile is written as pip lock writes it', () => {
  assert.equal(writePylock(PINS), RECORDED);
});

test('what is written is read again: each package with its line, version and source', () => {
  const lock = parsePylock(RECORDED);
  assert.ok(lock.kind === 'pylock');
  assert.deepEqual(
    lock.packages.map(({ project, version, line, source }) => [
      project,
      version?.text,
      line,
      source.kind === 'files' ? source.files.map(({ filename }) => filename) : source,
    ]),
    [
      ['app', '2.0', 5, ['app-2.0-py3-none-any.whl']],
      ['extra-name', '1.0', 16, ['extra_name-1.0-py3-none-any.whl']],
      [
        'odd',
        undefined,
        27,
        { kind: 'archive', place: 'file:///home/lin/odd-1.0.0-py3-none-any.whl' },
      ],
    ],
  );
});

test('what is no lockfile is said to be none', () => {
  const messages = [
    '',
    'lock-version = "2.0"\n',
    'lock-version = "1.0"\n',
    'lock-version = "1.0"\n[[packages]]\nversion = "1"\n',
    'lock-version = "1.0"\n[[packages]]\nname = "a"\nversion = "one"\n',
    'lock-version = "1.0"\n[[packages]]\nname = "a"\nversion = "1"\n',
    'lock-version = \n',
  ].map((text) => {
    const read = parsePylock(text);
    return read.kind === 'file-fault' ? [read.line, read.message] : read.kind;
  });
  assert.deepEqual(messages, [
    [undefined, 'expected lock-version = "1.0" (PEP 751): this is no pylock.toml'],
    [undefined, "lock-version '2.0': expected 1.0 (PEP 751)"],
    [undefined, 'expected [[packages]] (PEP 751)'],
    [undefined, '[[packages]]: expected each to have a name'],
    [3, "[[packages]] a: 'one': expected a version"],
    [3, '[[packages]] a: expected wheels, an sdist, an archive, a directory or a vcs'],
    [1, 'expected TOML: invalid value'],
  ]);
});
