import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contains } from '../packaging/specifier.ts';
import { isSolvable } from './brute-force.fixture.ts';
import { resolveLegacy } from './pip-legacy.ts';
import { resolvePip } from './pip.ts';
import { randomUniverse } from './random-universe.fixture.ts';
import { drain } from './run.ts';
import type { Outcome, PipVersion } from './types.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';
import { violations } from './verify.ts';

const SEEDS = Array.from({ length: 1_000 }, (_, i) => i + 1);

/** How an answer stands to the truth. */
type Verdict = 'right' | 'misses-a-solution' | 'wrong-pins' | 'pip-crashes' | 'invents-a-solution';

interface Tried {
  readonly backtracks: number;
  readonly isSolvable: boolean;
  readonly verdict: Verdict;
}

// Where pip itself errs. The real pips were given these universes: same steps, same answer.
// The lists may not grow.
const PIP_ERRS: Readonly<Record<PipVersion, Partial<Record<Verdict, readonly number[]>>>> = {
  '26.3': {
    // ResolutionImpossible, although brute force finds a solution.
    'misses-a-solution': [70, 507, 724, 868],
    // A pin that was unsatisfied for a while loses what it asked for, and is then satisfied again.
    'wrong-pins': [690, 778, 925],
    // RecursionError in _has_route_to_root.
    'pip-crashes': [166, 168, 452, 472, 527, 593, 648, 774, 947, 995],
  },
  '23.2': {
    'misses-a-solution': [
      8, 36, 40, 70, 90, 187, 190, 206, 306, 395, 397, 427, 452, 494, 527, 586, 627, 712, 716, 724,
      831, 838, 868, 915, 920,
    ],
    'pip-crashes': [39, 166, 356, 405, 442, 593, 648, 774, 902, 947],
  },
};

function tryAll(version: PipVersion): ReadonlyMap<number, Tried> {
  return new Map(SEEDS.map((seed) => [seed, trySeed(seed, version)]));
}

function trySeed(seed: number, version: PipVersion): Tried {
  const { universe, lines } = randomUniverse(seed);
  const pages = fixturePages(universe);
  const request = fixtureRequest(lines, { version });
  const { steps, outcome } = drain(resolvePip(request), (project) => pages.get(project));
  const isPossible = isSolvable(request, pages);
  const isSound = !outcome.ok || violations(request, outcome.pins).length === 0;
  return {
    backtracks: steps.filter(({ type }) => type === 'backtracking').length,
    isSolvable: isPossible,
    verdict: judge(outcome, isSound, isPossible),
  };
}

function judge(outcome: Outcome, isSound: boolean, isPossible: boolean): Verdict {
  if (!outcome.ok && outcome.stopped !== undefined) return 'pip-crashes';
  if (!outcome.ok) return isPossible ? 'misses-a-solution' : 'right';
  if (!isSound) return 'wrong-pins';
  return isPossible ? 'right' : 'invents-a-solution';
}

function errors(tried: ReadonlyMap<number, Tried>): Partial<Record<Verdict, readonly number[]>> {
  const found: Partial<Record<Verdict, number[]>> = {};
  for (const [seed, { verdict }] of tried) {
    if (verdict !== 'right') (found[verdict] ??= []).push(seed);
  }
  return found;
}

describe('1,000 random universes', () => {
  const modern = tryAll('26.3');
  const count = (holds: (tried: Tried) => boolean): number =>
    [...modern.values()].filter(holds).length;

  it('are hard: 30 % cannot be solved, 30 % take five backtracks', () => {
    assert.equal(count(({ isSolvable: isPossible }) => !isPossible) >= 0.3 * SEEDS.length, true);
    assert.equal(count(({ backtracks }) => backtracks >= 5) >= 0.3 * SEEDS.length, true);
  });
  it('pip 26.3 is right but where the real one errs', () => {
    assert.deepEqual(errors(modern), PIP_ERRS['26.3']);
  });
  it('pip 23.2 is right but where the real one errs', () => {
    assert.deepEqual(errors(tryAll('23.2')), PIP_ERRS['23.2']);
  });
  it('legacy pip never pins what the first requirement of a name does not admit', () => {
    for (const seed of SEEDS) {
      const { universe, lines } = randomUniverse(seed);
      const pages = fixturePages(universe);
      const request = fixtureRequest(lines, { version: '23.2' });
      const { outcome } = drain(resolveLegacy(request), (project) => pages.get(project));
      if (!outcome.ok) continue;
      for (const { origin, version } of outcome.pins) {
        assert.equal(contains(origin.requirement.specifier, version), true, `seed ${seed}`);
      }
    }
  });
});
