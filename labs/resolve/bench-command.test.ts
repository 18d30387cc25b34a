import assert from 'node:assert/strict';
import { it } from 'node:test';
import { commandOf, exitCodeOf, printedAfter } from './bench-command.ts';
import { resolveLegacy } from './pip-legacy.ts';
import { resolvePip } from './pip.ts';
import { drain } from './run.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';

const pages = fixturePages({
  app: { '1.0': ['lib<2'] },
  tool: { '1.0': ['lib>=2'] },
  lib: { '1.0': [], '2.0': [] },
});
const request = fixtureRequest(['app', 'tool']);

it('legacy pip installs, then says what it broke, and exits with 0', () => {
  const run = drain(resolveLegacy(request), (project) => pages.get(project));
  assert.equal(commandOf('pip-legacy').includes('--use-deprecated=legacy-resolver'), true);
  assert.equal(exitCodeOf(run), 0);
  assert.deepEqual(printedAfter(run, run.steps.length).slice(-3), [
    "ERROR: pip's legacy dependency resolver does not consider dependency conflicts when selecting packages. This behaviour is the source of the following dependency conflicts.",
    "tool 1.0 requires lib>=2, but you'll have lib 1.0 which is incompatible.",
    'Successfully installed app-1.0 lib-1.0 tool-1.0',
  ]);
  assert.equal(
    printedAfter(run, run.steps.length - 1)
      .join('\n')
      .includes('ERROR'),
    false,
  );
});

it('modern pip refuses the same lines and exits with 1', () => {
  const run = drain(resolvePip(request), (project) => pages.get(project));
  assert.equal(exitCodeOf(run), 1);
  assert.deepEqual(
    printedAfter(run, run.steps.length).filter((line) => line.startsWith('ERROR')),
    [
      'ERROR: Cannot install app==1.0 and tool==1.0 because these package versions have conflicting dependencies.',
      'ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/dependency-resolution/#dealing-with-dependency-conflicts',
    ],
  );
});
