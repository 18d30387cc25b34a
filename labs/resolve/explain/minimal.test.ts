import assert from 'node:assert/strict';
import { it } from 'node:test';
import { answer } from '../asking.ts';
import { resolvePip } from '../pip.ts';
import { randomUniverse } from '../random-universe.fixture.ts';
import { drain } from '../run.ts';
import type { Request } from '../types.ts';
import { fixturePages, fixtureRequest } from '../universe.fixture.ts';
import { explainFailure } from './explain-failure.ts';

const SEEDS = Array.from({ length: 1_000 }, (_, i) => i + 1);

// Fewer lines are unsolvable for the real pip too, which misses a solution there or ends in a traceback.
const PIP_ERRS: readonly number[] = [855, 868];

it('random universes: whatever line of an argument goes, pip finds a way', () => {
  const kinds = new Map<string, number>();
  const wrong = SEEDS.filter((seed) => {
    const { universe, lines } = randomUniverse(seed);
    const pages = fixturePages(universe);
    const pageOf = (project: string) => pages.get(project);
    const solves = (request: Request) => drain(resolvePip(request), pageOf).outcome;
    const request = fixtureRequest(lines);
    const failed = solves(request);
    if (failed.ok || failed.stopped) return false;
    const explanation = answer(explainFailure(failed, request), pageOf);
    const isSearched = 'isWhole' in explanation && !explanation.isWhole;
    const kind = isSearched ? 'searched' : explanation.kind;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const rests = explanation.lines.map((line) =>
      explanation.lines.filter((each) => each !== line),
    );
    const isEnough = !solves({ ...request, lines: explanation.lines }).ok;
    return !isEnough || !rests.every((rest) => solves({ ...request, lines: rest }).ok);
  });
  assert.deepEqual(wrong, PIP_ERRS);
  // Nearly every failure is proved without pip's search; the others are those in which pip errs.
  assert.deepEqual(Object.fromEntries([...kinds].sort()), {
    conflict: 310,
    'no-version': 71,
    searched: 5,
    'wrong-python': 55,
  });
});
