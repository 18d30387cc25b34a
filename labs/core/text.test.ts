import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blanksOf, fillBlanks, readLabText, requiredSections } from './text.ts';

const source = `---
title: Three
---

Reach three.

## task reach-three

Add until it is three.

### not-three

It is {total}.

## rule

One and two.
`;

test('a text is split at its headings', () =>
  assert.deepEqual(readLabText(source), {
    intro: 'Reach three.',
    sections: new Map([
      ['task/reach-three', 'Add until it is three.'],
      ['task/reach-three/not-three', 'It is {total}.'],
      ['rule', 'One and two.'],
    ]),
  }));

test('the headings a lab asks for', () =>
  assert.deepEqual(
    requiredSections({
      prediction: { options: ['yes', 'no'] },
      tasks: [{ id: 'reach-three' }],
      hints: [{ id: 'nudge' }],
      solutions: [{ route: 'up' }],
      nearMisses: [{ task: 'reach-three', why: 'not-three' }],
    }),
    [
      'prediction',
      'prediction/yes',
      'prediction/no',
      'prediction/right',
      'prediction/wrong',
      'task/reach-three',
      'task/reach-three/not-three',
      'hint/nudge',
      'solution/up',
      'rule',
    ],
  ));

test('blanks are found and filled; an unknown one stays visible', () => {
  assert.deepEqual(blanksOf('{b} and {a} and {b}'), ['a', 'b']);
  assert.equal(fillBlanks('{a} is {b}', { a: 'numpy' }), 'numpy is {b}');
});
