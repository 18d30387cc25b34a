import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { applyChanges, lineNumberOf, type TextChange } from './apply-change.ts';

const change = (line: number | undefined, from: string, to?: string): TextChange => ({
  line,
  from,
  to,
});

test('a line is changed where it stands, and its comment stays', () => {
  const text = '# a\nscipy==1.10.1  # old\r\nscipy==1.10.1\n';
  equal(
    applyChanges(text, [change(3, 'scipy==1.10.1', 'scipy')]),
    '# a\nscipy==1.10.1  # old\nscipy\n',
  );
  equal(applyChanges(text, [change(2, 'scipy==1.10.1', '$&')]), '# a\n$&  # old\nscipy==1.10.1\n');
});

test('several changes count the lines of the file as it was', () => {
  const text = 'a==1\nb==2\nc==3\n';
  equal(applyChanges(text, [change(1, 'a==1'), change(2, 'b==2', 'b'), change(3, 'c==3')]), 'b\n');
});

test('a line that is joined from several is found by its text', () => {
  equal(applyChanges('\\\na==1\n', [change(1, 'a==1', 'a')]), '\\\na\n');
});

test('in a list of quoted texts only the text goes', () => {
  const cases: Readonly<Record<string, string>> = {
    'x = ["a==1", "b"]': 'x = ["b"]',
    'x = ["b", "a==1"]': 'x = ["b", ]',
    'x = ["b", "a==1", "c"]': 'x = ["b", "c"]',
    "x = ['a==1']": 'x = []',
    '  "a==1",\n  "b",': '  "b",',
  };
  deepEqual(
    Object.keys(cases).map((text) => applyChanges(text, [change(1, 'a==1')])),
    Object.values(cases),
  );
});

test('a text that is not in the file changes nothing', () => {
  equal(applyChanges('a\n', [change(1, 'b', 'c')]), undefined);
});

test('the number of a line is where pip says it is', () => {
  deepEqual(
    ['-r requirements.txt (line 12)', 'pyproject.toml', undefined].map((comesFrom) =>
      lineNumberOf({ comesFrom }),
    ),
    [12, undefined, undefined],
  );
});
