import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Metadata } from '../packaging/metadata.ts';
import { pipCheck } from './after-check.ts';
import { resolvePip } from './pip.ts';
import { drain, printedLines } from './run.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';

const { target } = fixtureRequest([]);

function distribution(name: string, version: string, ...requiresDist: string[]): Metadata {
  return { name, version, requiresPython: undefined, requiresDist, providesExtra: [] };
}

function installed(...distributions: Metadata[]) {
  return { location: '/env/site-packages', distributions };
}

describe('pip check', () => {
  it('is content with what fits, with other machines and with extras nobody asked for', () => {
    const fits = installed(
      distribution('app', '1.0', 'lib<2', 'win; os_name == "nt"', 'more; extra == "more"'),
      distribution('lib', '1.0'),
    );
    assert.deepEqual(pipCheck({ installed: fits, target }), {
      lines: ['No broken requirements found.'],
      exitCode: 0,
    });
  });

  it('names what is missing before what has another version', () => {
    const broken = installed(
      distribution('New_App', '1.0', 'lib>=2', 'gone'),
      distribution('old', '3.0', 'absent>1'),
      distribution('lib', '1.0'),
    );
    assert.deepEqual(pipCheck({ installed: broken, target }), {
      lines: [
        'new-app 1.0 requires gone, which is not installed.',
        'old 3.0 requires absent, which is not installed.',
        'new-app 1.0 has requirement lib>=2, but you have lib 1.0.',
      ],
      exitCode: 1,
    });
  });
});

describe('a real install', () => {
  const pages = fixturePages({ lib: { '1.0': [], '2.0': [] }, tool: { '1.0': ['lib'] } });
  const before = installed(
    distribution('old-app', '1.0', 'lib<2'),
    distribution('lib', '1.0'),
    distribution('elsewhere', '1.0', 'nothing'),
  );

  it('upgrades what was asked for, and says what that broke', () => {
    const request = fixtureRequest(['lib', 'tool'], {
      installed: before,
      upgrade: 'only-if-needed',
      dryRun: false,
    });
    const run = drain(resolvePip(request), (project) => pages.get(project));
    assert.deepEqual(printedLines(run), [
      'Requirement already satisfied: lib in /env/site-packages (1.0)',
      'Collecting lib',
      'Collecting tool',
      'Installing collected packages: lib, tool',
      '  Attempting uninstall: lib',
      '    Found existing installation: lib 1.0',
      '    Uninstalling lib-1.0:',
      '      Successfully uninstalled lib-1.0',
      '',
      "ERROR: pip's dependency resolver does not currently take into account all the packages that are installed. This behaviour is the source of the following dependency conflicts.",
      'old-app 1.0 requires lib<2, but you have lib 2.0 which is incompatible.',
      'Successfully installed lib-2.0 tool-1.0',
    ]);
  });

  it('keeps what fits, without asking the index', () => {
    const asked: string[] = [];
    const request = fixtureRequest(['lib'], { installed: before, dryRun: false });
    const run = drain(resolvePip(request), (project) => {
      asked.push(project);
      return pages.get(project);
    });
    const { outcome } = run;
    assert.deepEqual(
      [asked, outcome.ok && outcome.installs, outcome.ok && outcome.pins.length],
      [[], [], 1],
    );
  });
});
