import assert from 'node:assert/strict';
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
  'options.txt': 'app\n--pre\n',
  'unknown.txt': 'app --nonsense\n',
  'hash.txt': 'app==1.0 --hash=sha256:00\n',
  'editable.txt': '-e ./project\n',
  'path.txt': './wheels/app-1.0-py3-none-any.whl\n',
  'url.txt': 'app @ https://example.org/app.zip\n',
  'loop.txt': 'app\n-r loop2.txt\n',
  'loop2.txt': '\n-r loop.txt\n',
  'missing.txt': '-r nosuch.txt\n',
  'extras.txt': 'app[fast]==1.0\n',
  'latin.txt': Buffer.from([0x61, 0xe9, 0x0a]),
  'huge.txt': Buffer.alloc(5_000_001, 0x61),
  'nested/extras.txt': '\n-c ../extras.txt\n',
});
const HERE = ['--index', '.'];

/** The words after `womm`, and the one line that it says. */
const REFUSED: readonly (readonly [words: readonly string[], said: string])[] = [
  [['conquer'], "unknown command 'conquer': expected snapshot or solve"],
  [['solve'], 'solve: expected at least one requirement, or -r FILE'],
  [['solve', '-c', 'extras.txt'], 'solve: expected at least one requirement, or -r FILE'],
  [['solve', '--tool', 'pipenv', 'app'], "solve: --tool 'pipenv': expected pip or pip-legacy"],
  [['solve', '--pip', '19', 'app'], "solve: --pip '19': expected 26.3 or 23.2"],
  [
    ['solve', '--python', '2.7', 'app'],
    "solve: --python '2.7': expected a version of Python 3 like 3.12.1",
  ],
  [
    ['solve', '--platform', 'manylinux2014_x86_64', 'app'],
    "solve: --platform 'manylinux2014_x86_64': expected linux-64, linux-aarch64, musl-64, musl-aarch64, win-64, osx-64 or osx-arm64",
  ],
  [['solve', '--pre', 'app'], "solve: option '--pre' is not supported"],
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
  [['solve', '--no-index', 'app'], 'solve: expected --no-index together with one --find-links DIR'],
  [
    ['solve', '--find-links', '.', 'app'],
    'solve: expected --no-index together with one --find-links DIR',
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
    ['solve', '--index', 'https://example.org/simple', 'app'],
    "solve: 'https://example.org/simple': expected a folder or 'snapshot'",
  ],
  [
    ['solve', ...HERE, 'app=>1'],
    "solve: Invalid requirement: 'app=>1': Expected semicolon (after name with no version specifier) or end",
  ],
  [
    ['solve', ...HERE, '-r', 'nosuch.txt'],
    'solve: nosuch.txt: expected a requirements file that can be read (ENOENT)',
  ],
  [
    ['solve', ...HERE, '-r', '.'],
    'solve: .: expected a requirements file that can be read (EISDIR)',
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
    ['solve', ...HERE, '-r', 'options.txt'],
    "solve: options.txt, line 2: option '--pre' is not supported",
  ],
  [
    ['solve', ...HERE, '-r', 'unknown.txt'],
    'solve: unknown.txt, line 1: Invalid requirement: app --nonsense: no such option: --nonsense',
  ],
  [
    ['solve', ...HERE, '-r', 'hash.txt'],
    "solve: hash.txt, line 1: option '--hash' is not supported",
  ],
  [
    ['solve', ...HERE, '-r', 'editable.txt'],
    "solve: editable.txt, line 1: option '-e' is not supported",
  ],
  [
    ['solve', ...HERE, '-r', 'path.txt'],
    "solve: path.txt, line 1: './wheels/app-1.0-py3-none-any.whl': expected the name of a project, not a path or an address",
  ],
  [
    ['solve', ...HERE, '-r', 'url.txt'],
    "solve: url.txt, line 1: 'app @ https://example.org/app.zip': expected the name of a project, not a path or an address",
  ],
  [
    ['solve', ...HERE, '-r', 'loop.txt'],
    `solve: ${folder}/loop2.txt, line 2: loop.txt is read inside itself: expected another file`,
  ],
  [
    ['solve', ...HERE, '-r', 'missing.txt'],
    `solve: ${folder}/nosuch.txt: expected a requirements file that can be read (ENOENT)`,
  ],
  [
    ['solve', ...HERE, '-c', 'extras.txt', 'app'],
    "solve: extras.txt, line 1: 'app[fast]==1.0': expected no extras in a constraint",
  ],
  [
    ['solve', ...HERE, '-r', 'nested/extras.txt'],
    `solve: ${folder}/extras.txt, line 1: 'app[fast]==1.0': expected no extras in a constraint`,
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
    "solve: 'no-such-project' is not in the snapshot of 2026-11-15: expected one of its 146 projects, or --index DIR",
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
