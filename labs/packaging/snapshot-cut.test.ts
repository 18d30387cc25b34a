import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutPage } from './snapshot-cut.ts';
import { encodeSnapshotPage } from './snapshot-encode.ts';
import { page } from './snapshot.fixture.ts';
import { decodeSnapshotPage, type SnapshotPage } from './snapshot.ts';
import type { Target } from './target.ts';

const LINUX: Target = { python: '3.11.7', platform: 'linux-64', implementation: 'cp' };

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
    { before: '2026-11-15', dropped: 0 },
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

test('a cut knows the day of an upload, and the whole page the second', () => {
  const whole = encodeSnapshotPage(
    page('a', [
      { filename: 'a-1.0-py3-none-any.whl', at: '2024-02-29T23:59:59.9Z' },
      { filename: 'a-1.1-py3-none-any.whl', at: '2024-03-01T00:00:00Z' },
      { filename: 'a-2.0-py3-none-any.whl' },
      { filename: 'a-2.1-py3-none-any.whl', at: '2023-07-05T17:56:21Z' },
    ]),
    { before: '2026-11-15', dropped: 0 },
  );
  const times = (of: SnapshotPage): readonly unknown[] =>
    decodeSnapshotPage(of).files.map(({ uploadTime }) => uploadTime);
  assert.deepEqual(times(whole), [
    '2024-02-29T23:59:59Z',
    '2024-03-01T00:00:00Z',
    undefined,
    '2023-07-05T17:56:21Z',
  ]);
  const cut = cutPage(whole, LINUX);
  assert.deepEqual(times(cut), [
    '2024-02-29T00:00:00Z',
    '2024-03-01T00:00:00Z',
    undefined,
    '2023-07-05T00:00:00Z',
  ]);
  assert.deepEqual(
    cut.releases.map(([version, after]) => [version, after]),
    [
      ['1.0', 19_782],
      ['1.1', 1],
      ['2.0', 0],
      ['2.1', -240],
    ],
  );
});
