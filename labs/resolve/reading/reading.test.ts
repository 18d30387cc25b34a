// What a reader hands over: told apart, read into lines, nothing dropped in silence; hostile text of
// 5 MB is answered soon, whatever it is.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { collectedLines } from './collected-lines.ts';
import { readPylock, readPyproject, readRequirements, type ReaderFile } from './reader-file.ts';
import { textKind } from './text-kind.ts';

const TARGET = { python: '3.11.9', platform: 'linux-64', implementation: 'cp' } as const;

test('a text is told by what stands in it, or by the name of its file', () => {
  const kinds: readonly (readonly [string, string])[] = [
    ['\n \t\n', 'empty'],
    ['numpy\n# ERROR: none\n', 'requirements'],
    ['numpy==1.26.4\npandas==2.2.2\n', 'requirements'],
    ['[project]\nname = "a"\n', 'pyproject'],
    ['[tool.poetry.dependencies] # x\n', 'pyproject'],
    ['lock-version = "1.0"\n[[packages]]\n', 'pylock'],
    ['name: x\ndependencies:\n  - numpy\n', 'environment'],
    ['$ pip install x\nERROR: No matching distribution found for x\n', 'output'],
    ['WARNING: Retrying (Retry(total=4', 'output'],
    ['The conflict is caused by:\n    a 1 depends on b', 'output'],
    ['  error: resolution-too-deep', 'output'],
  ];
  deepEqual(
    kinds.map(([text]) => textKind(text)),
    kinds.map(([, kind]) => kind),
  );
  equal(textKind('x', 'C:\\work\\pyproject.toml'), 'pyproject');
  equal(textKind('x', 'environment.yml'), 'environment');
  equal(textKind('numpy', 'pyproject.toml.txt'), 'requirements');
});

const shape = ({ lines, passedOver, faults, requiresPython }: ReaderFile): unknown => ({
  lines: lines.map(({ text, comesFrom }) => `${text} | ${comesFrom}`),
  passedOver: passedOver.map(({ line, because }) => `${line} ${because}`),
  faults: faults.map(({ line }) => line),
  requiresPython,
});

test('of a requirements file every line is followed or named', () => {
  const file = [
    'numpy<2 # why',
    '-r more.txt',
    '-e .',
    '--pre',
    './folder',
    'six @ https://x.example/six-1.0-py3-none-any.whl',
    'six==1.16 --hash=sha256:00',
    'a b',
  ].join('\n');
  deepEqual(shape(readRequirements(file)), {
    lines: ['numpy<2 | -r requirements.txt (line 1)', 'six==1.16 | -r requirements.txt (line 7)'],
    passedOver: ['2 other-file', '3 editable', '4 option', '5 folder', '6 address', '7 hashes'],
    faults: [8],
    requiresPython: undefined,
  });
});

test('of a pyproject.toml the dependencies, and of its extras and groups those that are named', () => {
  const file = [
    '[project]',
    'name = "mine"',
    'requires-python = ">=3.10"',
    'dependencies = ["numpy<2", "six @ https://x.example/six.whl"]',
    '[project.optional-dependencies]',
    'plot = ["matplotlib"]',
    '[dependency-groups]',
    'test = ["pytest", {include-group = "none"}]',
  ].join('\n');
  deepEqual(shape(readPyproject(file, ['plot'], ['test'])), {
    lines: ['numpy<2 | pyproject.toml (line 4)', 'matplotlib | pyproject.toml (line 6)'],
    passedOver: ['4 address'],
    faults: [undefined],
    requiresPython: '>=3.10',
  });
  deepEqual(readPyproject(file, ['Plot', 'plotting']).faults, [
    { line: undefined, message: "Extra 'plotting' not found" },
  ]);
  deepEqual(shape(readPyproject('[project\n')), {
    lines: [],
    passedOver: [],
    faults: [1],
    requiresPython: undefined,
  });
});

test('of a pylock.toml the pins that are for this machine', () => {
  const packages = [
    '[[packages]]\nname = "numpy"\nversion = "1.26.4"\nwheels = [{name = "numpy-1.26.4-py3-none-any.whl"}]',
    '[[packages]]\nname = "pywin32"\nversion = "306"\nmarker = "sys_platform == \'win32\'"\nwheels = [{name = "pywin32-306-py3-none-any.whl"}]',
    '[[packages]]\nname = "mine"\ndirectory = {path = "."}',
  ];
  const file = `lock-version = "1.0"\ncreated-by = "pip"\n${packages.join('\n')}\n`;
  deepEqual(shape(readPylock(file, TARGET)), {
    lines: ['numpy==1.26.4 | pylock.toml (line 4)'],
    passedOver: ['8 other-machine', '13 folder'],
    faults: [],
    requiresPython: undefined,
  });
});

test('the lines of a file are found in what pip printed of it', () => {
  const output = [
    'Collecting tensorflow==2.17.1 (from -r requirements.txt (line 1))',
    '  Downloading tensorflow-2.17.1-cp311-cp311-manylinux_2_17_x86_64.whl (601.3 MB)',
    'Requirement already satisfied: six in ./v/lib/python3.11/site-packages (from -r requirements.txt (line 2)) (1.17.0)',
    'Collecting numpy<2.0.0,>=1.23.5 (from tensorflow==2.17.1->-r requirements.txt (line 1))',
    'Collecting tensorflow==2.17.1 (from -r requirements.txt (line 1))',
  ].join('\n');
  deepEqual(
    collectedLines(output).map(({ text, comesFrom }) => `${text} | ${comesFrom}`),
    ['tensorflow==2.17.1 | -r requirements.txt (line 1)', 'six | -r requirements.txt (line 2)'],
  );
});

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  textKind: (text) => textKind(text),
  readRequirements,
  readPyproject: (text) => readPyproject(text, ['a'], ['a']),
  readPylock: (text) => readPylock(text, TARGET),
  collectedLines,
};
const PIECES = [
  'Collecting ',
  ' (from -r ',
  '(line 1))',
  '\n',
  ' ',
  'a',
  '[',
  '"',
  '=',
  '\\\n',
  'x in ',
  '(',
  '-r',
];

for (const [name, read] of Object.entries(READERS)) {
  test(`${name} answers any text`, () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string()))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (each) => read(each) !== undefined),
      { numRuns: 200 },
    );
  });

  test(`${name} answers 5 MB`, () => {
    const start = performance.now();
    for (const piece of ['Collecting ', 'Collecting a (from -r ', 'a in ', '[', '\\\n', '\t'])
      read(piece.repeat(5_000_000 / piece.length));
    // Far above what was measured; what it catches is a reader whose time grows with the square.
    ok(performance.now() - start < 30_000);
  });
}
