// npm run referee -- [N [SEED]]: any number of fresh questions to the real pip and to ours.

import { startRealPip, withoutRealPip } from './real-pip.ts';
import { holdAgainst } from './rounds.ts';

const BATCH = 100;
const count = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000);

if (withoutRealPip !== undefined || !Number.isInteger(count) || !Number.isInteger(seed)) {
  console.error(withoutRealPip ?? 'referee: expected [number of questions [first seed]]');
  process.exit(2);
}

const pip = await startRealPip();
const started = performance.now();
const total = { asked: 0, same: 0, tooLong: 0, different: 0, unsolvable: 0, searching: 0 };
for (let from = 0; from < count; from += BATCH) {
  const length = Math.min(BATCH, count - from);
  const tally = holdAgainst(
    pip,
    Array.from({ length }, (_, index) => seed + from + index),
  );
  for (const difference of tally.different) console.log(JSON.stringify(difference));
  total.asked += tally.asked;
  total.same += tally.same;
  total.tooLong += tally.tooLong.length;
  total.different += tally.different.length;
  total.unsolvable += tally.unsolvable;
  total.searching += tally.searching;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`seeds ${seed}…${seed + from + length - 1}, ${seconds} s: ${JSON.stringify(total)}`);
}
process.exitCode = total.different > 0 ? 1 : 0;
