// npm run referee -- [N [SEED]]: any number of fresh questions to the real pip and to ours.

import { askedOf } from './options.ts';
import { startRealPip, withoutRealPip } from './real-pip.ts';
import { addTallies, describeTally, holdAgainst } from './rounds.ts';
import type { Tally } from './rounds.ts';

const BATCH = 100;
const count = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000);

if (withoutRealPip !== undefined || !Number.isInteger(count) || !Number.isInteger(seed)) {
  console.error(withoutRealPip ?? 'referee: expected [number of questions [first seed]]');
  process.exit(2);
}

const pip = await startRealPip();
const started = performance.now();
let total: Tally | undefined;
for (let from = 0; from < count; from += BATCH) {
  const length = Math.min(BATCH, count - from);
  const asked = Array.from({ length }, (_, index) => askedOf(seed + from + index));
  const tally = holdAgainst(pip, asked, Infinity);
  for (const difference of tally.different) console.log(JSON.stringify(difference));
  total = total === undefined ? tally : addTallies(total, tally);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`seeds ${seed}…${seed + from + length - 1}, ${seconds} s: ${describeTally(total)}`);
}
process.exitCode = total !== undefined && total.different.length > 0 ? 1 : 0;
