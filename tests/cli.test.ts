import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { folderOf, indexFiles, womm } from './cli-folder.ts';
import { INDEX } from './cli-index.ts';

const index = folderOf(indexFiles(INDEX));

async function solve(...words: readonly string[]): Promise<unknown> {
  const { code, out, err } = await womm(index, ['solve', '--json', '--index', '.', ...words]);
  assert.equal(err, '');
  const answer: unknown = JSON.parse(out);
  assert.ok(typeof answer === 'object' && answer !== null && 'ok' in answer);
  assert.equal(code, answer.ok === true ? 0 : 1);
  // What can be done about a failure has tests of its own.
  if ('fixes' in answer) delete answer.fixes;
  return answer;
}

test('a solution: pins in the order of pinning, and how many rounds it took', async () => {
  assert.deepEqual(await solve('--tool', 'pip', 'app'), {
    ok: true,
    pins: [
      { name: 'app', version: '2.0' },
      { name: 'lib', version: '2.0' },
    ],
    rounds: 3,
  });
});

test('the machine decides: another platform, another Python, an extra', async () => {
  assert.deepEqual(await solve('--platform', 'win-64', 'app'), {
    ok: true,
    pins: [
      { name: 'app', version: '2.0' },
      { name: 'lib', version: '2.1' },
      { name: 'winthing', version: '7' },
    ],
    rounds: 4,
  });
  const old = await solve('--python', '3.8', 'app');
  assert.deepEqual(old, {
    ok: true,
    pins: [
      { name: 'app', version: '1.0' },
      { name: 'lib', version: '1.5' },
      { name: 'tool', version: '0.1' },
    ],
    rounds: 7,
  });
  assert.deepEqual(await solve('--python', '3.14.0', 'app[fast]'), {
    ok: true,
    pins: [
      { name: 'app', version: '2.0', extras: ['fast'] },
      { name: 'lib', version: '2.0' },
      { name: 'speed', version: '1.1' },
    ],
    rounds: 6,
  });
});

test('a failure: the causes as data, the message to the letter, and each step on demand', async () => {
  const answer = await solve('--trace', 'app==2.0', 'tool');
  assert.deepEqual(answer, {
    ok: false,
    causes: [
      { requirement: 'lib>=2', parent: { name: 'app', version: '2.0' } },
      { requirement: 'lib<2', parent: { name: 'tool', version: '0.1' } },
    ],
    message: [
      'ERROR: Cannot install app==2.0 and tool==0.1 because these package versions have conflicting dependencies.',
      '',
      'The conflict is caused by:',
      '    app 2.0 depends on lib>=2',
      '    tool 0.1 depends on lib<2',
      '',
      'Additionally, some packages in these conflicts have no matching distributions available for your environment:',
      '    lib',
      '',
      'To fix this you could try to:',
      "1. loosen the range of package versions you've specified",
      '2. remove package versions to allow pip to attempt to solve the dependency conflict',
      '',
      'ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/dependency-resolution/#dealing-with-dependency-conflicts',
    ].join('\n'),
    events: [
      ['starting'],
      ['add', 'app==2.0', 'app', null],
      ['add', 'tool', 'tool', null],
      ['round', 0],
      ['add', 'lib>=2', 'lib', 'app==2.0'],
      ['pin', 'app==2.0'],
      ['end_round', 0],
      ['round', 1],
      ['add', 'lib<2', 'lib', 'tool==0.1'],
      ['reject', 'tool==0.1'],
      [
        'conflict',
        [
          ['lib>=2', 'lib', 'app==2.0'],
          ['lib<2', 'lib', 'tool==0.1'],
        ],
      ],
    ],
  });
});

test("lines of files come in pip's order and are called by their file and line", async () => {
  const folder = folderOf({
    ...indexFiles(INDEX),
    'requirements.txt': '# our app\napp \\\n  >=1 # any\n-c limits.txt\n',
    'limits.txt': 'LIB<2\n',
    'bounds.txt': 'tool<1',
  });
  const words = ['solve', '--json', '--index', '.', '-c', 'bounds.txt', '-r', 'requirements.txt'];
  const { code, out } = await womm(folder, [...words, 'app>1.5']);
  assert.equal(code, 1);
  const { message } = JSON.parse(out) as { message: string };
  assert.deepEqual(message.split('\n').slice(0, 6), [
    'ERROR: Cannot install app==2.0 because these package versions have conflicting dependencies.',
    '',
    'The conflict is caused by:',
    '    app 2.0 depends on lib>=2',
    '    The user requested (constraint) lib<2',
    '',
  ]);
});

test("a requirements file alone: causes of the user have no parent, PowerShell's UTF-16 is read", async () => {
  const folder = folderOf({
    ...indexFiles(INDEX),
    'requirements.txt': Buffer.from('\ufefflib>=2\r\nlib<2\r\n', 'utf16le'),
  });
  const { out } = await womm(folder, ['solve', '--json', '--index', '.', '-r', 'requirements.txt']);
  const { causes, message } = JSON.parse(out) as { causes: unknown; message: string };
  assert.deepEqual(causes, [
    { requirement: 'lib>=2', parent: null },
    { requirement: 'lib<2', parent: null },
  ]);
  assert.match(message, /^ERROR: Cannot install lib<2 and lib>=2 because these package versions/);
});

test("a date, as pip's --uploaded-prior-to: what came later does not exist", async () => {
  const expected = {
    ok: true,
    pins: [
      { name: 'app', version: '1.0' },
      { name: 'lib', version: '1.5' },
      { name: 'tool', version: '0.1' },
    ],
    rounds: 4,
  };
  assert.deepEqual(await solve('--at', '2024-01-01', 'app'), expected);
  assert.deepEqual(await solve('--uploaded-prior-to=2024-01-01T00:00:00Z', 'app'), expected);
  const folder = folderOf(indexFiles({ app: { 'app-1.0-py3-none-any.whl': {} } }));
  const { code, out } = await womm(folder, [
    'solve',
    '--json',
    '--index',
    '.',
    '--at',
    '2024-01-01',
    'app',
  ]);
  assert.equal(code, 1);
  assert.deepEqual(JSON.parse(out), {
    ok: false,
    causes: [],
    message: `ERROR: Index ${pathToFileURL(folder).href}/simple/app/ does not provide upload-time metadata.`,
    fixes: [],
  });
});

test('what no file fits: yanked, for another Python, source only', async () => {
  const found = (name: string): RegExp =>
    new RegExp(`^ERROR: Could not find a version that satisfies the requirement ${name} `, 'm');
  const speed = (await solve('speed')) as { message: string };
  assert.equal(
    speed.message,
    [
      'ERROR: Ignored the following yanked versions: 1.0',
      'ERROR: Ignored the following versions that require a different python version: 1.1 Requires-Python >=3.14',
      'ERROR: Could not find a version that satisfies the requirement speed (from versions: none)',
      'ERROR: No matching distribution found for speed',
    ].join('\n'),
  );
  const source = (await solve('--only-binary', ':all:', 'source')) as { message: string };
  assert.match(source.message, found('source'));
  assert.equal(
    ((await solve('nosuch')) as { message: string }).message,
    [
      'ERROR: Could not find a version that satisfies the requirement nosuch (from versions: none)',
      'ERROR: No matching distribution found for nosuch',
    ].join('\n'),
  );
});

test('legacy pip takes the first requirement it meets and never goes back', async () => {
  const answer = await solve('--tool', 'pip-legacy', 'lib', 'tool');
  assert.deepEqual(answer, {
    ok: true,
    pins: [
      { name: 'lib', version: '2.0' },
      { name: 'tool', version: '0.1' },
    ],
    rounds: 2,
  });
});

test('an older pip speaks in its own words', async () => {
  const answer = (await solve('--pip', '23.2', 'app==2.0', 'tool')) as { message: string };
  assert.match(answer.message, /to allow pip attempt to solve the dependency conflict/);
});
