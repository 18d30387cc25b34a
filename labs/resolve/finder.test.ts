import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_CHOICE, chooseAll, extendChoice } from '../packaging/name-choice.ts';
import type { ProjectPage } from '../packaging/project-page.ts';
import { resolvePip } from './pip.ts';
import { drain } from './run.ts';
import type { IndexSource, Request } from './types.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';

const INDEX: IndexSource = { kind: 'simple', url: 'https://one.example/simple' };
const EXTRA: IndexSource = { kind: 'simple', url: 'https://two.example/simple' };

describe('which files are looked at', () => {
  const pages = dated(
    fixturePages({
      app: { '1.0': { sdist: true }, '2.0': { tags: [], sdist: true }, '3.0b1': [] },
    }),
  );

  it('has no source-only release under --only-binary, and takes the older wheel for --prefer-binary', () => {
    assert.equal(solve({ binary: chooseAll('yes') }, pages), 'app-1.0-py3-none-any.whl');
    assert.equal(solve({ preferBinary: true }, pages), 'app-1.0-py3-none-any.whl');
    assert.equal(solve({}, pages), 'unknown-metadata');
  });

  it('admits and refuses pre-releases by project', () => {
    const binary = chooseAll('yes');
    const preReleases = extendChoice(NO_CHOICE, 'yes', 'APP');
    assert.equal(solve({ binary, preReleases }, pages), 'app-3.0b1-py3-none-any.whl');
    assert.equal(
      solve({ binary, preReleases: chooseAll('no') }, fixturePages({ app: { '1.0rc1': [] } })),
      'ERROR: Could not find a final version that satisfies the requirement app (from versions: 1.0rc1)\n' +
        'ERROR: No matching distribution found for app',
    );
  });

  it('looks back to a day, and says which index states no days', () => {
    const uploadedPriorTo = Date.UTC(2025, 1, 1) / 1000;
    const binary = chooseAll('yes');
    const pre = chooseAll('yes');
    assert.equal(
      solve({ uploadedPriorTo, binary, preReleases: pre }, pages),
      'app-1.0-py3-none-any.whl',
    );
    assert.equal(
      solve({ uploadedPriorTo, index: INDEX }, fixturePages({ app: { '1.0': [] } })),
      'ERROR: Index https://one.example/simple/app/ does not provide upload-time metadata.',
    );
  });

  it('looks at every index, and asks each by name', () => {
    const asked: string[] = [];
    const two = [fixturePages({ app: { '1.0': [] } }), fixturePages({ app: { '2.0': [] } })];
    const request = fixtureRequest(['app'], { index: INDEX, moreIndexes: [EXTRA] });
    const { outcome } = drain(resolvePip(request), (project, _file, { from }) => {
      asked.push(from?.kind === 'simple' ? from.url : '');
      return two[from === EXTRA ? 1 : 0]?.get(project);
    });
    const [pin] = outcome.ok ? outcome.pins : [];
    assert.deepEqual(
      [asked, pin?.version.text, pin?.source],
      [[INDEX.url, EXTRA.url], '2.0', EXTRA],
    );
  });
});

// The first file of the project that is pinned, or why there is none.
function solve(changes: Partial<Request>, pages: ReadonlyMap<string, ProjectPage>): string {
  const request = fixtureRequest(['app'], changes);
  const { outcome } = drain(resolvePip(request), (project) => pages.get(project));
  if (outcome.ok) return outcome.pins[0]?.file.filename ?? '';
  return outcome.stopped?.kind ?? outcome.message;
}

// One release a month, from January 2025.
function dated(pages: ReadonlyMap<string, ProjectPage>): ReadonlyMap<string, ProjectPage> {
  return new Map(
    [...pages].map(([project, page]) => {
      const days = ['2025-01-01T00:00:00Z', '2025-02-01T00:00:00Z', '2025-03-01T00:00:00Z'];
      const versions = [...new Set(page.files.map(({ version }) => version.text))];
      const files = page.files.map((file) => ({
        ...file,
        uploadTime: days[versions.indexOf(file.version.text)],
      }));
      return [project, { ...page, files }];
    }),
  );
}
