import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Platform } from '../packaging/target.ts';
import { linesLeftOut, MOST_LINES, readLines } from './bench-lines.ts';

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

test('what pip cannot read is said in its words, with the caret, and marked in the text', () => {
  const text = 'numpy\n  tensorflow=2.15\n';
  const { lines, problems } = readLines(text);
  assert.equal(lines.length, 1);
  assert.deepEqual(problems, [
    {
      kind: 'invalid',
      line: 2,
      message:
        "Invalid requirement: 'tensorflow=2.15': Expected semicolon (after name with no version specifier) or end\n" +
        '    tensorflow=2.15\n              ^ (from line 2 of requirements.txt)\n' +
        'Hint: = is not a valid operator. Did you mean == ?',
      start: 18,
      end: 19,
    },
  ]);
  assert.equal(text.slice(18, 19), '=');
});

const marked = (text: string): readonly string[] =>
  readLines(text).problems.map(({ start, end }) => text.slice(start, end));

test('what is marked is what pip underlines, wherever the line stands', () => {
  assert.deepEqual(
    marked('\ufeffnumpy >\n'),
    ['>'],
    'a mark at the end of a line is on its last letter',
  );
  assert.deepEqual(marked('a\r\nb[\r\n'), ['['], 'lines of Windows');
  assert.deepEqual(marked('\u2028\u05d0\u05d1\n'), ['\u05d0'], 'letters from right to left');
  assert.deepEqual(
    marked('numpy \\\n  =1\nscipy'),
    ['numpy \\\n  =1'],
    'all of a line that goes on',
  );
  assert.deepEqual(marked('a\n--pre # now'), ['--pre # now']);
});

test('more lines than anybody writes are one problem, at the first that is too many', () => {
  const text = `# a comment counts for nothing\n${'numpy\n'.repeat(MOST_LINES)}scipy<2\n`;
  const { lines, problems } = readLines(text);
  assert.deepEqual(lines, []);
  assert.deepEqual(
    problems.map(({ kind, line }) => [kind, line]),
    [['too-many', MOST_LINES + 2]],
  );
  assert.deepEqual(marked(text), ['scipy<2']);
});

test('lines whose marker does not hold on a machine are left out there', () => {
  const text = 'numpy\npywin32; sys_platform == "win32"\ntomli; python_version < "3.11"\n';
  const leftOut = (python: string, platform: Platform) =>
    linesLeftOut(readLines(text).written, { python, platform, implementation: 'cp' }).map(
      ({ line, start, end }) => [line, text.slice(start, end)],
    );
  assert.deepEqual(leftOut('3.10.4', 'win-64'), []);
  assert.deepEqual(leftOut('3.11.9', 'linux-64'), [
    [2, 'pywin32; sys_platform == "win32"'],
    [3, 'tomli; python_version < "3.11"'],
  ]);
});

for (const text of ['-r more.txt', '--pre', '-e .', 'numpy --hash=sha256:00'])
  test(`what the simulator does not follow is said to be so: ${text}`, () =>
    assert.deepEqual(
      readLines(text).problems.map(({ line, kind }) => [line, kind]),
      [[1, 'unsupported']],
    ));
