import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseAll } from '../../packaging/name-choice.ts';
import type { UniverseFixture } from '../universe.fixture.ts';
import { explainFixture, meetingTexts } from './explain.fixture.ts';
import type { Explanation } from './explanation.ts';

function conflict(universe: UniverseFixture, lines: readonly string[]): readonly string[] {
  const explanation = explainFixture(universe, lines);
  assert.equal(explanation.kind, 'conflict');
  assert.ok('sides' in explanation && explanation.isWhole && explanation.isMinimal);
  return [linesOf(explanation), ...meetingTexts(explanation)];
}

const linesOf = ({ lines }: Explanation): string => lines.map(({ text }) => text).join(', ');

/** Kind, lines, what is asked, and what stands against the versions that would have served. */
function nothing(explanation: Explanation): readonly unknown[] {
  assert.ok('asked' in explanation);
  const { kind, asked, unfit, nearest } = explanation;
  const against = unfit.map(({ version, because }) => [version.text, because]);
  return [kind, linesOf(explanation), asked.text, against, nearest];
}

describe('a conflict', () => {
  it('goes by every chain from the reader’s line to the project on which they meet', () => {
    const universe = {
      tensor: { '2.13': ['typing<4.6'] },
      dantic: { '2.0': ['core==2.0'] },
      core: { '2.0': ['typing>=4.6'] },
      typing: { '4.5': [], '4.6': [], '4.7': [] },
      other: { '1.0': ['typing'] },
    };
    assert.deepEqual(conflict(universe, ['other', 'tensor==2.13', 'dantic>=2']), [
      'tensor==2.13, dantic>=2',
      'typing of 4.5 4.6 4.7',
      'chain: tensor==2.13 → tensor 2.13 → typing<4.6 | 4.5',
      'chain: dantic>=2 → dantic 2.0 → core==2.0 → core 2.0 → typing>=4.6 | 4.6 4.7',
    ]);
  });
  it('counts a constraint as a side', () => {
    const universe = { app: { '1.0': ['lib>=2'] }, lib: { '1.0': [], '2.0': [] } };
    assert.deepEqual(conflict(universe, ['app', '-c lib<2']), [
      'app, -c lib<2'.replace('-c ', ''),
      'lib of 1.0 2.0',
      'chain: app → app 1.0 → lib>=2 | 2.0',
      'constraint: lib<2 | 1.0',
    ]);
  });
  it('joins what every version that is left asks', () => {
    const universe = {
      cli: { '1.0': ['typer>=12'], '2.0': ['typer>=15'], '3.0': [] },
      typer: { '9': [], '12': [], '15': [] },
    };
    assert.deepEqual(conflict(universe, ['cli<3', 'typer<10']), [
      'cli<3, typer<10',
      'typer of 9 12 15',
      'chain: cli<3 → cli 1.0 2.0 → typer>=15 or typer>=12 | 12 15',
      'line: typer<10 | 9',
    ]);
  });
  it('says what else keeps other versions away', () => {
    const universe = {
      app: { '1.0': ['mid'] },
      mid: { '1.0': ['lib<2'], '2.0': ['lib>=2'] },
      lib: { '1.0': [], '2.0': [] },
    };
    assert.deepEqual(conflict(universe, ['app', '-c mid<2', 'lib>1']), [
      'app, mid<2, lib>1',
      'lib of 1.0 2.0',
      'chain: app → app 1.0 → mid → mid 1.0 → lib<2 | 1.0',
      '  constraint: mid<2 | 1.0',
      'line: lib>1 | 2.0',
    ]);
  });
  it('rules out versions by what each of them needs', () => {
    const universe = {
      app: { '1.0': ['lib<2'], '2.0': ['gone'] },
      lib: { '1.0': [], '2.0': [] },
    };
    assert.deepEqual(conflict(universe, ['app', 'lib>1']), [
      'app, lib>1',
      'app of 1.0 2.0',
      'line: app | 1.0 2.0',
      'out: 1.0 → lib<2 | 2.0',
      '  lib of 1.0 2.0',
      '  line: lib>1 | 2.0',
      'out: 2.0 → gone | 1.0',
      '  gone of ',
    ]);
  });
  it('tries versions where following alone shows nothing', () => {
    const universe = {
      a: { '1': ['b==1', 'c==1'], '2': ['b==2', 'c==2'] },
      b: { '1': ['d==1'], '2': ['d==2'] },
      c: { '1': ['d==2'], '2': ['d==1'] },
      d: { '1': [], '2': [] },
    };
    const [lines, ...texts] = conflict(universe, ['a']);
    assert.equal(lines, 'a');
    assert.deepEqual(texts.slice(0, 6), [
      'a of 1 2',
      'line: a | 1 2',
      'tried: 1 | 2',
      '  d of 1 2',
      '  assumed: a 1 → a 1 → b==1 → b 1 → d==1 | 1',
      '  assumed: a 1 → a 1 → c==1 → c 1 → d==2 | 2',
    ]);
  });
});

describe('a demand that nothing meets', () => {
  it('is for a project that does not exist: the nearest names', () => {
    const names = ['numpy', 'pandas', 'scipy'];
    const explanation = explainFixture({ scipy: { '1.0': [] } }, ['nunpy', 'scipy'], {}, { names });
    assert.deepEqual(nothing(explanation), ['no-project', 'nunpy', 'nunpy', [], ['numpy']]);
  });
  it('may be for one that only the snapshot lacks', () => {
    const explanation = explainFixture(
      { app: { '1.0': ['lib>1'] } },
      ['app'],
      {},
      { isSnapshot: true },
    );
    assert.deepEqual(nothing(explanation), ['outside-snapshot', 'app', 'lib>1', [], []]);
  });
  it('is for a version that does not exist', () => {
    const explanation = explainFixture({ numpy: { '1.0': [], '2.0': [] } }, ['numpy==9']);
    assert.deepEqual(nothing(explanation), ['no-version', 'numpy==9', 'numpy==9', [], []]);
  });
  it('is for another Python, as the index says', () => {
    const explanation = explainFixture({ app: { '1.0': { python: '>=3.13' }, '0.9': [] } }, [
      'app>=1',
    ]);
    const against = [['1.0', { kind: 'python', requiresPython: '>=3.13' }]];
    assert.deepEqual(nothing(explanation), ['wrong-python', 'app>=1', 'app>=1', against, []]);
  });
  it('is for another Python, as only the file itself says', () => {
    const index = { kind: 'find-links', directory: '.' } as const;
    const explanation = explainFixture({ app: { '1.0': { python: '>=3.13' } } }, ['app'], {
      index,
    });
    const against = [['1.0', { kind: 'python', requiresPython: '>=3.13' }]];
    assert.deepEqual(nothing(explanation), ['wrong-python', 'app', 'app', against, []]);
  });
  it('is for another Python, as the tags say', () => {
    const tags = ['cp310-cp310-manylinux_2_17_x86_64', 'cp311-cp311-manylinux_2_17_x86_64'];
    const explanation = explainFixture({ tensor: { '2.12': { tags } } }, ['tensor==2.12']);
    const against = [['2.12', { kind: 'python-tags', pythons: ['3.11', '3.10'] }]];
    assert.deepEqual(nothing(explanation).slice(0, 4), [
      'wrong-python',
      'tensor==2.12',
      'tensor==2.12',
      against,
    ]);
  });
  it('is for another machine', () => {
    const tags = ['cp312-cp312-win_amd64', 'cp312-cp312-macosx_11_0_arm64'];
    const explanation = explainFixture({ app: { '1.0': { tags } } }, ['app']);
    const against = [['1.0', { kind: 'platform', platforms: ['win-64', 'osx-arm64'] }]];
    assert.deepEqual(nothing(explanation), ['wrong-platform', 'app', 'app', against, []]);
  });
  it('was yanked', () => {
    const universe = { app: { '1.0': { yanked: 'broken' }, '0.9': [] } };
    const explanation = explainFixture(universe, ['app>=1']);
    const against = [['1.0', { kind: 'yanked', reason: 'broken' }]];
    assert.deepEqual(nothing(explanation), ['yanked-only', 'app>=1', 'app>=1', against, []]);
  });
  it('is met by pre-releases only, which pip was told to leave out', () => {
    const universe = { app: { '2.0rc1': [], '1.0': [] } };
    const preReleases = chooseAll('no');
    const explanation = explainFixture(universe, ['app>1'], { preReleases });
    const against = [['2.0rc1', { kind: 'pre-release' }]];
    assert.deepEqual(nothing(explanation), ['pre-release-only', 'app>1', 'app>1', against, []]);
  });
  it('comes as source only', () => {
    const universe = { app: { '1.0': ['lib'] }, lib: { '1.0': { tags: [], sdist: true } } };
    const explanation = explainFixture(universe, ['app']);
    const against = [['1.0', { kind: 'source-only' }]];
    assert.deepEqual(nothing(explanation), ['source-only', 'app', 'lib', against, []]);
  });
  it('has a name that is not what it seems', () => {
    const { traps } = explainFixture({ pandas: { '1.0': [] } }, ['sklearn', 'pandas']);
    assert.deepEqual(
      traps.map(({ line, trap }) => [line.text, trap.instead]),
      [['sklearn', 'scikit-learn']],
    );
  });
});
