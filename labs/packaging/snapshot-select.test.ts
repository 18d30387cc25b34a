import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectFiles } from './snapshot-select.ts';
import { page } from './snapshot.fixture.ts';

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
