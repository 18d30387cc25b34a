// As many fresh universes again as in referee.test.ts, beside it.

import { before, describe } from 'node:test';
import { testFresh } from './fresh.ts';
import { startRealPip, withoutRealPip } from './real-pip.ts';
import type { RealPip } from './real-pip.ts';

describe('a second real pip', () => {
  let pip: RealPip;
  before(async () => {
    if (withoutRealPip === undefined) pip = await startRealPip();
  });
  testFresh(() => pip, 1);
});
