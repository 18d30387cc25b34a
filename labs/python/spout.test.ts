import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { joinOutputs } from './outputs.ts';
import { MOST_OUTPUT_BYTES, type Output } from './run.ts';
import { createSpout } from './spout.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A spout on a clock that stands still, and what it has said. */
function standing() {
  const said: (readonly Output[])[] = [];
  const spout = createSpout(
    (outputs) => said.push(outputs),
    () => 0,
    () => new TextDecoder(),
  );
  return { spout, said, all: () => said.reduce(joinOutputs, []) };
}

test('what is written is passed on at once, letters in pieces are put together', () => {
  const { spout, said } = standing();
  const [first = 0, ...rest] = bytesOf('é');
  spout.write('stdout', Uint8Array.of(first));
  spout.write('stderr', bytesOf('!'));
  spout.write('stdout', Uint8Array.from(rest));
  deepEqual(said, [
    [{ type: 'text', stream: 'stderr', text: '!' }],
    [{ type: 'text', stream: 'stdout', text: 'é' }],
  ]);
});

test('a flood is passed on in few pieces, cut where it must be, and counted to its end', () => {
  const { spout, said, all } = standing();
  const line = bytesOf(`${'x'.repeat(99)}\n`);
  for (let count = 0; count < 5000; count++) spout.write('stdout', line);
  spout.put({ type: 'value', text: 'late' });
  spout.flush();
  deepEqual(all(), [
    { type: 'text', stream: 'stdout', text: `${'x'.repeat(99)}\n`.repeat(MOST_OUTPUT_BYTES / 100) },
    { type: 'cut', bytes: 500_000 - MOST_OUTPUT_BYTES + 4 },
  ]);
  equal(said.length <= 302, true, String(said.length));
});

test('the prompt is what stands on the last line of stdout', () => {
  const { spout } = standing();
  spout.write('stdout', bytesOf('Hello\nName'));
  spout.write('stderr', bytesOf('warning\n'));
  spout.write('stdout', bytesOf('? '));
  equal(spout.prompt(), 'Name? ');
});

test('in silence nothing is said', () => {
  const { spout, said } = standing();
  spout.silence(true);
  spout.write('stdout', bytesOf('a'));
  spout.put({ type: 'value', text: '1' });
  spout.silence(false);
  spout.write('stdout', bytesOf('b'));
  deepEqual(said, [[{ type: 'text', stream: 'stdout', text: 'b' }]]);
});
