import { deepEqual, equal, throws } from 'node:assert/strict';
import { test } from 'node:test';
import type { IndexFile, ProjectPage } from '../../labs/packaging/project-page.ts';
import { parseVersion } from '../../labs/packaging/version.ts';
import { askedOf, lastOfEachSeries } from './asked-of.ts';

const target = { python: '3.11.9', platform: 'linux-64', implementation: 'cp' } as const;

function wheel(version: string, more: Partial<IndexFile> = {}, requires: string[] = []): IndexFile {
  const parsed = parseVersion(version);
  if (!parsed) throw new Error(version);
  return {
    filename: `x-${version}-py3-none-any.whl`,
    version: parsed,
    kind: 'wheel',
    tags: ['py3-none-any'],
    requiresPython: undefined,
    yanked: false,
    uploadTime: undefined,
    size: undefined,
    url: undefined,
    hashes: {},
    metadata: {
      name: 'x',
      version,
      requiresPython: undefined,
      requiresDist: requires,
      providesExtra: [],
    },
    ...more,
  };
}

const page = (...files: IndexFile[]): ProjectPage => ({ project: 'x', files });

test('the last release of a series that the machine can take without building', () => {
  const offered = page(
    wheel('2.0.0'),
    wheel('1.9.1'),
    wheel('1.10.0'),
    wheel('1.9.2', { yanked: 'broken' }),
    wheel('1.10.1', { requiresPython: '>=3.12' }),
    wheel('1.10.2', { tags: ['cp311-cp311-win_amd64'] }),
    wheel('2.0.1rc1'),
    wheel('2.1.0', { kind: 'sdist', tags: [] }),
  );
  deepEqual(
    lastOfEachSeries(offered, target).map(({ text }) => text),
    ['1.9.1', '1.10.0', '2.0.0'],
  );
});

test('what a release asks here: other systems, extras and other projects aside', () => {
  const asked = askedOf(
    'numpy',
    {
      page: page(
        wheel('1.0', {}, [
          'numpy<2; python_version < "3.9"',
          'NumPy>=2; python_version >= "3.9"',
          'numpy!=2.1.0',
          'numpy<1; extra == "old"',
          'scipy<1',
        ]),
      ),
      version: '1.0',
    },
    target,
  );
  equal(asked.text, '!=2.1.0,>=2');
  deepEqual(
    page(wheel('1.26.4'), wheel('2.0.0'), wheel('2.1.0')).files.map(({ version }) =>
      asked.keeps(version),
    ),
    [false, true, false],
  );
});

test('an author who names a release that asks nothing is told so', () => {
  throws(
    () => askedOf('numpy', { page: page(wheel('1.0')), version: '1.0' }, target),
    /x 1\.0 asks nothing of numpy/,
  );
});
