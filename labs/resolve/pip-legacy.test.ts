import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { legacyConflictLines } from './conflict-lines.ts';
import { resolveLegacy } from './pip-legacy.ts';
import type { Run } from './run.ts';
import { drain } from './run.ts';
import type { UniverseFixture } from './universe.fixture.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';

function solve(universe: UniverseFixture, lines: readonly string[]): Run {
  const pages = fixturePages(universe);
  return drain(resolveLegacy(fixtureRequest(lines, { version: '23.2' })), (project) =>
    pages.get(project),
  );
}

// The shape of TensorFlow and a newer library that want different numpys.
const UNIVERSE = {
  tensor: { '1.0': ['num<2'] },
  newlib: { '1.0': ['num>=2'] },
  num: { '1.26': [], '2.0': [] },
};

describe('legacy pip', () => {
  it('lets the first requirement of a name win, and says afterwards what it broke', () => {
    const { outcome } = solve(UNIVERSE, ['tensor', 'newlib']);
    assert.ok(outcome.ok);
    assert.deepEqual(
      outcome.pins.map(({ project, version }) => `${project} ${version.text}`),
      ['tensor 1.0', 'newlib 1.0', 'num 1.26'],
    );
    assert.deepEqual(legacyConflictLines(outcome.broken ?? []), [
      "ERROR: pip's legacy dependency resolver does not consider dependency conflicts when selecting packages. This behaviour is the source of the following dependency conflicts.",
      "newlib 1.0 requires num>=2, but you'll have num 1.26 which is incompatible.",
    ]);
  });

  it('tells that a later requirement was ignored', () => {
    const { steps } = solve(UNIVERSE, ['tensor', 'newlib']);
    const ignored = steps.flatMap((step) =>
      step.type === 'ignoring-requirement' ? [[step.requirement.name, step.parent?.name]] : [],
    );
    assert.deepEqual(ignored, [['num', 'newlib']]);
  });

  it('refuses two lines of the user with different bounds', () => {
    const { outcome } = solve(UNIVERSE, ['num<2', 'num>=2']);
    assert.equal(
      outcome.ok ? '' : outcome.message,
      "ERROR: Double requirement given: num>=2 (already in num<2, name='num')",
    );
  });

  it('keeps the bound of a constraint in place of what is asked', () => {
    const { outcome } = solve(UNIVERSE, ['-c num==1.26', 'num>=2']);
    assert.deepEqual(outcome.ok && outcome.pins.map(({ version }) => version.text), ['1.26']);
  });
});
