import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Explanation } from './explain.ts';
import { explainFailure } from './explain.ts';
import { resolvePip } from './pip.ts';
import { drain } from './run.ts';
import { formatRequirement } from './texts.ts';
import type { UniverseFixture } from './universe.fixture.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';

function explain(universe: UniverseFixture, lines: readonly string[]): unknown {
  const pages = fixturePages(universe);
  const request = fixtureRequest(lines);
  const pageOf = (project: string) => pages.get(project);
  const { outcome } = drain(resolvePip(request), pageOf);
  assert.ok(!outcome.ok);
  const explanation: Explanation = explainFailure(outcome, request, pageOf);
  return explanation.conflicts.map(({ project, versions, sides, left, isOnIndex }) => ({
    project,
    isOnIndex,
    versions: versions.map(({ text }) => text),
    sides: sides.map((side) =>
      side.kind === 'constraint'
        ? [`constraint ${side.line.text}`, side.leaves.map(({ text }) => text)]
        : [
            side.root?.text,
            side.chain.map(({ requirement }) => formatRequirement(requirement)),
            side.leaves.map(({ text }) => text),
          ],
    ),
    left: left.map(({ text }) => text),
  }));
}

describe('the argument in a failure', () => {
  it('goes from the user’s lines by both chains to the shared project and its empty range', () => {
    const universe = {
      tensor: { '2.13': ['typing<4.6'] },
      dantic: { '2.0': ['core==2.0'] },
      core: { '2.0': ['typing>=4.6'] },
      typing: { '4.5': [], '4.6': [], '4.7': [] },
    };
    assert.deepEqual(explain(universe, ['tensor==2.13', 'dantic>=2']), [
      {
        project: 'typing',
        isOnIndex: true,
        versions: ['4.5', '4.6', '4.7'],
        sides: [
          ['tensor==2.13', ['tensor==2.13', 'typing<4.6'], ['4.5']],
          ['dantic>=2', ['dantic>=2', 'core==2.0', 'typing>=4.6'], ['4.6', '4.7']],
        ],
        left: [],
      },
    ]);
  });

  it('knows a project that the index does not have', () => {
    assert.deepEqual(explain({ app: { '1.0': ['lib'] } }, ['app']), [
      {
        project: 'lib',
        isOnIndex: false,
        versions: [],
        sides: [['app', ['app', 'lib'], []]],
        left: [],
      },
    ]);
  });

  it('counts a constraint as a side', () => {
    const universe = { app: { '1.0': ['lib>=2'] }, lib: { '1.0': [], '2.0': [] } };
    assert.deepEqual(explain(universe, ['app', '-c lib<2']), [
      {
        project: 'lib',
        isOnIndex: true,
        versions: ['1.0', '2.0'],
        sides: [
          ['app', ['app', 'lib>=2'], ['2.0']],
          ['constraint lib<2', ['1.0']],
        ],
        left: [],
      },
    ]);
  });

  it('says so of Python', () => {
    const pages = fixturePages({ app: { '1.0': { python: '>=3.13' } } });
    const index = { kind: 'find-links', directory: '.' } as const;
    const request = fixtureRequest(['app'], { index });
    const { outcome } = drain(resolvePip(request), (project) => pages.get(project));
    assert.ok(!outcome.ok);
    const { conflicts } = explainFailure(outcome, request, (project) => pages.get(project));
    assert.deepEqual(
      conflicts.map(({ versions, left }) => [versions.map(({ text }) => text), left]),
      [[['3.12.1'], []]],
    );
  });
});
