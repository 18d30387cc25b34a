import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutIndex, decodeIndexCut } from './index-cut.ts';
import { encodeSnapshotPage } from './snapshot-encode.ts';
import { page, type Given } from './snapshot.fixture.ts';
import type { SnapshotPage } from './snapshot.ts';
import type { Target } from './target.ts';

const LINUX: Target = { python: '3.11.7', platform: 'linux-64', implementation: 'cp' };

const wheel = (project: string, version: string, at: string, requires: string[]): Given => ({
  filename: `${project}-${version}-py3-none-any.whl`,
  at: `${at}T12:00:00Z`,
  requires,
});

const PAGES: Readonly<Record<string, readonly Given[]>> = {
  app: [
    wheel('app', '0.1', '2020-01-01', ['ancient']),
    wheel('app', '0.9', '2021-11-14', ['old']),
    wheel('app', '1.0', '2021-11-15', ['recent', 'quiet', "other; sys_platform == 'win32'"]),
    wheel('app', '2.0', '2026-01-01', ['recent[extra]', 'unheard-of']),
  ],
  ancient: [wheel('ancient', '1.0', '2020-01-01', [])],
  old: [wheel('old', '1.0', '2026-01-01', [])],
  other: [wheel('other', '1.0', '2026-01-01', [])],
  recent: [wheel('recent', '1.0', '2026-01-01', ["more; extra == 'extra'"])],
  more: [wheel('more', '1.0', '2026-01-01', [])],
  quiet: [
    wheel('quiet', '1.0', '2019-01-01', ['ancient']),
    wheel('quiet', '1.1', '2019-02-01', ['still']),
  ],
  still: [wheel('still', '1.0', '2019-01-01', ['app'])],
};

function snapshot(project: string): SnapshotPage | undefined {
  const given = PAGES[project];
  return given && encodeSnapshotPage(page(project, given), { before: '2026-11-15', dropped: 0 });
}

test('a cut holds every release of what its projects required within five years', () => {
  const cut = decodeIndexCut(cutIndex(['app'], LINUX, snapshot));
  assert.deepEqual(
    [...cut].map(([project, { files }]) => [project, files.map(({ version }) => version.text)]),
    [
      ['app', ['0.1', '0.9', '1.0', '2.0']],
      ['more', ['1.0']],
      ['quiet', ['1.0', '1.1']],
      ['recent', ['1.0']],
      ['still', ['1.0']],
    ],
  );
});
