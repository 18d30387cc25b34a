import assert from 'node:assert/strict';
import { it } from 'node:test';
import { answer } from './asking.ts';
import { resolvePip } from './pip.ts';
import { drain } from './run.ts';
import { fixturePages, fixtureRequest, type UniverseFixture } from './universe.fixture.ts';
import { whatIfRelaxed } from './what-if.ts';

function whatIf(universe: UniverseFixture, lines: readonly string[], project: string) {
  const pages = fixturePages(universe);
  const pageOf = (name: string) => pages.get(name);
  const request = fixtureRequest(lines);
  const run = drain(resolvePip(request), pageOf);
  assert.ok(run.outcome.ok);
  const found = whatIfRelaxed(run, run.outcome, request, project, pageOf(project));
  return answer(found, pageOf).map(({ line, to, pin, moved }) => [
    line.text,
    to,
    pin.version.text,
    moved.map((each) => `${each.project} ${each.version.text}`),
  ]);
}

const UNIVERSE: UniverseFixture = {
  app: { '1.0': ['lib<2'], '2.0': ['lib<3'] },
  lib: { '1.0': [], '2.0': [], '3.0': [] },
};

it('the line far above a pin, and what else would change with it', () => {
  assert.deepEqual(whatIf(UNIVERSE, ['app==1.0', 'lib'], 'lib'), [
    ['app==1.0', 'app', '2.0', ['app 2.0']],
  ]);
});
it('a constraint on the pin itself', () => {
  assert.deepEqual(whatIf(UNIVERSE, ['lib', '-c lib<2'], 'lib'), [['lib<2', 'lib', '3.0', []]]);
});
it('nothing where it takes more than one line, or where there is nothing newer', () => {
  assert.deepEqual(whatIf(UNIVERSE, ['app==1.0', 'lib<2'], 'lib'), []);
  assert.deepEqual(whatIf(UNIVERSE, ['app'], 'app'), []);
});
