import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Run } from './bench-run.ts';
import { momentsOf, type Moment } from './moment.ts';
import { packRun, unpackRun } from './packed-run.ts';
import { resolvePip } from './pip.ts';
import { randomUniverse } from './random-universe.fixture.ts';
import { drain } from './run.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';

const SEEDS = 60;

const runOf = (seed: number): Run => {
  const { universe, lines } = randomUniverse(seed);
  const request = fixtureRequest(lines);
  const pages = fixturePages(universe);
  const run = drain(resolvePip(request), (project) => pages.get(project));
  return {
    ...run,
    lines: request.lines,
    text: '',
    tool: 'pip',
    target: request.target,
    outside: [],
  };
};

/** What a bench draws of a moment, as text that does not know which object is which. */
const drawn = ({ pins, asked, refused, trying, round, focus }: Moment): unknown => ({
  pins: [...pins].map(([name, { version }]) => `${name} ${version.text}`),
  asked: asked.map(({ requirement, parent }) => `${requirement.name} ${parent?.version.text}`),
  refused: refused.map(({ name, version }) => `${name} ${version.text}`),
  trying: trying?.name,
  round,
  focus,
});

it('a run that was handed over shows the same at every step, in whatever order it is looked at', () => {
  let rounds = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const run = runOf(seed);
    const other = unpackRun(structuredClone(packRun(run)));
    const [here, there] = [momentsOf(run.steps), momentsOf(other.steps)];
    rounds += run.steps.filter(({ type }) => type === 'ending-round').length;
    for (let i = 0; i <= run.steps.length; i++) {
      const at = (i * 7919) % (run.steps.length + 1);
      assert.deepEqual(drawn(there(at)), drawn(here(at)), `seed ${seed}, step ${at}`);
    }
    assert.deepEqual(other.outcome.printed, run.outcome.printed);
  }
  assert.ok(rounds > 40 * 10, `${rounds} rounds: runs longer than what is kept between two states`);
});

it('one candidate stays one: whoever asked is the one that was pinned', () => {
  const run = unpackRun(structuredClone(packRun(runOf(1))));
  const last = momentsOf(run.steps)(run.steps.length);
  const pinned = new Set(last.pins.values());
  const parents = last.asked.flatMap(({ parent }) => parent ?? []);
  assert.ok(parents.length > 0);
  assert.deepEqual(
    parents.filter((parent) => !pinned.has(parent) && !last.refused.includes(parent)),
    [],
  );
});
