// Options that say where files come from and what is there already.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { main } from '../labs/cli/main.ts';
import { folderOf, indexFiles, type Ended } from './cli-folder.ts';
import { INDEX } from './cli-index.ts';

const fileOf = (release: string): { readonly filename: string; readonly url: string } => ({
  filename: `${release}-py3-none-any.whl`,
  url: `${release}-py3-none-any.whl`,
});
const folder = folderOf({
  ...indexFiles(INDEX),
  'second/simple/lib/index.json': JSON.stringify({
    files: [{ filename: 'lib-3.0-py3-none-any.whl', url: 'lib-3.0-py3-none-any.whl' }],
  }),
  'second/simple/lib/lib-3.0-py3-none-any.whl.metadata': 'Name: lib\nVersion: 3.0\n',
  'gaps/simple/app/index.json': JSON.stringify({ files: [fileOf('app-1.0')] }),
  'gaps/simple/app/app-1.0-py3-none-any.whl.metadata':
    'Name: app\nVersion: 1.0\nRequires-Dist: lib<2\n',
  'gaps/simple/lib/index.json': JSON.stringify({ files: [fileOf('lib-1.5'), fileOf('lib-2.0')] }),
  'gaps/simple/lib/lib-2.0-py3-none-any.whl.metadata': 'Name: lib\nVersion: 2.0\n',
  'pyproject.toml':
    '[dependency-groups]\ntest = [{ include-group = "base" }, "app"]\nbase = ["tool"]\n',
  'frozen.txt': 'app==1.0\nlib==1.5\nother==7\n',
  'build.txt': '-e ./mine\nlib\ngit+https://example.org/x.git#egg=x\n',
  'sets.txt': '--only-final :all:\nlib\n',
});
const asked: string[] = [];
const server = createServer(({ url = '' }, response) => {
  asked.push(url);
  const path = url.endsWith('/') ? `${url}index.json` : url;
  try {
    response.end(readFileSync(join(folder, path)));
  } catch {
    response.writeHead(404).end();
  }
});
let address = '';
before(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const place = server.address();
  assert.ok(typeof place === 'object' && place !== null);
  address = `http://127.0.0.1:${place.port}/simple`;
});
after(() => server.close());

async function solve(...words: readonly string[]): Promise<Ended> {
  process.chdir(folder);
  let [out, err] = ['', ''];
  const terminal = {
    print: (text: string) => void (out += text),
    complain: (text: string) => void (err += text),
  };
  const code = await main(['solve', ...words], terminal);
  return { code, out, err };
}

async function pins(...words: readonly string[]): Promise<readonly string[]> {
  const { code, out } = await solve('--json', ...words);
  assert.equal(code, 0, out);
  const { pins: found } = JSON.parse(out) as {
    readonly pins: readonly { readonly name: string; readonly version: string }[];
  };
  return found.map(({ name, version }) => `${name} ${version}`);
}

test('an index at an address: each page is asked for once, with METADATA beside the files', async () => {
  const ended = await solve('--index', address, 'app');
  assert.deepEqual(ended, {
    code: 0,
    out: `Looking in indexes: ${address}\nCollecting app\nCollecting lib>=2 (from app)\nWould install app-2.0 lib-2.0\n`,
    err: '',
  });
  assert.equal(new Set(asked).size, asked.length);
  assert.ok(asked.includes('/files/app-2.0-py3-none-any.whl.metadata'));
});

test('what is known is said, though METADATA that only the fixes want is not to be had', async () => {
  const index = address.replace('/simple', '/gaps/simple');
  const { code, out } = await solve('--json', '--index', index, 'app==1.0', 'lib==2.0');
  assert.equal(code, 1, out);
  const { causes, fixes } = JSON.parse(out) as {
    readonly causes: readonly unknown[];
    readonly fixes: readonly { readonly change: readonly unknown[] }[];
  };
  assert.equal(causes.length, 2);
  assert.deepEqual(
    fixes.map(({ change }) => change),
    [[{ from: 'app==1.0', to: null }]],
  );
});

test('two indexes, and the options of a file, are looked at together', async () => {
  assert.deepEqual(await pins('-i', '.', '--extra-index-url', 'second', '-r', 'sets.txt'), [
    'lib 3.0',
  ]);
  assert.deepEqual(await pins('--extra-index-url=second', '--index', '.', 'lib<3'), ['lib 2.0']);
});

test('a dependency group, with the group that it includes', async () => {
  assert.deepEqual(await pins('-i', '.', '--group', 'test'), ['tool 0.1', 'lib 1.5', 'app 1.0']);
});

test('what is installed stays if it fits, and is replaced when pip is told to', async () => {
  const installed = ['-i', '.', '--installed', 'frozen.txt'];
  assert.deepEqual(await pins(...installed, 'app'), ['tool 0.1']);
  assert.deepEqual(await pins(...installed, '-U', 'app'), ['app 2.0', 'lib 2.0']);
  assert.deepEqual(await pins(...installed, '-I', 'app'), ['app 2.0', 'lib 2.0']);
  const { err } = await solve(...installed, 'app');
  assert.equal(
    err,
    "womm: frozen.txt, line 3: 'other==7': what it requires is not known here, and taken for nothing\n",
  );
});

test('what would have to be built is named, and the rest resolved', async () => {
  const { code, err } = await solve('-i', '.', '-r', 'build.txt');
  assert.equal(code, 0);
  assert.deepEqual(err.split('\n'), [
    "womm: build.txt, line 1: '-e ./mine' is left out: womm builds nothing, and resolves the others without it",
    "womm: build.txt, line 3: 'git+https://example.org/x.git#egg=x' is left out: womm builds nothing, and resolves the others without it",
    '',
  ]);
});

test('whoever watches sees one line, which is erased in the end', async () => {
  const shown: string[] = [];
  const terminal = {
    print: () => undefined,
    complain: () => undefined,
    status: (text: string) => void shown.push(text),
  };
  process.chdir(folder);
  assert.equal(await main(['solve', '-i', '.', 'app'], terminal), 0);
  assert.match(shown[0] ?? '', /^\d+ projects, \d+ rounds, \d+ refused$/);
  assert.equal(shown.at(-1), '');
});
