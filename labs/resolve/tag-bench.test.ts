import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutToFiles, releasesOf } from '../packaging/files-cut.ts';
import { parseProjectPage, type ProjectPage } from '../packaging/project-page.ts';
import { encodeSnapshotPage } from '../packaging/snapshot-encode.ts';
import { answerOf } from './tag-answer.ts';
import { isAnswered, tagBench, type TagSetup } from './tag-bench.ts';
import { readTagEvent } from './tag-event.ts';
import { culpritOf, reachedGoal, tagGoals } from './tag-goal.ts';
import { machineToTarget, TAG_MACHINES, tagMachine } from './tag-machines.ts';
import { refuserFor } from './tag-refusal.ts';

const WHEELS = [
  'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
  'demo-1.0-cp312-cp312-macosx_12_0_arm64.whl',
  'demo-1.0-cp312-cp312-manylinux_2_27_aarch64.whl',
  'demo-1.0-cp312-cp312-manylinux_2_27_x86_64.whl',
  'demo-1.0-cp312-cp312-musllinux_1_2_x86_64.whl',
  'demo-1.0-cp312-cp312-win_amd64.whl',
  'demo-0.9-cp310-cp310-macosx_10_15_x86_64.whl',
];
const FILES = [
  ...WHEELS.map((url) => ({ url })),
  { url: 'pure-2.0-py3-none-any.whl', 'requires-python': '>=3.11' },
  { url: 'pure-1.0-py3-none-any.whl', yanked: 'broken' },
];
const pageOf = (project: string): ProjectPage => {
  const page = parseProjectPage(JSON.stringify({ files: FILES }), project);
  assert.ok('files' in page);
  return page;
};
const heading = { before: '2026-11-15', dropped: 0 };
const snapshotOf = (project: string) => encodeSnapshotPage(pageOf(project), heading);

const setup: TagSetup = {
  machine: 'ubuntu',
  python: '3.13',
  requirement: 'demo==1.0',
  requirements: ['demo==1.0', 'demo', 'pure'],
  goals: [
    { id: 'repair', kind: 'one-change' },
    { id: 'mac', kind: 'file-for', machine: 'mac', python: '3.12' },
    { id: 'none', kind: 'says', text: '(from versions: none)' },
  ],
  older: [],
  index: 'data/demo.json',
};
const prepared = async (): Promise<TagSetup> => {
  const pages = ['demo', 'pure'].map((project) => cutToFiles(snapshotOf(project)));
  return (await tagBench.prepare?.(setup, async () => JSON.stringify({ pages }))) ?? setup;
};

/** The file that pip takes for `demo` on every machine, or the last line that it prints. */
async function takenEverywhere(python: string): Promise<Record<string, string>> {
  const { pages } = await prepared();
  return Object.fromEntries(
    TAG_MACHINES.map(({ id }) => {
      const { taken, message } = answerOf({ machine: id, python, requirement: 'demo' }, pages);
      return [id, taken?.filename ?? message.split('\n')[0] ?? ''];
    }),
  );
}

const NONE =
  'ERROR: Could not find a version that satisfies the requirement demo (from versions: none)';

test('each machine gets its own file, or none', async () => {
  assert.deepEqual(await takenEverywhere('3.12'), {
    ubuntu: 'demo-1.0-cp312-cp312-manylinux_2_27_x86_64.whl',
    windows: 'demo-1.0-cp312-cp312-win_amd64.whl',
    mac: 'demo-1.0-cp312-cp312-macosx_12_0_arm64.whl',
    rosetta: NONE,
    alpine: 'demo-1.0-cp312-cp312-musllinux_1_2_x86_64.whl',
    'raspberry-64': 'demo-1.0-cp312-cp312-manylinux_2_27_aarch64.whl',
    'raspberry-32': NONE,
    cluster: NONE,
  });
});

test('every reason against a file is named, part by part', () => {
  const said = (machine: string, python: string): readonly string[] =>
    pageOf('demo').files.map((file) =>
      refuserFor(machineToTarget(tagMachine(machine), python))(file)
        .map((each) =>
          [each.part === 'platform' ? each.because : each.part, each.wants, each.have].join(' '),
        )
        .join(' + '),
    );
  assert.deepEqual(said('cluster', '3.12'), [
    'python cp311 cp312',
    'system macOS Linux',
    'processor aarch64 x86_64',
    'too-old glibc 2.27 glibc 2.17',
    'c-library musl glibc',
    'system Windows Linux',
    'python cp310 cp312 + system macOS Linux',
  ]);
  assert.deepEqual(said('raspberry-32', '3.12').slice(2, 4), [
    'processor aarch64 armv7l',
    'processor x86_64 armv7l',
  ]);
  assert.deepEqual(said('rosetta', '3.12').slice(1, 2), ['processor arm64 x86_64']);
});

test('a file that fits every machine may still want another Python', async () => {
  const { pages } = await prepared();
  const { message, files } = answerOf(
    { machine: 'alpine', python: '3.10', requirement: 'pure' },
    pages,
  );
  assert.equal(
    message,
    'ERROR: Ignored the following yanked versions: 1.0\n' +
      'ERROR: Ignored the following versions that require a different python version: 2.0 Requires-Python >=3.11\n' +
      'ERROR: Could not find a version that satisfies the requirement pure (from versions: none)\n' +
      'ERROR: No matching distribution found for pure',
  );
  assert.deepEqual(files[0]?.refusals, [
    { part: 'requires-python', wants: '>=3.11', have: '3.10' },
  ]);
});

test('a change counts when pip was asked again, and one is enough', async () => {
  let state = tagBench.start(await prepared());
  const does = async (...events: readonly unknown[]): Promise<string> => {
    for (const value of events) {
      const event = readTagEvent(value);
      assert.ok(event);
      state = await tagBench.apply(state, event);
    }
    const verdict = reachedGoal(state, 'repair');
    return verdict.ok ? 'ok' : verdict.why;
  };
  const pip = { type: 'asked-pip' };
  assert.equal(await does(), 'not-asked');
  assert.equal(await does(pip), 'unchanged');
  assert.equal(state.answer && culpritOf(state.answer), 'python');
  assert.equal(await does({ type: 'chose-python', python: '3.12' }), 'not-asked-again');
  assert.equal(isAnswered(state), false);
  assert.equal(await does(pip), 'ok');
  assert.equal(await does({ type: 'chose-machine', machine: 'windows' }, pip), 'several-changes');
  assert.equal(
    await does({ type: 'chose-requirement', requirement: 'pure' }, pip),
    'other-project',
  );
  assert.deepEqual(
    tagGoals(state).map(({ now, met }) => [now, met]),
    [
      ['file', false],
      ['file', false],
      ['file', false],
    ],
  );
  const before = state;
  await does({ type: 'chose-requirement', requirement: 'nobody offered this' });
  assert.equal(state, before);
});

test('an event of a stored log names what there is, and nothing else', () => {
  for (const value of [
    null,
    { type: 'chose-machine', machine: 'toaster' },
    { type: 'chose-python', python: '2.7' },
    { type: 'chose-requirement', requirement: 'x'.repeat(201) },
    { type: 'blamed', part: 'pip' },
  ])
    assert.equal(readTagEvent(value), undefined);
});

test('the releases of a page are those that are not yanked', () =>
  assert.deepEqual(releasesOf(snapshotOf('pure')), ['2.0']));
