import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseProjectPage } from './project-page.ts';

function page(files: readonly unknown[]): string {
  return JSON.stringify({ meta: { 'api-version': '1.4' }, name: 'Foo', files });
}

test('a page keeps what pip can use and lists what it passes over', () => {
  const names = [
    'foo-1.0-1-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
    'foo-1.0.tar.gz',
    'foo-1.0-py2.7.egg',
    'foo-2004d.tar.gz',
    'foo-1.0_x-py3-none-any.whl',
    'bar-1.0-py3-none-any.whl',
    'foo-1.0-py2.7.tar.gz',
  ];
  const read = parseProjectPage(
    page([
      {
        filename: names[0],
        url: `https://files.example.org/${names[0]}#sha256=00`,
        hashes: { sha256: '00' },
        'requires-python': '>=3.8',
        yanked: 'broken',
        size: 10,
        'upload-time': '2026-01-02T03:04:05.123456Z',
        'core-metadata': { sha256: '11' },
      },
      ...names.slice(1).map((filename) => ({ filename, url: `../${filename}`, yanked: false })),
      { filename: 'foo-3.0.tar.gz' },
      'nonsense',
    ]),
    'FOO',
  );
  assert.ok(!('kind' in read));
  assert.equal(read.project, 'foo');
  assert.deepEqual(
    read.files.map(({ version, ...file }) => ({ ...file, version: version.text })),
    [
      {
        filename: names[0],
        kind: 'wheel',
        version: '1.0',
        tags: ['cp312-cp312-manylinux_2_17_x86_64', 'cp312-cp312-manylinux2014_x86_64'],
        build: [1, ''],
        requiresPython: '>=3.8',
        yanked: 'broken',
        uploadTime: '2026-01-02T03:04:05.123456Z',
        size: 10,
        url: `https://files.example.org/${names[0]}#sha256=00`,
        hashes: { sha256: '00' },
        metadata: undefined,
      },
      {
        filename: names[1],
        kind: 'sdist',
        version: '1.0',
        tags: [],
        build: undefined,
        requiresPython: undefined,
        yanked: false,
        uploadTime: undefined,
        size: undefined,
        url: '../foo-1.0.tar.gz',
        hashes: {},
        metadata: undefined,
      },
    ],
  );
  assert.deepEqual(read.skipped, [
    { filename: names[2], reason: 'unsupported-format' },
    { filename: names[3], reason: 'invalid-version' },
    { filename: names[4], reason: 'invalid-wheel-filename' },
    { filename: names[5], reason: 'other-project' },
    { filename: names[6], reason: 'for-one-python' },
    { filename: 'foo-3.0.tar.gz', reason: 'no-url' },
    { filename: '', reason: 'malformed-entry' },
  ]);
});

test('what is no page says what was expected', () => {
  const messages = ['', '<html>', '[]', '{"files": 1}', '{"files": ['].map((text) => {
    const read = parseProjectPage(text, 'foo');
    return 'kind' in read ? read.message : read;
  });
  assert.deepEqual(messages, [
    'expected a JSON object (PEP 691)',
    'expected a JSON object (PEP 691)',
    'expected a JSON object (PEP 691)',
    'expected "files" to be a list (PEP 691)',
    'expected a JSON object (PEP 691)',
  ]);
});
