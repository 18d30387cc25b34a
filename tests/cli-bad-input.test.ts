import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { main } from '../labs/cli/main.ts';
import { folderOf, indexFiles, womm } from './cli-folder.ts';

const folder = folderOf({
  ...indexFiles({
    app: { 'app-1.0-py3-none-any.whl': {} },
    source: { 'source-1.0.tar.gz': {} },
  }),
  'simple/torn/index.json': '{"files": [',
  'simple/list/index.json': '[]',
  'simple/bare/index.json': JSON.stringify({
    files: [{ filename: 'bare-1.0-py3-none-any.whl', url: 'bare-1.0-py3-none-any.whl' }],
  }),
  'typo.txt': 'app\n\n# a comment\nnumpy=>1.0\n',
  'operator.txt': 'app=1.0\n',
  'prose.txt': 'pip install app\n',
  'unknown.txt': 'app --nonsense\n',
  'path.txt': './wheels/app-1.0-py3-none-any.whl\n',
  'loop.txt': 'app\n-r loop2.txt\n',
  'loop2.txt': '\n-r loop.txt\n',
  'missing.txt': '-r nosuch.txt\n',
  'extras.txt': 'app[fast]==1.0\n',
  'editable.txt': '-e ./project\n',
  'latin.txt': Buffer.from([0x61, 0xe9, 0x0a]),
  'huge.txt': Buffer.alloc(5_000_001, 0x61),
  'torn/pyproject.toml': 'a = [\n',
  'groups/pyproject.toml': '[dependency-groups]\nloop = [{ include-group = "loop" }]\n',
  'locks/pylock.toml': '[[packages]]\n',
});
const HERE = ['--index', '.'];
const SNAPSHOT = new URL('../public/snapshot/index.json', import.meta.url);
const PROJECTS = (
  JSON.parse(readFileSync(SNAPSHOT, 'utf8')) as { readonly projects: readonly unknown[] }
).projects.length;

/** The words after `womm`, and the one line that it says. */
const REFUSED: readonly (readonly [words: readonly string[], said: string])[] = [
  [['conquer'], "unknown command 'conquer': expected explain or grade or snapshot or solve"],
  [['solve', '--user', 'app'], "solve: option '--user' is not supported"],
  [['solve'], 'solve: expected at least one requirement, or -r FILE'],
  [['solve', '-c', 'extras.txt'], 'solve: expected at least one requirement, or -r FILE'],
  [['solve', '--tool', 'pipenv', 'app'], "solve: --tool 'pipenv': expected pip or pip-legacy"],
  [['solve', '--pip', '19', 'app'], "solve: --pip '19': expected 26.3 or 23.2"],
  [
    ['solve', '--python', '2.7', 'app'],
    "solve: --python '2.7': expected a version of Python 3 like 3.12.1",
  ],
  [
    ['solve', '--python-version', '3.x', 'app'],
    "solve: --python-version error: invalid --python-version value: '3.x': each version part must be an integer",
  ],
  [
    ['solve', '--upgrade-strategy', 'sometimes', 'app'],
    "solve: --upgrade-strategy 'sometimes': expected only-if-needed or eager",
  ],
  [['solve', 'app', '--python'], "solve: option '--python' expects a value"],
  [['solve', '--json=yes', 'app'], "solve: option '--json' takes no value"],
  [
    ['solve', '--at', 'yesterday', 'app'],
    "solve: --at 'yesterday': expected a day or an instant like 2026-11-15T00:00:00Z",
  ],
  [
    ['solve', '--at', '2030-01-01', 'numpy'],
    'solve: --at: expected a day up to 2026-11-15, where the snapshot ends',
  ],
  [
    ['solve', '--no-index', '-f', 'nosuch', 'app'],
    "solve: --find-links 'nosuch': expected a folder",
  ],
  [
    ['solve', '--index', 'nosuch', 'app'],
    "solve: --index 'nosuch': expected a folder with simple/<name>/index.json",
  ],
  [
    ['solve', '--index', 'http://127.0.0.1:47399/simple', 'app'],
    'solve: http://127.0.0.1:47399/simple/app/: no answer (connect ECONNREFUSED 127.0.0.1:47399)',
  ],
  [
    ['solve', '--index-url', 'http://:80', 'app'],
    "solve: 'http://:80': expected an address like https://pypi.org/simple",
  ],
  [
    ['solve', ...HERE, '--group', 'test'],
    'solve: pyproject.toml: expected a pyproject.toml that can be read (there is no such file)',
  ],
  [
    ['solve', ...HERE, '--group', 'other.toml:test'],
    "solve: --group 'other.toml:test': expected GROUP or PATH/pyproject.toml:GROUP",
  ],
  [
    ['solve', ...HERE, '--group', 'torn/pyproject.toml:test'],
    'solve: torn/pyproject.toml, line 2: expected TOML: invalid value',
  ],
  [
    ['solve', ...HERE, '--group', 'groups/pyproject.toml:nosuch'],
    "solve: [dependency-groups] resolution failed for 'nosuch' from 'groups/pyproject.toml': Dependency group 'nosuch' not found",
  ],
  [
    ['solve', ...HERE, '--group', 'groups/pyproject.toml:loop'],
    "solve: [dependency-groups] resolution failed for 'loop' from 'groups/pyproject.toml': Cyclic dependency group include while resolving loop: loop includes itself",
  ],
  [
    ['solve', ...HERE, '--installed', 'nosuch.txt', 'app'],
    "solve: nosuch.txt: expected a file of 'pip freeze' that can be read (there is no such file)",
  ],
  [
    ['solve', ...HERE, '--installed', 'typo.txt', 'app'],
    "solve: typo.txt, line 1: 'app': expected a line of 'pip freeze' like numpy==2.3.5",
  ],
  [
    ['solve', ...HERE, '-r', 'locks/pylock.toml'],
    'solve: locks/pylock.toml: expected lock-version = "1.0" (PEP 751): this is no pylock.toml',
  ],
  [
    ['solve', ...HERE, '--pylock', 'app'],
    'solve: --pylock: no hash is given of app-1.0-py3-none-any.whl: expected an index that gives them, like https://pypi.org/simple',
  ],
  [
    ['solve', ...HERE, 'app=>1'],
    "solve: Invalid requirement: 'app=>1': Expected semicolon (after name with no version specifier) or end",
  ],
  [
    ['solve', ...HERE, '-r', 'nosuch.txt'],
    'solve: nosuch.txt: expected a requirements file that can be read (there is no such file)',
  ],
  [
    ['solve', ...HERE, '-r', '.'],
    'solve: .: expected a requirements file that can be read (it is a folder)',
  ],
  [
    ['solve', ...HERE, '-r', 'typo.txt'],
    "solve: typo.txt, line 4: Invalid requirement: 'numpy=>1.0': Expected semicolon (after name with no version specifier) or end",
  ],
  [
    ['solve', ...HERE, '-r', 'operator.txt'],
    "solve: operator.txt, line 1: Invalid requirement: 'app=1.0': Expected semicolon (after name with no version specifier) or end (= is not a valid operator. Did you mean == ?)",
  ],
  [
    ['solve', ...HERE, '-r', 'prose.txt'],
    "solve: prose.txt, line 1: Invalid requirement: 'pip install app': Expected semicolon (after name with no version specifier) or end",
  ],
  [
    ['solve', ...HERE, '-r', 'unknown.txt'],
    'solve: unknown.txt, line 1: Invalid requirement: app --nonsense: no such option: --nonsense',
  ],
  [
    ['solve', ...HERE, '-r', 'path.txt'],
    "solve: path.txt, line 1: './wheels/app-1.0-py3-none-any.whl': expected a file that exists",
  ],
  [
    ['solve', ...HERE, 'app @ file:///nowhere/app-1.0-py3-none-any.whl'],
    "solve: 'app @ file:///nowhere/app-1.0-py3-none-any.whl': expected a file that exists",
  ],
  [
    ['solve', ...HERE, '-r', 'loop.txt'],
    `solve: ${folder}/loop2.txt, line 2: loop.txt is read inside itself: expected another file`,
  ],
  [
    ['solve', ...HERE, '-r', 'missing.txt'],
    `solve: ${folder}/nosuch.txt: expected a requirements file that can be read (there is no such file)`,
  ],
  [['solve', ...HERE, '-r', 'latin.txt'], 'solve: latin.txt: expected a text in UTF-8'],
  [['solve', ...HERE, '-r', 'huge.txt'], 'solve: huge.txt: expected at most 5 MB'],
  [['solve', ...HERE, 'torn'], 'solve: simple/torn/index.json: expected a JSON object (PEP 691)'],
  [['solve', ...HERE, 'list'], 'solve: simple/list/index.json: expected a JSON object (PEP 691)'],
  [
    ['solve', ...HERE, 'bare'],
    `solve: ${folder}/simple/bare/bare-1.0-py3-none-any.whl.metadata: expected METADATA (PEP 658) or the wheel beside it`,
  ],
  [
    ['solve', ...HERE, 'source'],
    'solve: source 1.0 comes as source only (source-1.0.tar.gz): this simulator does not build it; pip would, to learn what it requires (expected wheels: --only-binary :all:)',
  ],
  [
    ['solve', 'no-such-project'],
    `solve: 'no-such-project' is not in the snapshot of 2026-11-15: expected one of its ${PROJECTS} projects, or --index DIR`,
  ],
  [['snapshot', 'numpy'], "snapshot: '--at' is missing: expected a day like 2026-11-23"],
  [
    ['snapshot', '--at', '2026-02-30', 'numpy'],
    "snapshot: --at '2026-02-30': expected a day like 2026-11-23",
  ],
  [['snapshot', '--at', '2026-11-23'], 'snapshot: expected at least one project'],
  [
    ['snapshot', '--at', '2026-11-23', 'numpy;'],
    "snapshot: 'numpy;': expected a project like numpy or 'pydantic[email]>=1.10'",
  ],
  [
    ['snapshot', '--at', '2026-11-23', '--index-url', 'nowhere', 'numpy'],
    "snapshot: --index-url 'nowhere': expected an address like https://pypi.org/simple",
  ],
  [
    ['snapshot', '--at', '2026-11-23', '--offline', '--cache', 'empty', 'numpy'],
    "snapshot: 'numpy': expected a project that the index has",
  ],
];

test('bad input ends with exit code 2 and one line that says what was expected', async () => {
  process.chdir(folder);
  for (const [words, said] of REFUSED) {
    let [out, err] = ['', ''];
    const terminal = {
      print: (text: string) => void (out += text),
      complain: (text: string) => void (err += text),
    };
    const code = await main(words, terminal);
    assert.deepEqual(
      { code, out, err },
      { code: 2, out: '', err: `womm: ${said}\n` },
      words.join(' '),
    );
  }
});

test('the launcher ends the same way', async () => {
  const some = REFUSED.filter((_, at) => at % 4 === 1);
  assert.ok(some.length >= 10);
  for (const [words, said] of some)
    assert.deepEqual(
      await womm(folder, words),
      { code: 2, out: '', err: `womm: ${said}\n` },
      words.join(' '),
    );
});

/** What pip itself refuses: its words, its exit code. */
const REFUSED_BY_PIP: readonly (readonly [words: readonly string[], message: string])[] = [
  [
    ['--platform', 'manylinux2014_x86_64', 'app'],
    'ERROR: When restricting platform and interpreter constraints using --python-version, --platform, --abi, or --implementation, either --no-deps must be set, or --only-binary=:all: must be set and --no-binary must not be set (or must be set to :none:).',
  ],
  [
    ['--pre', '--only-final', 'app', 'app'],
    'ERROR: --pre cannot be used with --all-releases or --only-final.',
  ],
  [
    ['--only-deps', '--no-deps', '-r', 'typo.txt', '--group', 'test'],
    "ERROR: Cannot use '--only-dependencies' in combination with '--no-deps', '--requirement', or '--group'. If this is unexpected, please refer to the user guide:\n\n    https://pip.pypa.io/en/stable/user_guide/#installing-only-dependencies",
  ],
  [['-c', 'extras.txt', 'app'], 'ERROR: Constraints cannot have extras'],
  [['-c', 'editable.txt', 'app'], 'ERROR: Editable requirements are not allowed as constraints'],
];

test("what pip refuses is refused in pip's words, with pip's exit code", async () => {
  process.chdir(folder);
  for (const [words, message] of REFUSED_BY_PIP) {
    let out = '';
    const terminal = { print: (text: string) => void (out += text), complain: () => undefined };
    const code = await main(['solve', '--json', ...HERE, ...words], terminal);
    assert.deepEqual(
      { code, answer: JSON.parse(out) as unknown },
      { code: 1, answer: { ok: false, causes: [], message, fixes: [] } },
      words.join(' '),
    );
  }
});
