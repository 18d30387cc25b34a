import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from './bench-lines.ts';

test('comments, blank lines and continued lines, numbered as pip numbers them', () =>
  assert.deepEqual(
    readLines('# two good lines\n\nnumpy>=1.22, \\\n  <2  # newest\nscipy\n').lines.map(
      ({ requirement, comesFrom }) => [requirement.text, comesFrom],
    ),
    [
      ['numpy<2,>=1.22', '-r requirements.txt (line 3)'],
      ['scipy', '-r requirements.txt (line 5)'],
    ],
  ));

test('what pip cannot read is said in its words, with the caret', () => {
  const { lines, problems } = readLines('numpy\ntensorflow=2.15\n');
  assert.equal(lines.length, 1);
  assert.deepEqual(problems, [
    {
      line: 2,
      message:
        "Invalid requirement: 'tensorflow=2.15': Expected semicolon (after name with no version specifier) or end\n" +
        '    tensorflow=2.15\n              ^ (from line 2 of requirements.txt)\n' +
        'Hint: = is not a valid operator. Did you mean == ?',
      isUnsupported: false,
    },
  ]);
});

for (const text of ['-r more.txt', '--pre', '-e .', 'numpy --hash=sha256:00'])
  test(`what the simulator does not follow is said to be so: ${text}`, () =>
    assert.deepEqual(
      readLines(text).problems.map(({ line, isUnsupported }) => [line, isUnsupported]),
      [[1, true]],
    ));
