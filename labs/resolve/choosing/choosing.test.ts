import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixturePages, type UniverseFixture } from '../universe.fixture.ts';
import {
  askedProjects,
  choosingBench,
  isDeadEnd,
  isWhole,
  refusalsNow,
  type ChoosingEvent,
  type ChoosingSetup,
  type ChoosingState,
} from './choosing.ts';
import { newestFirst, pipsWay, readersTally } from './own-way.ts';

/** `app` 2 and `tool` want other libs; `app` 1 does with any. */
const universe: UniverseFixture = {
  app: { '1.0': ['lib'], '2.0': ['lib>=2'] },
  tool: { '1.0': ['lib<2'], '1.1': ['lib<2', 'part'] },
  lib: { '1.0': ['part'], '2.0': [] },
  part: { '1.0': [] },
};

const setupOf = (requirements: string, pages = fixturePages(universe)): ChoosingSetup => ({
  requirements,
  target: { python: '3.12.1', platform: 'linux-64', implementation: 'cp' },
  wanted: [],
  index: '',
  pages,
});

const chose = (project: string, version: string): ChoosingEvent => ({
  type: 'chose',
  project,
  version,
});
const tookBack = (project: string): ChoosingEvent => ({ type: 'took-back', project });

const after = (setup: ChoosingSetup, ...events: readonly ChoosingEvent[]): ChoosingState =>
  // `as`: this engine answers at once.
  events.reduce(
    (state, event) => choosingBench.apply(state, event) as ChoosingState,
    choosingBench.start(setup),
  );

const choicesOf = ({ choices }: ChoosingState): string[] =>
  choices.map(({ project, version }) => `${project} ${version}`);

const both = setupOf('app\ntool\n');

test('a choice brings in what it asks for', () => {
  const state = after(both, chose('tool', '1.1'));
  assert.deepEqual(askedProjects(state), ['app', 'tool', 'lib', 'part']);
  assert.deepEqual(choicesOf(state), ['tool 1.1']);
});

test('a version whose own requirement leaves nothing is refused, and by whom is kept', () => {
  const state = after(both, chose('app', '2.0'), chose('tool', '1.1'));
  const refusal = {
    project: 'tool',
    version: '1.1',
    of: 'lib',
    against: [{ project: 'app', version: '2.0' }],
  };
  assert.deepEqual(state.last, { type: 'refused', refusal });
  assert.deepEqual(choicesOf(state), ['app 2.0']);
});

test('when all are refused it is a dead end, until what they collided with is taken back', () => {
  const stuck = [chose('app', '2.0'), chose('tool', '1.1'), chose('tool', '1.0')];
  assert.equal(isDeadEnd(after(both, ...stuck.slice(0, 2)), 'tool'), false);
  assert.equal(isDeadEnd(after(both, ...stuck), 'tool'), true);
  const freed = after(both, ...stuck, tookBack('app'));
  assert.equal(isDeadEnd(freed, 'tool'), false);
  assert.deepEqual(refusalsNow(freed, 'tool'), []);
  assert.equal(freed.refusals.length, 2);
});

test('what only a choice that is taken back had asked for goes with it, all the way down', () => {
  const state = after(both, chose('app', '1.0'), chose('lib', '1.0'), chose('part', '1.0'));
  assert.deepEqual(choicesOf(state), ['app 1.0', 'lib 1.0', 'part 1.0']);
  const back = after(both, chose('app', '1.0'), chose('lib', '1.0'), tookBack('app'));
  assert.deepEqual(choicesOf(back), []);
  assert.deepEqual(back.last, {
    type: 'took-back',
    choice: { project: 'app', version: '1.0' },
    gone: [{ project: 'lib', version: '1.0' }],
  });
});

test('a choice that no longer suits is open again, as in pip: only a project left empty refuses', () => {
  const state = after(both, chose('app', '1.0'), chose('lib', '2.0'), chose('tool', '1.0'));
  assert.deepEqual(state.last, {
    type: 'chosen',
    choice: { project: 'tool', version: '1.0' },
    reopened: [{ project: 'lib', version: '2.0' }],
  });
  assert.deepEqual(choicesOf(state), ['app 1.0', 'tool 1.0']);
});

test('a version that is left out is not opened, and what nobody asks for cannot be chosen', () => {
  const state = after(both, chose('tool', '1.0'), chose('lib', '2.0'));
  assert.deepEqual(state.last, { type: 'left-out', choice: { project: 'lib', version: '2.0' } });
  assert.equal(state.opened, 1);
  assert.deepEqual(after(both, chose('part', '1.0')), after(both));
});

test('of a release that is only a source archive nobody knows what it asks', () => {
  const pages = fixturePages({ app: { '1.0': { sdist: true, tags: [] }, '0.9': [] } });
  const setup = setupOf('app\n', pages);
  const state = after(setup, chose('app', '1.0'));
  assert.deepEqual(state.last, { type: 'unread', choice: { project: 'app', version: '1.0' } });
  assert.equal(isDeadEnd(state, 'app'), false);
  assert.equal(isWhole(after(setup, chose('app', '0.9'))), true);
});

test('newest first, line by line: straight, to be taken back, or impossible', () => {
  assert.equal(newestFirst(setupOf('app\n')), 'straight');
  assert.equal(newestFirst(both), 'take-back');
  assert.equal(newestFirst(setupOf('app==2.0\ntool\n')), 'impossible');
});

test("pip's way is counted like the reader's", () => {
  const { opened, refused, tookBack: back, tries } = pipsWay(both);
  assert.deepEqual(
    tries.map(({ type, candidate }) => `${type} ${candidate.name} ${candidate.version.text}`),
    [
      'pinning app 2.0',
      'rejecting-candidate tool 1.1',
      'rejecting-candidate tool 1.0',
      'backtracking app 2.0',
      'pinning app 1.0',
      'pinning lib 2.0',
      'pinning tool 1.1',
      'pinning lib 1.0',
      'pinning part 1.0',
    ],
  );
  assert.deepEqual({ opened, refused, back }, { opened: 8, refused: 2, back: 1 });
  const mine = after(both, chose('app', '2.0'), chose('tool', '1.1'), tookBack('app'));
  assert.deepEqual(readersTally(mine), { opened: 2, refused: 1, tookBack: 1 });
});

test('a log that is none of ours is refused entry by entry', () => {
  const read = [
    { type: 'chose', project: 'app', version: '2.0' },
    { type: 'chose', project: 'app' },
    { type: 'took-back', project: 'app' },
    { type: 'took-back', project: 'x'.repeat(201) },
    { type: 'gave-up' },
    { type: 'compared', more: 1 },
    'chose',
  ].map(choosingBench.readEvent);
  assert.deepEqual(read, [
    { type: 'chose', project: 'app', version: '2.0' },
    undefined,
    { type: 'took-back', project: 'app' },
    undefined,
    { type: 'gave-up' },
    { type: 'compared' },
    undefined,
  ]);
});
