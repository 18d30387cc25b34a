import assert from 'node:assert/strict';
import { it } from 'node:test';
import { NO_CHOICE, chooseAll, chosenFor, extendChoice } from './name-choice.ts';

it('lets a name beat :all:, and the later option the earlier', () => {
  const all = chooseAll('yes');
  const some = extendChoice(all, 'no', 'NumPy,scipy');
  const back = extendChoice(some, 'yes', 'scipy');
  const names = ['numpy', 'scipy', 'other'];
  assert.deepEqual(
    [NO_CHOICE, all, some, back].map((choice) => names.map((name) => chosenFor(choice, name))),
    [
      [undefined, undefined, undefined],
      ['yes', 'yes', 'yes'],
      ['no', 'no', 'yes'],
      ['no', 'yes', 'yes'],
    ],
  );
});

it('forgets all before :all: and, behind :none:, its own side', () => {
  const choice = extendChoice(extendChoice(NO_CHOICE, 'yes', 'a,b'), 'no', ':all:,:none:,b');
  assert.deepEqual(choice, { yes: new Set(), no: new Set(['b']) });
});
