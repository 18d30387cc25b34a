import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseProjectPage, type IndexFile, type ProjectPage } from './project-page.ts';
import { cutPage } from './snapshot-cut.ts';
import { encodeSnapshotPage } from './snapshot-encode.ts';
import { selectFiles } from './snapshot-select.ts';
import { decodeSnapshotPage, type SnapshotPage } from './snapshot.ts';
import type { Target } from './target.ts';

const LINUX: Target = { python: '3.11.7', platform: 'linux-64', implementation: 'cp' };
const HEADING = { before: '2026-11-15', dropped: 0 };

interface Given {
  readonly filename: string;
  readonly at?: string;
  readonly python?: string;
  readonly yanked?: string | boolean;
  readonly size?: number;
  readonly requires?: readonly string[];
  readonly extras?: readonly string[];
  readonly version?: string;
}

function page(project: string, given: readonly Given[]): ProjectPage {
  const files = given.map(({ filename, at, python, yanked, size }) => ({
    filename,
    url: `https://example.invalid/${filename}`,
    'upload-time': at,
    'requires-python': python,
    yanked: yanked ?? false,
    size,
  }));
  const read = parseProjectPage(JSON.stringify({ files }), project);
  assert.ok('files' in read, 'the page can be read');
  return {
    project: read.project,
    files: read.files.map((file, at) => ({ ...file, metadata: metadataOf(file, given[at]) })),
  };
}

function metadataOf(file: IndexFile, given: Given | undefined): IndexFile['metadata'] {
  if (file.kind === 'sdist') return 'unknown';
  if (given?.requires === undefined) return undefined;
  return {
    name: 'Zeta_Lib',
    version: given.version ?? file.version.text,
    requiresPython: given.python,
    requiresDist: given.requires,
    providesExtra: given.extras ?? [],
  };
}

/** What the bundled form is meant to keep. */
function kept({ files }: ProjectPage): readonly unknown[] {
  return files
    .map((file) => ({
      ...file,
      uploadTime: file.uploadTime?.replace(/\.\d+Z$/, 'Z'),
      url: undefined,
      hashes: {},
    }))
    .sort((a, b) => (a.filename < b.filename ? -1 : 1));
}

const ZETA = page('zeta-lib', [
  {
    filename: 'zeta_lib-1.0-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
    at: '2023-07-05T17:56:21.123456Z',
    python: '>=3.8',
    size: 479_600_000,
    requires: ['alpha<2,>=1', 'beta; sys_platform == "win32"'],
    extras: ['Fast_IO', 'gpu'],
  },
  {
    filename: 'zeta_lib-1.0-cp311-cp311-win_amd64.whl',
    at: '2023-07-05T18:01:00Z',
    requires: ['zeta-win==1.0'],
  },
  { filename: 'zeta_lib-1.0-2local-cp311-cp311-macosx_11_0_arm64.whl', at: '2023-07-05T17:00:00Z' },
  { filename: 'zeta-lib-1.0.tar.gz', at: '2023-07-05T17:56:25Z', size: 12 },
  { filename: 'zeta_lib-1.0rc1-py3-none-any.whl', yanked: true, requires: [] },
  {
    filename: 'zeta_lib-1.1-py3-none-any.whl',
    at: '2024-01-01T00:00:00Z',
    yanked: 'broken "pins"',
    requires: ['alpha'],
    version: '1.01',
  },
  {
    filename: 'zeta_lib-2!1.0.post1-py2.py3-none-any.whl',
    at: '2024-02-29T23:59:59Z',
    requires: ['alpha'],
  },
  { filename: 'zeta-lib-3.0.zip', at: '2024-03-01T00:00:00Z' },
]);

test('what is encoded is decoded, file for file', () => {
  const decoded = decodeSnapshotPage(encodeSnapshotPage(ZETA, HEADING));
  assert.equal(decoded.project, 'zeta-lib');
  assert.deepEqual(kept(decoded), kept(ZETA));
});

test('the order of the index does not matter, and encoding again changes nothing', () => {
  const once = JSON.stringify(encodeSnapshotPage(ZETA, HEADING));
  const turned = { ...ZETA, files: ZETA.files.toReversed() };
  assert.equal(JSON.stringify(encodeSnapshotPage(turned, HEADING)), once);
  const again = encodeSnapshotPage(decodeSnapshotPage(JSON.parse(once) as SnapshotPage), HEADING);
  assert.equal(JSON.stringify(again), once);
});

test('the form of one small page', () => {
  const small = page('a', [
    {
      filename: 'a-1.0-py3-none-any.whl',
      at: '1970-01-01T00:00:05Z',
      python: '>=3',
      size: 7,
      requires: ['b', 'c'],
    },
    { filename: 'a-1.0.tar.gz', at: '1970-01-01T00:00:08Z', python: '>=3', size: 9 },
    { filename: 'a-2.0-py3-none-any.whl', yanked: 'why', requires: ['c'] },
  ]);
  assert.deepEqual(encodeSnapshotPage(small, { before: '2020-01-01', dropped: 3 }), {
    project: 'a',
    before: '2020-01-01',
    dropped: 3,
    filenames: ['a-*-py3-none-any.whl', 'a-*.tar.gz'],
    pythons: ['>=3'],
    reasons: ['why'],
    names: ['Zeta_Lib'],
    requires: ['b', 'c'],
    extras: [],
    metadata: [
      [0, 1, [0, 1], 0],
      [0, 0, [1], 0],
    ],
    kinds: [
      [1, 1, 0],
      [1, 0, 0],
      [0, 2, 1],
    ],
    releases: [
      [
        '1.0',
        5,
        [
          [0, 0, 0, 7],
          [1, 1, 3, 9],
        ],
      ],
      ['2.0', 0, [[0, 2, -1]]],
    ],
  });
});

test('rows that point nowhere are left out instead of guessed', () => {
  const whole = encodeSnapshotPage(ZETA, HEADING);
  const broken: SnapshotPage = { ...whole, kinds: [], metadata: [] };
  assert.deepEqual(decodeSnapshotPage(broken).files, []);
  const unread = decodeSnapshotPage({ ...whole, metadata: [] });
  assert.deepEqual(
    unread.files.map((file) => file.metadata),
    unread.files.map((file) => (file.kind === 'sdist' ? 'unknown' : undefined)),
  );
});

test('a snapshot keeps what our machines could install, uploaded since 2019 and before its day', () => {
  const selected = selectFiles(
    page('a', [
      { filename: 'a-0.9-py3-none-any.whl', at: '2018-12-31T23:59:59Z' },
      { filename: 'a-1.0-cp27-cp27mu-manylinux1_x86_64.whl', at: '2020-01-01T00:00:00Z' },
      { filename: 'a-1.0-cp38-cp38-manylinux1_x86_64.whl', at: '2020-01-01T00:00:00Z' },
      { filename: 'a-1.0-cp38-cp38-win32.whl', at: '2020-01-01T00:00:00Z' },
      { filename: 'a-1.0-pp37-pypy37_pp73-win_amd64.whl', at: '2020-01-01T00:00:00Z' },
      { filename: 'a-1.0-cp36-abi3-macosx_10_9_universal2.whl', at: '2020-01-01T00:00:00Z' },
      { filename: 'a-1.0-cp314-cp314t-win_amd64.whl', at: '2020-01-01T00:00:00Z' },
      { filename: 'a-1.0.tar.gz', at: '2020-01-01T00:00:00Z' },
      { filename: 'a-1.1-py3-none-any.whl', at: '2026-11-15T00:00:00Z' },
    ]),
    '2026-11-15',
  );
  assert.deepEqual(
    selected.page.files.map((file) => file.filename),
    [
      'a-1.0-cp38-cp38-manylinux1_x86_64.whl',
      'a-1.0-cp36-abi3-macosx_10_9_universal2.whl',
      'a-1.0.tar.gz',
    ],
  );
  assert.equal(selected.dropped, 5, 'what did not exist on that day was not dropped');
});

test('a project that stopped before 2019 keeps its newest release', () => {
  const { page: old } = selectFiles(
    page('a', [
      { filename: 'a-0.1-py3-none-any.whl', at: '2016-01-01T00:00:00Z' },
      { filename: 'a-0.2-py3-none-any.whl', at: '2017-01-01T00:00:00Z' },
      { filename: 'a-0.2.tar.gz', at: '2017-01-01T00:00:00Z' },
    ]),
    '2026-11-15',
  );
  assert.deepEqual(
    old.files.map((file) => file.filename),
    ['a-0.2-py3-none-any.whl', 'a-0.2.tar.gz'],
  );
});

test('a cut keeps the best file of each release for one machine', () => {
  const whole = encodeSnapshotPage(
    page('a', [
      { filename: 'a-1.0-py3-none-any.whl', requires: ['pure'], size: 1 },
      { filename: 'a-1.0-cp311-cp311-manylinux_2_17_x86_64.whl', requires: ['fast'], size: 2 },
      { filename: 'a-1.0-cp311-cp311-manylinux_2_28_x86_64.whl', requires: ['newer'], size: 3 },
      { filename: 'a-1.0.tar.gz', size: 4 },
      { filename: 'a-2.0-1-py3-none-any.whl', requires: ['first'] },
      { filename: 'a-2.0-10-py3-none-any.whl', requires: ['tenth'] },
      { filename: 'a-3.0-cp312-cp312-win_amd64.whl', requires: ['win'] },
      { filename: 'a-3.0.tar.gz' },
      { filename: 'a-4.0-cp312-cp312-win_amd64.whl', requires: ['win'] },
      { filename: 'a-5.0-cp311-cp311-linux_x86_64.whl', python: '>=3.12', requires: ['late'] },
      { filename: 'a-5.0-py3-none-any.whl', python: '>=3.8', requires: ['fits'] },
      { filename: 'a-6.0-py3-none-any.whl', python: '>=3.13', requires: ['stays'] },
    ]),
    HEADING,
  );
  const cut = cutPage(whole, LINUX);
  assert.equal(cut.cut, 'linux-64 3.11.7');
  assert.equal(cut.dropped, 7);
  assert.deepEqual(
    decodeSnapshotPage(cut).files.map((file) => [
      file.filename,
      typeof file.metadata === 'object' ? file.metadata.requiresDist[0] : file.metadata,
      file.size,
    ]),
    [
      ['a-1.0-cp311-cp311-manylinux_2_28_x86_64.whl', 'newer', undefined],
      ['a-2.0-10-py3-none-any.whl', 'tenth', undefined],
      ['a-3.0.tar.gz', 'unknown', undefined],
      ['a-5.0-py3-none-any.whl', 'fits', undefined],
      ['a-6.0-py3-none-any.whl', 'stays', undefined],
    ],
  );
});
