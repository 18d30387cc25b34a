import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { startRealPip, withoutRealPip } from './real-pip.ts';
import type { RealPip } from './real-pip.ts';
import { holdAgainst, lacking, questionDigest } from './rounds.ts';
import { questionOf } from './universes.ts';

interface KeptSeed {
  readonly name: string;
  readonly seed: number;
  readonly question: string;
}

const COUNT = Number(process.env['REFEREE_N'] ?? 200);
const SEED = Number(process.env['REFEREE_SEED'] ?? Date.now() % 1_000_000_000);
// Written by whoever kept the seed; a wrong shape fails the tests below.
const kept = JSON.parse(
  readFileSync(new URL('kept-seeds.json', import.meta.url), 'utf8'),
) as readonly KeptSeed[];

// Without the wheel each is counted as not run, by name.
const skip = withoutRealPip ?? false;

describe('the real pip', () => {
  let pip: RealPip;
  before(async () => {
    if (withoutRealPip === undefined) pip = await startRealPip();
  });

  for (const { name, seed, question } of kept)
    test(`and ours agree: ${name}`, { skip }, () => {
      const digest = questionDigest(questionOf(seed));
      assert.equal(digest, question, 'the generator changed: this seed is another question now');
      assert.deepEqual(holdAgainst(pip, [seed]).different, []);
    });

  test(`and ours agree on ${COUNT} fresh universes from seed ${SEED}`, { skip }, (context) => {
    const tally = holdAgainst(
      pip,
      Array.from({ length: COUNT }, (_, index) => SEED + index),
    );
    const { asked, same, tooLong, unsolvable, searching, medianCandidates } = tally;
    context.diagnostic(
      `seed ${SEED}: ${same} of ${asked} the same, ${tooLong.length} too long; ` +
        `${unsolvable} unsolvable, ${searching} searching, median ${medianCandidates} files`,
    );
    assert.deepEqual(tally.different, []);
    assert.ok(tooLong.length <= 2 + COUNT / 20, `too long: ${tooLong.join(' ')}`);
    if (COUNT >= 100) assert.deepEqual(lacking(tally), []);
  });
});
