import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupRequirements } from './dependency-groups.ts';
import { parsePyproject, type Pyproject } from './pyproject.ts';
import type { WrittenRequirement } from './written-requirement.ts';

const FILE = `# ours
[project]
name = "my-app"
requires-python = ">=3.10"
dependencies = [
  "numpy>=1.26",  # "not this"
  'pandas; python_version < "3.13"',
  "scipy; os_name == \\"nt\\"",
]
[project.optional-dependencies]
Plot = ["matplotlib", "numpy>=1.26"]
[dependency-groups]
test = ["pytest>8", { include-group = "Base_Tools" }]
base-tools = ["ruff"]
loop = [{ include-group = "pool" }]
pool = [{ include-group = "loop" }, "numpy=>1"]
odd = [{ other = 1 }, { include-group = "nosuch" }]
`;

function read(text: string): Pyproject {
  const file = parsePyproject(text);
  assert.ok(file.kind === 'pyproject');
  return file;
}

const linesOf = (list: readonly WrittenRequirement[]): unknown =>
  list.map(({ text, line }) => [line, text]);

test('what a project wants, each with the line on which it stands', () => {
  const file = read(FILE);
  assert.deepEqual(
    [file.name, file.requiresPython, file.isDynamic, file.foreignTool],
    ['my-app', '>=3.10', false, undefined],
  );
  assert.deepEqual(linesOf(file.dependencies), [
    [6, 'numpy>=1.26'],
    [7, 'pandas; python_version < "3.13"'],
    [8, 'scipy; os_name == "nt"'],
  ]);
  assert.deepEqual(
    [...file.extras].map(([extra, list]) => [extra, linesOf(list)]),
    [
      [
        'Plot',
        [
          [11, 'matplotlib'],
          [11, 'numpy>=1.26'],
        ],
      ],
    ],
  );
});

test('a group has what the groups that it includes have', () => {
  const found = groupRequirements(read(FILE).groups, 'Test');
  assert.ok(!('kind' in found));
  assert.deepEqual(linesOf(found), [
    [13, 'pytest>8'],
    [14, 'ruff'],
  ]);
});

test('a group that comes to nothing says why, all at once', () => {
  const { groups } = read(FILE);
  const faults = ['loop', 'odd', 'nosuch'].map((name) => groupRequirements(groups, name));
  assert.deepEqual(faults, [
    {
      kind: 'group-fault',
      messages: [
        'Cyclic dependency group include while resolving loop: loop -> pool, pool -> loop',
        'Expected semicolon (after name with no version specifier) or end\n    numpy=>1\n         ^',
      ],
    },
    {
      kind: 'group-fault',
      messages: ['Invalid dependency group item', "Dependency group 'nosuch' not found"],
    },
    { kind: 'group-fault', messages: ["Dependency group 'nosuch' not found"] },
  ]);
});

test('groups that include one another twice over are not walked for ever', () => {
  const levels = Array.from({ length: 40 }, (_, n) => {
    const next = `{ include-group = "g${n + 1}" }`;
    return `g${n} = [${next}, ${next}]`;
  });
  const { groups } = read(`[dependency-groups]\n${levels.join('\n')}\ng40 = ["numpy"]\n`);
  const found = groupRequirements(groups, 'g0');
  assert.ok(!('kind' in found) && found.length > 0);
});

test('a file that is none says where; other tools and dynamic lists are named', () => {
  const faults = ['a = [\n', '[project]\ndependencies = "numpy"\n', '[dependency-groups]\na = 1\n'];
  assert.deepEqual(
    faults.map((text) => parsePyproject(text)),
    [
      { kind: 'file-fault', line: 2, message: 'expected TOML: invalid value' },
      {
        kind: 'file-fault',
        line: undefined,
        message: '[project] dependencies: expected a list of texts',
      },
      { kind: 'file-fault', line: undefined, message: '[dependency-groups] a: expected a list' },
    ],
  );
  const poetry = read('[tool.poetry.dependencies]\nnumpy = "^1.26"\n');
  assert.deepEqual([poetry.foreignTool, poetry.dependencies], ['poetry', []]);
  assert.equal(read('[project]\ndynamic = ["dependencies"]\n').isDynamic, true);
});
