import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { main } from '../labs/cli/main.ts';
import { folderOf, indexFiles, type Ended } from './cli-folder.ts';
import { INDEX } from './cli-index.ts';

const folder = folderOf({
  ...indexFiles(INDEX),
  'requirements.txt': '# ours\napp==2.0\n-r more.txt\n',
  'more.txt': '\ntool\n-e ./mine\n',
  'fine.txt': 'app\n',
  'elsewhere.txt': 'numpy @ file:///croot/numpy-1.26.4-py3-none-any.whl\napp\n',
  'misspelt.txt': 'tol\n',
  'poetry.toml': '[tool.poetry.dependencies]\nnumpy = "^1"\n',
  'pyproject.toml':
    '[project]\nname = "mine"\ndependencies = [\n  "lib>=2",\n  "tool",\n]\n[dependency-groups]\ntest = ["speed==1.0"]\n',
  'future/pyproject.toml': '[project]\nname = "mine"\nrequires-python = ">=3.14"\n',
  'pylock.toml':
    'lock-version = "1.0"\n\n[[packages]]\nname = "lib"\nversion = "2.0"\n[[packages.wheels]]\nname = "lib-2.0-py3-none-any.whl"\n[[packages]]\nname = "tool"\nversion = "0.1"\n[[packages.wheels]]\nname = "tool-0.1-py3-none-any.whl"\n',
  'environment.yml': 'name: x\nchannels:\n  - conda-forge\ndependencies:\n  - numpy\n',
  'empty.txt': '\n',
  'prose.log': 'ERROR: something else\n',
  'error.txt': `ERROR: Cannot install app==2.0 and tool because these package versions have conflicting dependencies.

The conflict is caused by:
    app 2.0 depends on lib>=2
    tool 0.1 depends on lib<2
`,
  'proxy.txt': `WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'ProxyError('Cannot connect to proxy.', OSError(0, 'Error'))': /simple/app/
ERROR: Could not find a version that satisfies the requirement app (from versions: none)
ERROR: No matching distribution found for app
`,
});

async function run(...words: readonly string[]): Promise<Ended> {
  process.chdir(folder);
  let [out, err] = ['', ''];
  const terminal = {
    print: (text: string) => void (out += text),
    complain: (text: string) => void (err += text),
  };
  const code = await main(['explain', '--index', '.', ...words], terminal);
  return { code, out, err };
}

interface Told {
  readonly ok: boolean;
  readonly causes: readonly unknown[];
  readonly message: string;
  readonly fixes: readonly { readonly change: unknown; readonly pins: unknown }[];
  readonly sentence: Readonly<Record<'en' | 'zh-cn', string>>;
}

async function told(...words: readonly string[]): Promise<Told> {
  const { out } = await run('--json', ...words);
  return JSON.parse(out) as Told;
}

test('a file that cannot be installed: causes with their lines, sentences, fixes that work', async () => {
  const { ok, causes, message, fixes, sentence } = await told('requirements.txt');
  assert.equal(ok, false);
  assert.deepEqual(causes, [
    {
      requirement: 'lib>=2',
      parent: { name: 'app', version: '2.0' },
      file: 'requirements.txt',
      line: 2,
    },
    {
      requirement: 'lib<2',
      parent: { name: 'tool', version: '0.1' },
      file: `${folder}/more.txt`,
      line: 2,
    },
  ]);
  assert.match(
    message,
    /^ERROR: Cannot install -r .*more\.txt \(line 2\) and -r requirements\.txt/,
  );
  assert.match(sentence.en, /app==2\.0/);
  assert.match(sentence.en, /tool/);
  assert.match(sentence['zh-cn'], /app==2\.0.*。$/);
  assert.ok(fixes.length > 0);
  for (const { change, pins } of fixes) assert.ok(Array.isArray(change) && Array.isArray(pins));
});

test('the first fix, made in the file, can be installed', async () => {
  const { fixes } = await told('error.txt');
  const [first] = fixes;
  assert.ok(first);
  const [{ from, to } = { from: '', to: null }] = first.change as readonly {
    readonly from: string;
    readonly to: string | null;
  }[];
  const lines = ['app==2.0', 'tool'].flatMap((line) => (line === from ? (to ?? []) : [line]));
  let out = '';
  const terminal = { print: (text: string) => void (out += text), complain: () => undefined };
  assert.equal(await main(['solve', '--json', '--index', '.', ...lines], terminal), 0);
  const { pins } = JSON.parse(out) as { readonly pins: unknown };
  assert.deepEqual(pins, first.pins);
});

test('for people: the sentence first, then the argument, then what works; what is left out is said', async () => {
  const { code, out, err } = await run('requirements.txt');
  assert.equal(code, 1);
  assert.equal(
    err,
    `womm: ${folder}/more.txt, line 3: '-e ./mine' is left out: womm builds nothing\n`,
  );
  const [sentence = '', argument = '', fixes = ''] = out.split('\n\n');
  assert.match(sentence, /app==2\.0/);
  assert.match(argument, /^ {2}\S/);
  assert.match(fixes, /^Each of these was solved again, and works:\n {2}1\. /);
  const chinese = await run('--lang', 'zh-cn', 'requirements.txt');
  assert.match(chinese.out, /下面每一种都重新求解过，行得通：/);
});

test('a file that can be installed: what pip would take', async () => {
  assert.deepEqual(await run('fine.txt'), {
    code: 0,
    out: 'pip can install this: 2 projects, found in 3 rounds.\n\n  app==2.0\n  lib==2.0\n',
    err: '',
  });
});

test('pyproject.toml and pylock.toml, each by its lines', async () => {
  const places = ({ causes }: Told): unknown =>
    causes.map((cause) => {
      const { file, line } = cause as { readonly file: string; readonly line: number };
      return [file, line];
    });
  assert.deepEqual(places(await told('pyproject.toml')), [
    ['pyproject.toml', 4],
    ['pyproject.toml', 5],
  ]);
  assert.equal((await told('--python', '3.9', '--group', 'test', 'pyproject.toml')).ok, false);
  assert.deepEqual(places(await told('pylock.toml')), [
    ['pylock.toml', 4],
    ['pylock.toml', 9],
  ]);
});

test('a project that wants another Python is not looked into any further', async () => {
  const { code, out } = await run('--json', 'future/pyproject.toml');
  assert.equal(code, 1);
  assert.deepEqual(JSON.parse(out), {
    ok: false,
    causes: [
      { requirement: 'Python >=3.14', parent: null, file: 'future/pyproject.toml', line: null },
    ],
    message: "ERROR: Package 'mine' requires a different Python: 3.12.1 not in '>=3.14'",
    fixes: [],
    sentence: {
      en: 'mine asks for Python >=3.14, and pip runs on Python 3.12.1.',
      'zh-cn': 'mine 要求 Python >=3.14，而运行 pip 的是 Python 3.12.1。',
    },
  });
});

test("pip's output: told from its text, and solved again where it says what was asked", async () => {
  const { causes, message, sentence, fixes } = await told('error.txt');
  assert.deepEqual(causes, [
    { requirement: 'lib>=2', parent: { name: 'app', version: '2.0' }, file: 'error.txt', line: 4 },
    { requirement: 'lib<2', parent: { name: 'tool', version: '0.1' }, file: 'error.txt', line: 5 },
  ]);
  assert.equal(message.split('\n').length, 5);
  assert.deepEqual(sentence, {
    en: 'app 2.0 needs lib>=2 and tool 0.1 needs lib<2: no version of lib meets them all.',
    'zh-cn': 'app 2.0 要求 lib>=2；tool 0.1 要求 lib<2：没有哪个版本的 lib 能同时满足。',
  });
  assert.ok(fixes.length > 0);
});

test('a proxy that does not let pip through is not taken for a wrong Python', async () => {
  const { code, out } = await run('proxy.txt');
  assert.equal(code, 1);
  assert.match(
    out,
    /^pip did not reach the index: the proxy that is set did not let pip through\./,
  );
});

test("a wheel on another machine's disk is said and left out, as pip freeze under conda writes it", async () => {
  const { code, err } = await run('elsewhere.txt');
  assert.deepEqual(
    [code, err],
    [
      0,
      "womm: elsewhere.txt, line 1: 'numpy @ file:///croot/numpy-1.26.4-py3-none-any.whl' is left out: that file is not on this machine\n",
    ],
  );
});

test('a folder that is an index knows its names: the nearest is offered', async () => {
  assert.deepEqual((await told('misspelt.txt')).fixes[0]?.change, [{ from: 'tol', to: 'tool' }]);
});

test('bad input: one line, exit code 2', async () => {
  const said = async (...words: readonly string[]): Promise<string> => {
    const { code, out, err } = await run(...words);
    assert.deepEqual([code, out], [2, '']);
    return err;
  };
  assert.deepEqual(
    [
      await said(),
      await said('nosuch.txt'),
      await said('empty.txt'),
      await said('environment.yml'),
      await said('poetry.toml'),
      await said('--extra', 'nope', 'pyproject.toml'),
      await said('prose.log'),
      await said('--lang', 'fr', 'fine.txt'),
    ],
    [
      'womm: explain: expected one file: requirements.txt, pyproject.toml, pylock.toml, what pip printed, or - for standard input\n',
      'womm: explain: nosuch.txt: expected a file that can be read (there is no such file)\n',
      'womm: explain: empty.txt is empty: expected requirements or what pip printed\n',
      "womm: explain: environment.yml: conda's environment.yml is not explained yet: expected requirements.txt, pyproject.toml, pylock.toml or what pip printed\n",
      "womm: explain: poetry.toml: '[tool.poetry]' is left out: pip does not read the table of another tool: expected at least one requirement besides\n",
      "womm: explain: pyproject.toml: Extra 'nope' not found\n",
      'womm: explain: prose.log: no error of pip is recognised in it: expected what pip printed\n',
      "womm: explain: --lang 'fr': expected en or zh-cn\n",
    ],
  );
});

const LAUNCHER = fileURLToPath(new URL('../labs/cli/womm.mjs', import.meta.url));

test('standard input', async () => {
  const out = await new Promise<string>((resolve) => {
    const words = [LAUNCHER, 'explain', '--index', '.', '-'];
    const child = execFile(process.execPath, words, { cwd: folder }, (_, text) => resolve(text));
    child.stdin?.end('app\n');
  });
  assert.equal(out.split('\n')[0], 'pip can install this: 2 projects, found in 3 rounds.');
});
