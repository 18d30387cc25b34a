import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FixOptions } from './find-fixes.ts';
import { fixFixture } from './fix.fixture.ts';
import type { ExplainOptions } from '../explain/explain-failure.ts';
import type { UniverseFixture } from '../universe.fixture.ts';

/** A line a fix: kind, what changes, what pip installs then. */
function fixes(
  universe: UniverseFixture,
  lines: readonly string[],
  options: ExplainOptions & FixOptions = {},
): readonly string[] {
  const mended = fixFixture(universe, lines, {}, options);
  assert.ok(mended);
  return mended.found.fixes.map(({ kind, change, target, apart, pins }) => {
    const changed = change.map(({ from, to }) => `${from} ⇒ ${to ?? 'nothing'}`);
    const elsewhere = apart?.map(({ text }) => text) ?? [];
    const machine = target === undefined ? [] : [target.python, target.platform];
    const installed = pins.map(({ project, version }) => `${project} ${version.text}`);
    return `${kind}: ${[...changed, ...elsewhere, ...machine].join(', ')}: ${installed.join(', ')}`;
  });
}

const LIB = { '1.0': [], '1.5': [], '2.0': [], '3.0': [] };

describe('fixes', () => {
  it('go to the nearest version that solves, before anything is left out', () => {
    const universe = {
      app: { '1.0': ['lib<2'], '1.1': ['lib<2'], '2.0': ['lib>=2'], '3.0': ['lib>=3'] },
      lib: LIB,
    };
    assert.deepEqual(fixes(universe, ['app==1.0', 'lib==2.0']), [
      'move: lib==2.0 ⇒ lib==1.5: app 1.0, lib 1.5',
      'move: app==1.0 ⇒ app==2.0: app 2.0, lib 2.0',
      'relax: app==1.0 ⇒ app>=1.0: lib 2.0, app 2.0',
      'drop: app==1.0 ⇒ nothing: lib 2.0',
      'drop: lib==2.0 ⇒ nothing: app 1.0, lib 1.5',
      'split: lib==2.0: app 1.0, lib 1.5',
    ]);
  });
  it('widen the bound that is in the way, and no other; extras and marker stay', () => {
    const universe = {
      app: { '1.0': { requires: ['lib>=3'], extras: ['fast'] } },
      lib: LIB,
    };
    const lines = ['app[fast]==1.0 ; python_version > "3"', 'lib >=1.5,<2,!=3.1'];
    assert.equal(
      fixes(universe, lines)[0],
      'relax: lib >=1.5,<2,!=3.1 ⇒ lib>=1.5,<=3.0,!=3.1: app 1.0, lib 3.0',
    );
  });
  it('change as many lines as they must', () => {
    const universe = {
      a: { '1': ['lib==1.0'], '2': ['lib==3.0'] },
      b: { '1': ['other==1'] },
      lib: LIB,
      other: { '1': [], '2': [] },
    };
    const [first] = fixes(universe, ['a==1', 'lib==3.0', 'b==1', 'other==2']);
    assert.equal(first, 'move: a==1 ⇒ a==2, other==2 ⇒ other==1: a 2, lib 3.0, b 1, other 1');
  });
  it('give a name that is not what it seems its right one', () => {
    const universe = { 'scikit-learn': { '1.0': [] }, pandas: { '1.0': [] } };
    assert.deepEqual(fixes(universe, ['sklearn', 'pandas']), [
      'rename: sklearn ⇒ scikit-learn: scikit-learn 1.0, pandas 1.0',
      'drop: sklearn ⇒ nothing: pandas 1.0',
    ]);
  });
  it('give a name that does not exist the nearest one', () => {
    const [first] = fixes({ numpy: { '1.0': [] } }, ['nunpy'], { names: ['numpy', 'pandas'] });
    assert.equal(first, 'rename: nunpy ⇒ numpy: numpy 1.0');
  });
  it('mend several trap names at once, beside lines of other kinds', () => {
    const universe = {
      'scikit-learn': { '1.0': [] },
      tensorflow: { '2.0': [] },
      lib: { '1.0': [] },
    };
    assert.deepEqual(fixes(universe, ['sklearn', 'tensorflow-gpu']), [
      'rename: sklearn ⇒ scikit-learn, tensorflow-gpu ⇒ tensorflow: scikit-learn 1.0, tensorflow 2.0',
    ]);
    assert.deepEqual(fixes(universe, ['sklearn', 'lib>=2']), [
      'relax: sklearn ⇒ scikit-learn, lib>=2 ⇒ lib>=1.0: scikit-learn 1.0, lib 1.0',
    ]);
  });
  it('are told once', () => {
    const universe = { lib: { '1.0': [] } };
    assert.deepEqual(fixes(universe, ['nope', 'gone', 'lib']), [
      'drop: nope ⇒ nothing, gone ⇒ nothing: lib 1.0',
    ]);
  });
  it('name another Python', () => {
    const tags = ['cp310-cp310-manylinux_2_17_x86_64', 'cp311-cp311-manylinux_2_17_x86_64'];
    assert.deepEqual(fixes({ tensor: { '2.12': { tags } } }, ['tensor==2.12']), [
      'python: 3.11.9, linux-64: tensor 2.12',
    ]);
  });
  it('name another machine', () => {
    const tags = ['cp312-cp312-win_amd64'];
    assert.deepEqual(fixes({ app: { '1.0': { tags } } }, ['app']), [
      'platform: 3.12.1, win-64: app 1.0',
    ]);
  });
  it('are none where nothing solves', () => {
    assert.deepEqual(fixes({ app: { '1.0': ['gone'] } }, ['app']), []);
  });
  it('say when the search was cut short', () => {
    const universe = { app: { '1.0': ['lib<2'] }, lib: LIB };
    const mended = fixFixture(universe, ['app', 'lib==2.0'], {}, { mostSteps: 10 });
    assert.deepEqual(mended?.found, { fixes: [], isCutShort: true, solves: 2 });
  });
});
