import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInvalidLine, parseRequirementsFile } from './requirements-file.ts';

const FILE = `# what the course needs
-r base.txt          # nested
--index-url https://example.org/simple

numpy>=1.20,\\
    <2 --hash=sha256:abc
Pandas[excel] ; python_version >= "3.9"
-e ./local
./wheels/x-1.0-py3-none-any.whl
https://example.org/y.tar.gz
numpy=1.0
scipy; pyhton_version > "3"
--quiet
`;

test('a file is read line by line, with the numbers of its lines', () => {
  const lines = parseRequirementsFile(FILE).map((line) => {
    switch (line.kind) {
      case 'requirement': {
        const { wanted, hashes } = line;
        const what = wanted.kind === 'requirement' ? wanted.requirement.text : wanted.kind;
        return [line.line, what, ...hashes];
      }
      case 'include':
        return [line.line, line.as, line.file];
      case 'editable':
        return [line.line, 'editable', line.target];
      case 'options':
        return [line.line, ...line.options];
      case 'invalid':
        return [line.line, line.at, formatInvalidLine(line, 'requirements.txt')];
    }
  });
  assert.deepEqual(lines, [
    [2, 'requirements', 'base.txt'],
    [3, { name: 'index-url', value: 'https://example.org/simple' }],
    [5, 'numpy<2,>=1.20', 'sha256:abc'],
    [7, 'Pandas[excel]; python_version >= "3.9"'],
    [8, 'editable', './local'],
    [9, 'path'],
    [10, 'url'],
    [
      11,
      5,
      "Invalid requirement: 'numpy=1.0': Expected semicolon (after name with no version specifier) or end\n" +
        '    numpy=1.0\n' +
        '         ^ (from line 11 of requirements.txt)\n' +
        'Hint: = is not a valid operator. Did you mean == ?',
    ],
    [
      12,
      7,
      "Invalid requirement: 'scipy': Expected a marker variable or quoted string\n" +
        '    pyhton_version > "3"\n' +
        '    ^',
    ],
    [13, 0, 'Invalid requirement: --quiet\npip: error: no such option: --quiet'],
  ]);
});

test('a file of too many lines is read up to a point that is named', () => {
  const lines = parseRequirementsFile('numpy\n'.repeat(20_001));
  assert.equal(lines.length, 20_001);
  assert.deepEqual(lines.at(-1), {
    line: 20_001,
    text: '',
    kind: 'invalid',
    message: 'Expected at most 20000 lines',
    hint: undefined,
    isPlaced: false,
    at: 0,
    from: 0,
  });
});
