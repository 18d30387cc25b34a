import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newerToRuns } from './newer-runs.ts';
import { resolveLegacy } from './pip-legacy.ts';
import { resolvePip } from './pip.ts';
import { drain } from './run.ts';
import type { Request } from './types.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';
import { whyPinned, type Why } from './why.ts';

const pages = fixturePages({
  app: { '1.0': ['lib<3'] },
  tool: { '1.0': ['lib<2'] },
  lib: { '1.0': [], '2.0': [], '2.1': [], '3.0': [], '4.0a1': [], '4.0': [] },
});
const pageOf = (project: string) => pages.get(project);

function whyLib(resolve: typeof resolvePip, request: Request): Why | undefined {
  const run = drain(resolve(request), pageOf);
  assert.ok(run.outcome.ok);
  return whyPinned(run, run.outcome, request, pageOf, 'lib')[0];
}

const runsOf = (why: Why | undefined) =>
  newerToRuns(why?.newer ?? []).map(({ versions, reason }) => [
    versions.map(({ text }) => text),
    reason.because,
    'causes' in reason ? reason.causes.map(({ parent }) => parent?.name) : [],
  ]);

it('newer versions come together where the same requirements rule them out', () => {
  assert.deepEqual(runsOf(whyLib(resolvePip, fixtureRequest(['app', 'tool']))), [
    [['4.0', '4.0a1', '3.0'], 'required', ['app', 'tool']],
    [['2.1', '2.0'], 'required', ['tool']],
  ]);
});

it('in legacy pip the first who asked decides, and who asked later is named apart', () => {
  const why = whyLib(resolveLegacy, fixtureRequest(['app', 'tool']));
  assert.equal(why?.pin.version.text, '2.1');
  assert.deepEqual(
    why?.causes.map(({ parent }) => parent?.name),
    ['app'],
  );
  assert.deepEqual(
    why?.ignored.map(({ parent }) => parent?.name),
    ['tool'],
  );
  assert.deepEqual(runsOf(why), [[['4.0', '4.0a1', '3.0'], 'required', ['app']]]);
});
