import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { createKeeper } from './keeper.ts';
import type { RunRequest, Step } from './run.ts';
import type { FromThread, ThreadRun, ToThread } from './thread-talk.ts';

/** A thread that does what the test says. */
interface Double {
  readonly heard: ToThread[];
  say(message: FromThread): void;
  interrupts: number;
  isEnded: boolean;
}

function stage({ canInterrupt = true } = {}) {
  const threads: Double[] = [];
  const timers: (() => void)[] = [];
  const wheelsAsked: string[] = [];
  const keeper = createKeeper({
    spawn(say) {
      const double: Double = { heard: [], say, interrupts: 0, isEnded: false };
      threads.push(double);
      return {
        post: (message) => double.heard.push(message),
        interrupt() {
          double.interrupts += 1;
          return canInterrupt;
        },
        end: () => (double.isEnded = true),
      };
    },
    async wheel(name) {
      wheelsAsked.push(name);
      return name === 'there.whl' ? new Uint8Array(1) : undefined;
    },
    after(_, call) {
      timers.push(call);
      return () => timers.splice(timers.indexOf(call), 1);
    },
  });
  return { keeper, threads, timers, wheelsAsked };
}

const cell = (source: string): Step => ({
  what: { type: 'cell', source, number: 1 },
  files: {},
  answers: [],
});
const request = (past: readonly Step[], step: Step): RunRequest => ({
  wheels: [],
  past,
  step,
  seed: 1,
});
/** The turn after everything that was promised. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
const finished: FromThread = { type: 'ended', end: { ending: { type: 'finished' }, changed: {} } };
const pastOf = (message: ToThread | undefined) =>
  (message as ThreadRun).past.map(({ what }) => (what.type === 'cell' ? what.source : ''));

test('the interpreter with that past is used, and given what it lacks of it; another is fresh', async () => {
  const { keeper, threads } = stage();
  const [a, b, c] = [cell('a'), cell('b'), cell('c')];
  for (const [past, step, index] of [
    [[], a, 0],
    [[a], b, 0],
    [[a, b, c], c, 0],
    [[b], c, 1],
  ] as const) {
    const record = keeper.run(request(past, step));
    await settled();
    threads[index]?.say(finished);
    deepEqual((await record).ending, { type: 'finished' });
  }
  deepEqual(threads[0]?.heard.map(pastOf), [[], [], ['c']]);
  deepEqual(threads[1]?.heard.map(pastOf), [['b']]);
  deepEqual(
    threads.map(({ isEnded }) => isEnded),
    [true, false],
  );
});

test('a stop interrupts, waits a little, and ends', async () => {
  const { keeper, threads, timers } = stage();
  const asked = request([], cell('loop'));
  const record = keeper.run(asked);
  await settled();
  threads[0]?.say({ type: 'began' });
  threads[0]?.say({ type: 'outputs', outputs: [{ type: 'text', stream: 'stdout', text: 'on' }] });
  keeper.stop(asked);
  keeper.stop(asked);
  equal(threads[0]?.interrupts, 1);
  equal(threads[0]?.isEnded, false);
  timers[0]?.();
  equal(threads[0]?.isEnded, true);
  deepEqual(await record, {
    outputs: [{ type: 'text', stream: 'stdout', text: 'on' }],
    ending: { type: 'stopped', kept: false },
    changed: {},
  });
});

test('what KeyboardInterrupt ended was stopped, and the interpreter lives', async () => {
  const { keeper, threads, timers } = stage();
  const step = cell('loop');
  const asked = request([], step);
  const record = keeper.run(asked);
  await settled();
  threads[0]?.say({ type: 'began' });
  keeper.stop(asked);
  const raised = {
    type: 'raised',
    name: 'KeyboardInterrupt',
    message: '',
    traceback: 'KeyboardInterrupt\n',
    places: [],
  } as const;
  threads[0]?.say({ type: 'ended', end: { ending: raised, changed: {} } });
  deepEqual(await record, {
    outputs: [{ type: 'text', stream: 'stderr', text: 'KeyboardInterrupt\n' }],
    ending: { type: 'stopped', kept: true },
    changed: {},
  });
  deepEqual(timers, []);
  const next = keeper.run(request([{ ...step, stopped: true }], cell('x')));
  await settled();
  threads[0]?.say(finished);
  await next;
  equal(threads.length, 1);
});

test('where nothing can be interrupted, and before a step begins, a stop ends at once', async () => {
  const { keeper, threads } = stage({ canInterrupt: false });
  for (const index of [0, 1]) {
    const asked = request([], cell('x'));
    const record = keeper.run(asked);
    await settled();
    if (index === 0) threads[index]?.say({ type: 'began' });
    keeper.stop(asked);
    deepEqual((await record).ending, { type: 'stopped', kept: false });
    equal(threads[index]?.isEnded, true);
  }
});

test('runs wait for each other; a crash ends one, and the next has a spare', async () => {
  const { keeper, threads } = stage();
  const first = keeper.run(request([], cell('a')));
  const second = keeper.run(request([], cell('b')));
  await settled();
  equal(threads.length, 1);
  const spare = keeper.warm();
  threads[1]?.say({ type: 'started', how: 'restored' });
  await spare;
  threads[0]?.say({ type: 'died', ending: { type: 'died', message: 'out of memory' } });
  deepEqual((await first).ending, { type: 'died', message: 'out of memory' });
  await settled();
  threads[1]?.say(finished);
  deepEqual((await second).ending, { type: 'finished' });
  deepEqual(
    threads.map(({ isEnded }) => isEnded),
    [true, false],
  );
});

test('a stop ends its own run and no other: under way, in line, or over', async () => {
  const { keeper, threads } = stage({ canInterrupt: false });
  const first = request([], cell('a'));
  const second = request([], cell('b'));
  const third = request([], cell('c'));
  const records = [first, second, third].map((each) => keeper.run(each));
  await settled();
  keeper.stop(second);
  deepEqual((await records[1])?.ending, { type: 'stopped', kept: false });
  threads[0]?.say(finished);
  deepEqual((await records[0])?.ending, { type: 'finished' });
  await settled();
  keeper.stop(first);
  keeper.stop(second);
  threads[1]?.say(finished);
  deepEqual((await records[2])?.ending, { type: 'finished' });
  deepEqual(
    threads.map(({ heard }) => heard.map((message) => message.type === 'run' && message.step)),
    [[first.step], [third.step]],
  );
});

test('a wheel that is not there is named; what is there is asked for and given once', async () => {
  const { keeper, threads, wheelsAsked } = stage();
  const lacking = await keeper.run({ ...request([], cell('a')), wheels: ['gone.whl'] });
  deepEqual(lacking.ending, { type: 'lacking', wheel: 'gone.whl' });
  const wheels = ['there.whl'];
  for (const [past, step] of [
    [[], cell('a')],
    [[cell('a')], cell('b')],
  ] as const) {
    const record = keeper.run({ ...request(past, step), wheels });
    await settled();
    threads[0]?.say(finished);
    await record;
  }
  deepEqual(
    threads[0]?.heard.map((message) => message.type === 'run' && message.wheels.length),
    [1, 0],
  );
  deepEqual(wheelsAsked, ['gone.whl', 'there.whl']);
});
