// The fresh questions of `npm test`: half of them in each of two files, which run side by side.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedOf } from './options.ts';
import { withoutRealPip } from './real-pip.ts';
import type { RealPip } from './real-pip.ts';
import { describeTally, holdAgainst, lacking } from './rounds.ts';

/** A third of the easy ones is left out, a few are set aside: 500 remain of both halves. */
const COUNT = Number(process.env['REFEREE_N'] ?? 340);
const FIRST = Number(process.env['REFEREE_SEED'] ?? Date.now() % 1_000_000_000);
/** So far apart are the questions of the two files. */
const APART = 1_000_000_000;

/** Asks REFEREE_N questions from REFEREE_SEED on, or fresh ones, and wants no difference and no easy mix. */
export function testFresh(pip: () => RealPip, half: 0 | 1): void {
  const seed = FIRST + half * APART;
  const name = `and ours agree on fresh universes, ${COUNT} drawn from seed ${seed}`;
  test(name, { skip: withoutRealPip ?? false }, (context) => {
    const tally = holdAgainst(
      pip(),
      Array.from({ length: COUNT }, (_, index) => askedOf(seed + index)),
    );
    context.diagnostic(`seed ${seed}: ${describeTally(tally)}`);
    assert.deepEqual(tally.different, []);
    const { tooLong, notSimulated } = tally;
    assert.ok(tooLong.length <= 2 + COUNT / 20, `too long: ${tooLong.join(' ')}`);
    assert.ok(notSimulated.length <= 2 + COUNT / 20, `not simulated: ${notSimulated.join(' ')}`);
    if (COUNT >= 200) assert.deepEqual(lacking(tally), []);
  });
}
