import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { testFresh } from './fresh.ts';
import { askedOf, plainOf } from './options.ts';
import { startRealPip, withoutRealPip } from './real-pip.ts';
import type { RealPip } from './real-pip.ts';
import { holdAgainst, questionDigest } from './rounds.ts';

interface KeptSeed {
  readonly name: string;
  readonly seed: number;
  readonly question: string;
  /** Kept from before options were thrown in. */
  readonly plain?: true;
}

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

  for (const { name, seed, question, plain } of kept)
    test(`and ours agree: ${name}`, { skip }, () => {
      const asked = plain === true ? plainOf(seed) : askedOf(seed);
      const digest = questionDigest(asked.question);
      assert.equal(digest, question, 'the generator changed: this seed is another question now');
      assert.deepEqual(holdAgainst(pip, [asked]).different, []);
    });
  testFresh(() => pip, 0);
});
