import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isSolvable } from '../brute-force.fixture.ts';
import { resolvePip } from '../pip.ts';
import { randomUniverse } from '../random-universe.fixture.ts';
import { drain } from '../run.ts';
import type { Request } from '../types.ts';
import { fixturePages } from '../universe.fixture.ts';
import { isSolution } from '../verify.ts';
import { fixFixture, requestsAfter } from './fix.fixture.ts';

const SEEDS = Array.from({ length: 700 }, (_, i) => i + 1);

// Brute force mends these with fewer lines: pip misses a solution there or on the way, or ends in a traceback.
const PIP_ERRS: readonly number[] = [70, 167, 347, 507, 624];

/** How few lines must go, if any choice of files counts and not only pip's; at least one must stay. */
function fewestToDrop(request: Request, pages: ReturnType<typeof fixturePages>): number {
  const { lines } = request;
  let fewest = Infinity;
  for (let set = 0; set < 2 ** lines.length; set += 1) {
    const rest = lines.filter((_, i) => (set & (1 << i)) === 0);
    const size = lines.length - rest.length;
    if (size >= fewest || !rest.some(({ constraint }) => !constraint)) continue;
    if (isSolvable({ ...request, lines: rest }, pages)) fewest = size;
  }
  return fewest;
}

it('random universes: every fix solves, and no fix changes fewer lines than the first', () => {
  const farFromLeast: number[] = [];
  const unsolved: number[] = [];
  const kinds = new Set<string>();
  let universes = 0;
  let mendable = 0;
  for (const seed of SEEDS) {
    const { universe, lines } = randomUniverse(seed);
    const mended = fixFixture(universe, lines);
    if (mended === undefined) continue;
    universes += 1;
    const { request, found } = mended;
    const pages = fixturePages(universe);
    for (const fix of found.fixes) {
      kinds.add(fix.kind);
      for (const after of requestsAfter(fix, request)) {
        const { outcome } = drain(resolvePip(after), (project) => pages.get(project));
        if (!outcome.ok || !isSolution(after, outcome.pins)) unsolved.push(seed);
      }
    }
    const fewest = fewestToDrop(request, pages);
    if (fewest < Infinity) mendable += 1;
    const first = found.fixes.find(({ change }) => change.length > 0);
    if (fewest < Infinity && first?.change.length !== fewest) farFromLeast.push(seed);
  }
  assert.deepEqual(unsolved, []);
  assert.deepEqual(farFromLeast, PIP_ERRS);
  assert.equal(universes >= 300, true, `${universes} universes`);
  // In the others no line alone can be installed.
  assert.equal(mendable >= 200, true, `${mendable} that fewer lines would mend`);
  assert.deepEqual([...kinds].sort(), ['drop', 'move', 'python', 'relax', 'split']);
});
