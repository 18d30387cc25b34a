import assert from 'node:assert/strict';
import { it } from 'node:test';
import { resolvePip } from './pip.ts';
import { drain } from './run.ts';
import { formatRequirement } from './texts.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';
import { whyPinned } from './why.ts';

it('every pin says who asked for it and what ruled out each newer version', () => {
  const pages = fixturePages({
    app: { '1.0': ['lib<3'], '2.0': ['lib>=3'], '3.0rc1': [], '4.0': { yanked: '' } },
    lib: { '1.0': [], '2.0': [], '3.0': [] },
  });
  const request = fixtureRequest(['app', 'lib', '-c lib<2.5']);
  const pageOf = (project: string) => pages.get(project);
  const run = drain(resolvePip(request), pageOf);
  assert.ok(run.outcome.ok);
  const answers = whyPinned(run, run.outcome, request, pageOf).map(({ pin, causes, newer }) => ({
    pin: `${pin.project} ${pin.version.text}`,
    askedBy: causes.map(({ requirement, parent }) => [
      formatRequirement(requirement),
      parent?.name ?? 'the user',
    ]),
    newer: newer.map((one) => [
      one.version.text,
      one.because,
      'causes' in one ? one.causes.map(({ requirement }) => requirement.name) : [],
    ]),
  }));
  assert.deepEqual(answers, [
    {
      pin: 'app 1.0',
      askedBy: [['app', 'the user']],
      newer: [
        ['4.0', 'yanked', []],
        ['3.0rc1', 'pre-release', []],
        ['2.0', 'rejected', ['lib', 'lib']],
      ],
    },
    {
      pin: 'lib 2.0',
      askedBy: [
        ['lib', 'the user'],
        ['lib<3', 'app'],
      ],
      newer: [['3.0', 'required', ['lib']]],
    },
  ]);
});
