import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { printAsPip } from '../labs/cli/solve/report.ts';
import { folderOf, indexFiles, wheelFiles, womm } from './cli-folder.ts';
import { INDEX } from './cli-index.ts';

const index = folderOf(indexFiles(INDEX));

test('without --json it prints what pip prints, errors on standard error', async () => {
  const ok = await womm(index, ['solve', '--index', '.', 'app', 'speed==1.0']);
  const url = `${pathToFileURL(index).href}/simple`;
  assert.deepEqual(ok, {
    code: 0,
    out: [
      `Looking in indexes: ${url}`,
      'Collecting app',
      'Collecting speed==1.0',
      'Collecting lib>=2 (from app)',
      'Would install app-2.0 lib-2.0 speed-1.0',
      '',
    ].join('\n'),
    err: [
      "WARNING: The candidate selected for download or install is a yanked version: 'speed' candidate " +
        `(version 1.0 at ${pathToFileURL(index).href}/files/speed-1.0-py3-none-any.whl (from ${url}/speed/))`,
      'Reason for being yanked: wrong results',
      '',
    ].join('\n'),
  });
  const bad = await womm(index, ['solve', '--index', '.', 'lib==9']);
  assert.deepEqual(bad, {
    code: 1,
    out: `Looking in indexes: ${url}\n`,
    err: [
      'ERROR: Could not find a version that satisfies the requirement lib==9 (from versions: 1.5, 2.0)',
      'ERROR: No matching distribution found for lib==9',
      '',
    ].join('\n'),
  });
});

test('a folder of wheels says nothing of Python beforehand, so pip meets it late', async () => {
  const folder = folderOf(
    wheelFiles({ speed: { 'speed-1.1-py3-none-any.whl': { python: '>=3.14' } } }),
  );
  const { code, out } = await womm(folder, [
    'solve',
    '--json',
    '--no-index',
    '--find-links',
    '.',
    'speed',
  ]);
  assert.equal(code, 1);
  // What can be done about it has tests of its own.
  assert.deepEqual(Object.assign(JSON.parse(out) as object, { fixes: [] }), {
    ok: false,
    causes: [{ requirement: 'Python >=3.14', parent: { name: 'speed', version: '1.1' } }],
    message: "ERROR: Package 'speed' requires a different Python: 3.12.1 not in '>=3.14'",
    fixes: [],
  });
});

test('wheels in a folder are processed, and called by where they are', async () => {
  const made = wheelFiles({ app: INDEX['app'] ?? {}, lib: INDEX['lib'] ?? {} });
  const inFolder = Object.entries(made).map(([name, bytes]) => [`wheels/${name}`, bytes] as const);
  const folder = folderOf(Object.fromEntries(inFolder));
  const words = ['solve', '--no-index', '--find-links', 'wheels', 'app'];
  assert.deepEqual(await womm(folder, words), {
    code: 0,
    out: [
      'Looking in links: wheels',
      'Processing ./wheels/app-2.0-py3-none-any.whl',
      'Processing ./wheels/lib-2.0-py3-none-any.whl (from app)',
      'Would install app-2.0 lib-2.0',
      '',
    ].join('\n'),
    err: '',
  });
});

test('help says what there is, from any folder', async () => {
  const { code, out, err } = await womm(folderOf({}), ['--help']);
  assert.deepEqual([code, err], [0, '']);
  for (const word of ['womm solve', 'womm snapshot', '--trace', '--find-links', 'Exit codes'])
    assert.ok(out.includes(word), word);
  assert.equal((await womm(index, ['solve', '--help'])).out, out);
});

test('the line of METADATA that pip cannot read stands below its warning, on standard error', () => {
  let [out, err] = ['', ''];
  const terminal = {
    print: (text: string) => void (out += text),
    complain: (text: string) => void (err += text),
  };
  const warning = [
    'WARNING: Ignoring version 1.0 of bad since it has invalid metadata:',
    'Requested bad from file:///bad.whl has invalid metadata: Expected semicolon (after name with no version specifier) or end',
    '    numpy>>2',
    '         ^',
    'Please use pip<24.1 if you need to use this version.',
  ];
  printAsPip(terminal, ['Collecting bad', ...warning, 'Would install bad-0.9']);
  assert.equal(out, 'Collecting bad\nWould install bad-0.9\n');
  assert.equal(err, `${warning.join('\n')}\n`);
});
