import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellPasted } from '../wording/pasted-wording.ts';
import { plainText } from '../wording/pieces.ts';
import { readPasted } from './read-pasted.ts';

const CONFLICT = `lin@book:~$ pip install -r requirements.txt
Collecting tensorflow==2.13.0
INFO: pip is looking at multiple versions of pydantic to determine which version is compatible with other requirements. This could take a while.
\u001b[31mERROR: Cannot install -r requirements.txt (line 2), tensorflow==2.13.0 and x>=1,<2 because these package versions have conflicting dependencies.\u001b[0m

The conflict is caused by:
    tensorflow 2.13.0 depends on typing-extensions<4.6.0 and >=3.6.6
    pydantic 2.9.2 depends on typing-extensions>=4.6.1
    The user requested (constraint) typing-extensions==4.5.0
    The user requested x>=1

To fix this you could try to:
1. loosen the range of package versions you've specified
`;

test('a conflict: who asks, what is shared, whose lines they are', () => {
  const { errors } = readPasted(CONFLICT);
  assert.deepEqual(errors, [
    {
      kind: 'conflict',
      triggers: ['-r requirements.txt (line 2)', 'tensorflow==2.13.0', 'x>=1,<2'],
      causes: [
        {
          parent: { name: 'tensorflow', version: '2.13.0' },
          isConstraint: false,
          requirement: 'typing-extensions<4.6.0 and >=3.6.6',
          project: 'typing-extensions',
          line: 7,
        },
        {
          parent: { name: 'pydantic', version: '2.9.2' },
          isConstraint: false,
          requirement: 'typing-extensions>=4.6.1',
          project: 'typing-extensions',
          line: 8,
        },
        {
          parent: undefined,
          isConstraint: true,
          requirement: 'typing-extensions==4.5.0',
          project: 'typing-extensions',
          line: 9,
        },
        { parent: undefined, isConstraint: false, requirement: 'x>=1', project: 'x', line: 10 },
      ],
      projects: ['typing-extensions', 'x'],
    },
    { kind: 'still-looking', name: 'pydantic' },
  ]);
  const [first] = errors;
  assert.ok(first);
  assert.equal(
    plainText(tellPasted(first, 'en').what),
    'tensorflow 2.13.0 needs typing-extensions<4.6.0 and >=3.6.6, pydantic 2.9.2 needs typing-extensions>=4.6.1 and your constraint says typing-extensions==4.5.0: no version of typing-extensions meets them all.',
  );
  assert.equal(
    plainText(tellPasted(first, 'zh-cn').what),
    'tensorflow 2.13.0 要求 typing-extensions<4.6.0 and >=3.6.6；pydantic 2.9.2 要求 typing-extensions>=4.6.1；你的约束限定了 typing-extensions==4.5.0：没有哪个版本的 typing-extensions 能同时满足。',
  );
});

/** What pip printed, and what is read of it. */
const READ: Readonly<Record<string, readonly [log: string, errors: readonly object[]]>> = {
  'no such version, with what was left out': [
    `ERROR: Ignored the following yanked versions: 1.1
ERROR: Ignored the following versions that require a different python version: 3.0 Requires-Python >=3.14; 3.1 Requires-Python >=3.14,<4
ERROR: Could not find a version that satisfies the requirement lib==9 (from app) (from versions: 1.0, 2.0)
ERROR: No matching distribution found for lib==9 (from app)

[notice] A new release of pip is available: 26.2 -> 26.3
`,
    [
      {
        kind: 'not-found',
        requirement: 'lib==9',
        project: 'lib',
        from: 'app',
        versions: ['1.0', '2.0'],
        yanked: ['1.1'],
        otherPython: ['3.0 Requires-Python >=3.14', '3.1 Requires-Python >=3.14,<4'],
        indexes: [],
      },
    ],
  ],
  'nothing at all, from a mirror': [
    `Looking in indexes: https://mirror.example.org/simple, https://pypi.org/simple
ERROR: Could not find a version that satisfies the requirement tensorflow-gpu==2.13.0 (from versions: none)
ERROR: No matching distribution found for tensorflow-gpu==2.13.0
`,
    [
      {
        kind: 'not-found',
        requirement: 'tensorflow-gpu==2.13.0',
        project: 'tensorflow-gpu',
        from: undefined,
        versions: [],
        yanked: [],
        otherPython: [],
        indexes: ['https://mirror.example.org/simple'],
      },
    ],
  ],
  'another Python': [
    "ERROR: Package 'futurepkg' requires a different Python: 3.11.7 not in '>=3.14'\n",
    [{ kind: 'wrong-python', project: 'futurepkg', python: '3.11.7', specifier: '>=3.14' }],
  ],
  'two files that want another Python': [
    "ERROR: Packages require a different Python. 3.12.1 not in:\n'<3' (required by x 1.0)\n'<3' (required by y 1.0)\n",
    [{ kind: 'wrong-python', project: 'x 1.0', python: '3.12.1', specifier: '<3' }],
  ],
  'installed all the same': [
    `ERROR: pip's dependency resolver does not currently take into account all the packages that are installed. This behaviour is the source of the following dependency conflicts.
tensorflow 2.13.0 requires typing-extensions<4.6.0,>=3.6.6, but you have typing-extensions 4.16.0 which is incompatible.
a 1 requires b, which is not installed.
Successfully installed pydantic-2.9.2 typing-extensions-4.16.0
`,
    [
      {
        kind: 'broken',
        by: 'install',
        broken: [
          {
            name: 'tensorflow',
            version: '2.13.0',
            requirement: 'typing-extensions<4.6.0,>=3.6.6',
            have: 'typing-extensions 4.16.0',
          },
          { name: 'a', version: '1', requirement: 'b', have: undefined },
        ],
      },
    ],
  ],
  'what pip check says': [
    'tensorflow 2.13.0 has requirement typing-extensions<4.6.0,>=3.6.6, but you have typing-extensions 4.16.0.\n',
    [
      {
        kind: 'broken',
        by: 'check',
        broken: [
          {
            name: 'tensorflow',
            version: '2.13.0',
            requirement: 'typing-extensions<4.6.0,>=3.6.6',
            have: 'typing-extensions 4.16.0',
          },
        ],
      },
    ],
  ],
  'a line that is none': [
    "ERROR: Invalid requirement: 'numpy^1.26': Expected semicolon (after name with no version specifier) or end\n    numpy^1.26\n         ^ (from line 4 of requirements.txt)\n",
    [
      {
        kind: 'invalid-requirement',
        requirement: 'numpy^1.26',
        looksLike: 'caret',
        place: 'line 4 of requirements.txt',
      },
    ],
  ],
  'a file without -r': [
    `HINT: You are attempting to install a package literally named "requirements.txt" (which cannot exist). Consider using the '-r' flag to install the packages listed in requirements.txt\n`,
    [
      {
        kind: 'invalid-requirement',
        requirement: 'requirements.txt',
        looksLike: 'file',
        place: undefined,
      },
    ],
  ],
  'hashes that are missing': [
    'ERROR: Hashes are required in --require-hashes mode, but they are missing from some requirements. Here is a list:\n    iota==1.10 --hash=sha256:0a\n',
    [{ kind: 'hashes', problem: 'missing', requirements: ['iota==1.10'] }],
  ],
  'a wheel for elsewhere': [
    'ERROR: musl-1.0-cp311-cp311-musllinux_1_2_x86_64.whl is not a supported wheel on this platform.\n',
    [{ kind: 'unsupported-wheel', name: 'musl-1.0-cp311-cp311-musllinux_1_2_x86_64.whl' }],
  ],
  "the system's Python": [
    'error: externally-managed-environment\n\n× This environment is externally managed\n',
    [{ kind: 'externally-managed', name: undefined }],
  ],
  'nothing to uninstall by': [
    "error: uninstall-no-record-file\n\n× Cannot uninstall pydantic 2.9.2\n╰─> The package's contents are unknown: no RECORD file was found for pydantic.\n",
    [{ kind: 'no-record', name: 'pydantic 2.9.2' }],
  ],
  'a search that was given up': [
    'INFO: pip is still looking at multiple versions of grpcio to determine which version is compatible with other requirements.\nerror: resolution-too-deep\n',
    [
      { kind: 'too-deep', name: 'grpcio' },
      { kind: 'still-looking', name: 'grpcio' },
    ],
  ],
  'a build that failed': [
    'error: subprocess-exited-with-error\nERROR: Failed building wheel for numpy\n',
    [{ kind: 'build-failed', name: 'numpy' }],
  ],
  'nothing that pip printed': ['Hello, world.\n', []],
};

for (const [name, [log, errors]] of Object.entries(READ))
  test(`read: ${name}`, () => assert.deepEqual(readPasted(log).errors, errors));

test('each can be told in both languages: what, how to check it, what to do', () => {
  const all = Object.values(READ).flatMap(([log]) => readPasted(log).errors);
  for (const error of all)
    for (const language of ['en', 'zh-cn'] as const) {
      const { what, check, next } = tellPasted(error, language);
      for (const sentence of [what, check, next])
        assert.match(
          plainText(sentence),
          language === 'en' ? /[a-z].*[.?]$/ : /[\u4e00-\u9fff].*[。？]$/,
        );
    }
});
