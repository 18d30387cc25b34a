import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Metadata } from '../packaging/metadata.ts';
import { runLine } from './doors-command.ts';
import { fixturePages } from './universe.fixture.ts';

const pages = fixturePages({
  lib: { '1.0': [], '2.0': [] },
  old: { '1.0': ['lib<2'] },
  new: { '1.0': ['lib>=2'] },
});
// More than an index and a machine is passed by, as a lab's setup is.
const asker = {
  target: { python: '3.11.7', platform: 'linux-64', implementation: 'cp' },
  pages,
  installed: ['of another kind'],
} as const;
const metadata = (name: string, version: string, ...requiresDist: string[]): Metadata => ({
  name,
  version,
  requiresPython: undefined,
  requiresDist,
  providesExtra: [],
});
const START = [metadata('lib', '1.0'), metadata('old', '1.0', 'lib<2')];
const names = (installed: readonly Metadata[]): string[] =>
  installed.map(({ name, version }) => `${name} ${version}`);

it('one command breaks what another has installed, says so, and exits with 0', () => {
  const done = runLine('pip install new', START, asker);
  assert.equal(done.exitCode, 0);
  assert.deepEqual(names(done.installed), ['lib 2.0', 'new 1.0', 'old 1.0']);
  assert.deepEqual(done.printed, [
    'Collecting new',
    'Collecting lib>=2 (from new)',
    'Installing collected packages: lib, new',
    '  Attempting uninstall: lib',
    '    Found existing installation: lib 1.0',
    '    Uninstalling lib-1.0:',
    '      Successfully uninstalled lib-1.0',
    '',
    "ERROR: pip's dependency resolver does not currently take into account all the packages that are installed. This behaviour is the source of the following dependency conflicts.",
    'old 1.0 requires lib<2, but you have lib 2.0 which is incompatible.',
    'Successfully installed lib-2.0 new-1.0',
  ]);
  const check = runLine('python -m pip check', done.installed, asker);
  assert.equal(check.exitCode, 1);
  assert.deepEqual(check.printed, ['old 1.0 has requirement lib<2, but you have lib 2.0.']);
});

it('one command that names both is refused, and nothing is changed', () => {
  const done = runLine('pip install old new', START, asker);
  assert.equal(done.exitCode, 1);
  assert.deepEqual(done.installed, START);
});

it('what it does not follow it leaves alone and says so', () => {
  for (const line of [
    '',
    'pip',
    'ls',
    'pip list',
    'pip install --user new',
    'pip install ./new',
    '"',
  ])
    assert.deepEqual(runLine(line, START, asker), {
      line,
      kind: 'unread',
      printed: [],
      exitCode: undefined,
      installed: START,
      broken: [],
    });
});

it('what pip cannot read is said in its words', () => {
  const done = runLine("pip install 'lib=1'", START, asker);
  assert.equal(done.exitCode, 1);
  assert.ok(done.printed[0]?.startsWith("ERROR: Invalid requirement: 'lib=1'"), done.printed[0]);
});
