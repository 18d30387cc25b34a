import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Verdict } from '../core/lab.ts';
import { resolverBench, type BenchEvent, type BenchState, type Tool } from './bench.ts';
import { goalOf } from './bench-goal.ts';
import { chose, edited, named, ran, steppedTo, steppedToEnd } from './lab-moves.ts';
import { momentsOf } from './moment.ts';
import { namedShared, reachedGoal, sawConflict, sawStep } from './tasks.ts';
import { fixturePages } from './universe.fixture.ts';

// `model` lets hub 2 pass; `parser`, which it brings in, does not.
const PAGES = fixturePages({
  model: { '1.0': ['hub>=1', 'parser'], '2.0': ['hub>=1'] },
  parser: { '1.0': ['hub<2'] },
  hub: { '1.0': [], '2.0': [] },
});

async function after(tool: Tool, ...events: readonly BenchEvent[]): Promise<BenchState> {
  let state = resolverBench.start({
    requirements: 'model<2\nhub==2.0\n',
    target: { python: '3.12.1', platform: 'linux-64', implementation: 'cp' },
    tool,
    tools: ['pip-legacy', 'pip'],
    wanted: ['model', 'hub'],
    index: '',
    pages: PAGES,
  });
  for (const event of events) state = await resolverBench.apply(await state, event);
  return state;
}

const met: Verdict = { ok: true };
const not = (why: string, blanks?: Readonly<Record<string, string>>): Verdict =>
  blanks ? { ok: false, why, with: blanks } : { ok: false, why };

describe('the checks that resolver labs share', () => {
  it('know whether the conflict was looked at', async () => {
    assert.deepEqual(sawConflict(await after('pip')), not('not-run'));
    assert.deepEqual(sawConflict(await after('pip', ran, steppedTo(1))), not('not-there-yet'));
    assert.deepEqual(sawConflict(await after('pip', ran, steppedToEnd)), met);
    const solved = await after('pip', edited('model', 'hub'), ran, steppedToEnd);
    assert.deepEqual(sawConflict(solved), not('ran-other-lines'));
  });

  it('know whether a step was looked at', async () => {
    const isRefusal = ({ type }: { readonly type: string }) => type === 'rejecting-candidate';
    const of = async (...events: readonly BenchEvent[]) =>
      sawStep(await after('pip', ...events), isRefusal, 'none');
    assert.deepEqual(await of(), not('none'));
    assert.deepEqual(await of(ran, steppedTo(1)), not('not-there-yet'));
    assert.deepEqual(await of(ran, steppedToEnd), met);
  });

  for (const tool of ['pip', 'pip-legacy'] as const)
    it(`know where the lines collide, with ${tool}`, async () => {
      assert.deepEqual(namedShared(await after(tool, ran)), not('not-named'));
      assert.deepEqual(namedShared(await after(tool, ran, named('hub'))), met);
      const root = not('root-named', { project: 'model' });
      assert.deepEqual(namedShared(await after(tool, ran, named('model'))), root);
      const other = not('other-named', { project: 'parser' });
      assert.deepEqual(namedShared(await after(tool, ran, named('parser'))), other);
    });

  it('name two requirements that do not overlap, and who asks for the second', async () => {
    const state = await after('pip', edited('model==1.0', 'hub==2.0'), ran);
    const blanks = { project: 'hub', first: '==2.0', second: '<2', by: 'parser 1.0' };
    assert.deepEqual(reachedGoal(state), not('still-conflict', blanks));
  });

  it('say what legacy pip leaves broken, and that it wants one line a project', async () => {
    const broken = await after('pip-legacy', edited('hub', 'model<2'), ran);
    assert.deepEqual(
      reachedGoal(broken),
      not('still-broken', { who: 'parser 1.0', project: 'hub', asked: '<2', have: '2.0' }),
    );
    const twice = await after('pip-legacy', edited('hub', 'hub<2', 'model<2'), ran);
    assert.deepEqual(reachedGoal(twice), not('given-twice', { project: 'hub' }));
    const whole = await after('pip-legacy', edited('hub<2', 'model<2'), ran);
    assert.deepEqual(reachedGoal(whole), met);
  });
});

describe('a bench with legacy pip', () => {
  it('has pip check in its goal, and its answer', async () => {
    const check = async (...events: readonly BenchEvent[]) =>
      goalOf(await after('pip-legacy', ...events)).at(-1);
    const row = { id: 'check', what: 'pip check', wanted: 'exit 0' };
    assert.deepEqual(await check(), { ...row, now: undefined, met: false });
    assert.deepEqual(await check(ran), { ...row, now: 'exit 1', met: false });
    assert.deepEqual(await check(chose('pip'), ran), { ...row, now: 'exit 0', met: true });
  });

  it('shows a requirement that is not looked at among those that were asked', async () => {
    const { run } = await after('pip-legacy', ran);
    const steps = run?.steps ?? [];
    const at = steps.findIndex(({ type }) => type === 'ignoring-requirement') + 1;
    const { focus, asked } = momentsOf(steps)(at);
    assert.equal(focus, 'hub');
    const onHub = asked.filter(({ requirement }) => requirement.project === 'hub');
    assert.deepEqual(
      onHub.map(({ parent }) => parent?.name),
      [undefined, 'model'],
    );
  });
});
