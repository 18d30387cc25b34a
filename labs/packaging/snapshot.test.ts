import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProjectPage } from './project-page.ts';
import { encodeSnapshotPage } from './snapshot-encode.ts';
import { page } from './snapshot.fixture.ts';
import { decodeSnapshotPage, type SnapshotPage } from './snapshot.ts';

const HEADING = { before: '2026-11-15', dropped: 0 };

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
      [0, 1, 1],
    ],
    releases: [
      [
        '1.0',
        5,
        [
          [0, 0, 0, 7],
          [1, 0, 3, 9],
        ],
      ],
      ['2.0', 0, [[0, 0, -1]]],
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
