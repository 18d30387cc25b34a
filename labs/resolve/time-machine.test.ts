import assert from 'node:assert/strict';
import { it } from 'node:test';
import { timeMachine, type TimeMachineSetup } from './time-machine.ts';
import { foundFirstDay, holdsUntil } from './time-machine-goal.ts';
import { dayAfter } from './time-machine-plan.ts';

const setup: TimeMachineSetup = {
  requirements: 'app==1.0\n',
  constraints: '',
  target: { python: '3.11.7', platform: 'linux-64', implementation: 'cp' },
  then: '2024-02-28',
  now: '2024-03-02',
  last: '2024-12-31',
  kept: { app: '1.0' },
  wanted: ['app'],
  index: 'none',
};

it('reads its own events and no others', () => {
  const good = { type: 'ran', day: '2024-02-29', requirements: 'a\n', constraints: '' };
  assert.deepEqual(timeMachine.readEvent(good), good);
  assert.equal(timeMachine.readEvent({ ...good, day: '2023-02-29' }), undefined);
  assert.equal(timeMachine.readEvent({ ...good, requirements: 'x'.repeat(200_000) }), undefined);
  assert.deepEqual(timeMachine.readEvent({ type: 'froze', more: 1 }), { type: 'froze' });
  assert.equal(timeMachine.readEvent(null), undefined);
});

it('counts days over the end of a February', () => {
  assert.equal(dayAfter('2024-02-28'), '2024-02-29');
  assert.equal(dayAfter('2024-03-01', -2), '2024-02-28');
});

it('without an index pip refuses on both days, and a day outside is the nearest inside', async () => {
  const state = await timeMachine.apply(timeMachine.start(setup), {
    type: 'ran',
    day: '2030-01-01',
    requirements: setup.requirements,
    constraints: '',
  });
  assert.equal(state.day, '2024-12-31');
  assert.deepEqual(holdsUntil(state, '2024-03-02'), {
    ok: false,
    why: 'refused',
    with: { day: '2024-02-28' },
  });
});

it('a line that pip cannot read is said with its file, and nothing runs', async () => {
  const state = await timeMachine.apply(timeMachine.start(setup), {
    type: 'ran',
    day: '2024-03-02',
    requirements: setup.requirements,
    constraints: 'app=1\n',
  });
  assert.equal(state.plans, undefined);
  const verdict = foundFirstDay(state);
  assert.ok(!verdict.ok);
  assert.equal(verdict.with?.['file'], 'constraints.txt');
});
