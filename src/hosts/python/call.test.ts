import { deepEqual, rejects } from 'node:assert/strict';
import { test } from 'node:test';
import type { FromThread, ToThread } from '../../../labs/python/thread-talk.ts';
import { createCaller } from './call.ts';

/** An engine whose interpreters say what the test says. */
function stage() {
  const threads: { heard: string[]; say(message: FromThread): void; isEnded: boolean }[] = [];
  const call = createCaller(
    {
      spawn(_, say) {
        const double = { heard: [] as string[], say, isEnded: false };
        threads.push(double);
        return {
          post: (message: ToThread) => message.type === 'call' && double.heard.push(message.text),
          interrupt: () => false,
          end: () => (double.isEnded = true),
        };
      },
      equip: async () => undefined,
      prepare: async () => false,
    },
    async () => undefined,
  );
  const image = { name: 'image', env: {}, wheels: [], program: '' };
  return {
    threads,
    call: (text: string, signal?: AbortSignal) => call(image, 'ask', text, signal),
  };
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
const returned = (text: string): FromThread => ({ type: 'returned', text });

test('calls are answered one after the other, by one interpreter', async () => {
  const { call, threads } = stage();
  const answers = [call('1'), call('2')];
  await settled();
  deepEqual(threads[0]?.heard, ['1']);
  threads[0]?.say(returned('one'));
  threads[0]?.say(returned('two'));
  deepEqual(await Promise.all(answers), ['one', 'two']);
  deepEqual(threads[0]?.heard, ['1', '2']);
  deepEqual(threads.length, 1);
});

test('who gives up the call that is answered ends its interpreter, and the others get another', async () => {
  const { call, threads } = stage();
  const giving = new AbortController();
  const given = call('1', giving.signal);
  const other = call('2');
  await settled();
  giving.abort(new Error('stopped'));
  await rejects(given, /^Error: stopped$/);
  deepEqual(
    threads.map(({ heard, isEnded }) => [...heard, isEnded]),
    [
      ['1', true],
      ['2', false],
    ],
  );
  threads[0]?.say(returned('too late'));
  threads[1]?.say(returned('two'));
  deepEqual(await other, 'two');
});

test('who gives up a call in line, or one that is made no more, touches nobody', async () => {
  const { call, threads } = stage();
  const giving = new AbortController();
  const first = call('1');
  const given = call('2', giving.signal);
  await settled();
  giving.abort(new Error('stopped'));
  await rejects(given, /^Error: stopped$/);
  await rejects(call('3', giving.signal), /^Error: stopped$/);
  threads[0]?.say(returned('one'));
  deepEqual(await first, 'one');
  deepEqual(
    threads.map(({ heard, isEnded }) => [...heard, isEnded]),
    [['1', false]],
  );
});

test('a death is told to the call that met it', async () => {
  const { call, threads } = stage();
  const [first, second] = [call('1'), call('2')];
  await settled();
  threads[0]?.say({ type: 'died', ending: { type: 'died', message: 'out of memory' } });
  await rejects(first!, /^Error: out of memory$/);
  threads[1]?.say(returned('two'));
  deepEqual(await second, 'two');
});
