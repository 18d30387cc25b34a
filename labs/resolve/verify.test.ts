import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolvePip } from './pip.ts';
import { drain } from './run.ts';
import type { Candidate, Request } from './types.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';
import { isSolution, violations } from './verify.ts';

const UNIVERSE = {
  app: { '1.0': ['lib[fast]>=2'], '2.0': ['lib<2'] },
  lib: { '1.0': [], '2.0': { requires: ['ext; extra == "fast"'], extras: ['fast'] } },
  ext: { '1.0': { python: '>=3.8' } },
};
const PAGES = fixturePages(UNIVERSE);

function solve(lines: readonly string[]): {
  readonly request: Request;
  readonly pins: readonly Candidate[];
} {
  const request = fixtureRequest(lines);
  const { outcome } = drain(resolvePip(request), (project) => PAGES.get(project));
  assert.ok(outcome.ok);
  return { request, pins: outcome.pins };
}

describe('the verifier', () => {
  const { request, pins } = solve(['app==1.0']);
  const [app, lib, ext] = pins;
  assert.ok(app && lib && ext);
  const kinds = (changed: readonly Candidate[], asked = request): readonly string[] =>
    violations(asked, changed).map(({ kind }) => kind);

  it('accepts a solution', () => assert.equal(isSolution(request, pins), true));
  it('misses a pin', () => assert.deepEqual(kinds([app, lib]), ['not-pinned']));
  it('misses an extra', () => {
    assert.deepEqual(kinds([app, { ...lib, extras: [] }]), ['extra-missing']);
  });
  it('sees a wrong version', () => {
    const old = solve(['lib==1.0']).pins[0];
    assert.ok(old);
    assert.deepEqual(kinds([app, old]), ['wrong-version']);
  });
  it('sees a pin that nobody asked for', () => {
    assert.deepEqual(kinds(pins, fixtureRequest(['lib[fast]'])), ['not-asked-for']);
  });
  it('sees two pins of one project', () => {
    assert.deepEqual(kinds([...pins, ext]), ['pinned-twice']);
  });
  it('sees another Python', () => {
    const old = { ...request, target: { ...request.target, python: '3.7.0' } };
    assert.deepEqual(kinds(pins, old), ['not-for-target', 'other-python']);
  });
  it('sees a broken constraint', () => {
    assert.deepEqual(kinds(pins, fixtureRequest(['app==1.0', '-c ext>1'])), ['constraint-broken']);
  });
});
