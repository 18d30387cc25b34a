// `womm snapshot` against an index of our own on this machine: JSON and HTML pages, METADATA beside
// the files, inside the wheels, and nowhere.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { folderOf, metadataText, womm } from './cli-folder.ts';

const SHARED = metadataText('app-1.0-cp311-cp311-win_amd64.whl', { requires: ['lib'] });
/** Larger than the first range that is asked for, so that METADATA lies outside it. */
const PADDING = new Uint8Array(200_000);

const BESIDE: Readonly<Record<string, string>> = {
  'app-1.0-cp311-cp311-manylinux_2_17_x86_64.whl': SHARED,
  'app-1.0-cp311-cp311-win_amd64.whl': SHARED,
  'app-1.0-cp311-cp311-macosx_11_0_arm64.whl': metadataText('app-1.0-py3-none-any.whl', {
    requires: ['lib', 'mac-only; sys_platform == "darwin"', 'never; python_version < "3"'],
  }),
  'mac_only-1.0-py3-none-any.whl': metadataText('mac_only-1.0-py3-none-any.whl', {
    requires: ['far'],
  }),
};

const INSIDE: Readonly<Record<string, Uint8Array>> = {
  'lib-1.0-py3-none-any.whl': zipSync({
    'lib-1.0.dist-info/METADATA': strToU8(
      metadataText('lib-1.0-py3-none-any.whl', {
        requires: ['extra-only; extra == "more"'],
        extras: ['more'],
      }),
    ),
    'lib/data.bin': [PADDING, { level: 0 }],
  }),
  'lib-2.0-py3-none-any.whl': zipSync({
    'lib/vendor/old.dist-info/METADATA': strToU8('Name: no\n'),
    'lib-2.0.dist-info/METADATA': [
      strToU8(metadataText('lib-2.0-py3-none-any.whl', {})),
      { level: 0 },
    ],
  }),
  'lib-3.0-py3-none-any.whl': strToU8('no wheel at all'),
};

const PAGES: Readonly<Record<string, string>> = {
  app: JSON.stringify({
    name: 'app',
    files: [
      ...Object.keys(BESIDE)
        .filter((filename) => filename.startsWith('app'))
        .map((filename) => ({
          filename,
          url: `/files/${filename}`,
          'upload-time': '2024-01-01T00:00:00.5Z',
          ...(filename.includes('macosx') ? {} : { 'core-metadata': { sha256: 'aa' } }),
        })),
      {
        filename: 'app-1.0.tar.gz',
        url: '/files/app-1.0.tar.gz',
        'upload-time': '2024-01-01T00:00:10Z',
      },
      {
        filename: 'app-9.0-py3-none-any.whl',
        url: '/files/app-9.0-py3-none-any.whl',
        'upload-time': '2024-06-01T00:00:00Z',
      },
    ],
  }),
  lib: [
    '<!DOCTYPE html><html><body><h1>Links for lib</h1>',
    '<a href="/files/lib-1.0-py3-none-any.whl#sha256=00" data-requires-python="&gt;=3.8" data-upload-time="2024-01-01T00:00:00Z">lib-1.0-py3-none-any.whl</a><br/>',
    '<a href="/files/lib-2.0-py3-none-any.whl" data-upload-time="2024-02-01T00:00:00Z" data-yanked="a &quot;bad&quot; build">lib-2.0-py3-none-any.whl</a><br/>',
    '<a href="/files/lib-3.0-py3-none-any.whl" data-upload-time="2024-03-01T00:00:00Z">lib-3.0-py3-none-any.whl</a><br/>',
    '</body></html>',
  ].join('\n'),
  'mac-only': JSON.stringify({
    files: [
      {
        filename: 'mac_only-1.0-py3-none-any.whl',
        url: '/files/mac_only-1.0-py3-none-any.whl',
        'upload-time': '2024-01-01T00:00:00Z',
      },
    ],
  }),
  'extra-only': JSON.stringify({ files: [] }),
};

const asked: string[] = [];
let atOnce = 0;
let mostAtOnce = 0;
let failures = 1;

const server = createServer((request, response) => {
  atOnce += 1;
  mostAtOnce = Math.max(mostAtOnce, atOnce);
  response.on('close', () => (atOnce -= 1));
  answer(request, response);
});

function answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
  asked.push(url);
  const [, folder, name = ''] = url.split('/');
  if (folder === 'simple' && name === 'mac-only' && failures > 0) {
    failures -= 1;
    response.writeHead(503).end();
    return;
  }
  const text = folder === 'simple' ? PAGES[name] : BESIDE[name.replace(/\.metadata$/, '')];
  const wheel = INSIDE[name];
  if (text !== undefined) response.end(text);
  else if (wheel === undefined) response.writeHead(404).end();
  else sendRange(wheel, headers.range ?? '', response);
}

function sendRange(wheel: Uint8Array, range: string, response: ServerResponse): void {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  const start = first === '' ? Math.max(0, wheel.length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? wheel.length - 1 : Number(last);
  const part = wheel.subarray(start, end + 1);
  response.writeHead(206, {
    'content-range': `bytes ${start}-${start + part.length - 1}/${wheel.length}`,
  });
  response.end(part);
}

let address = '';
before(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const place = server.address();
  assert.ok(typeof place === 'object' && place !== null);
  address = `http://127.0.0.1:${place.port}/simple`;
});
after(() => server.close());

const COMMON = ['--at', '2024-06-01', '--source', 'a test', '--cache', 'cache'];

test('reads pages and METADATA wherever they are, follows what can hold, and repeats itself offline', async () => {
  const folder = folderOf({});
  const words = ['snapshot', ...COMMON, '--index-url', address];
  const ended = await womm(folder, [...words, '--out', 'one', 'app']);
  const bytesOf = (name: string): number => statSync(join(folder, 'one', name)).size;
  const [app, lib, mac] = ['app.json', 'lib.json', 'mac-only.json'].map(bytesOf);
  const bytes = (app ?? 0) + (lib ?? 0) + (mac ?? 0);
  assert.deepEqual(ended, {
    code: 0,
    out: `3 projects, 8 files (METADATA of 1 not given), ${bytes} bytes in one; left out: 0, unknown: 1\n`,
    err: 'app: 4 files\nlib: 3 files\nmac-only: 1 files\n',
  });
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(folder, 'one', name), 'utf8'));
  assert.deepEqual(read('lib.json'), {
    project: 'lib',
    before: '2024-06-01',
    dropped: 0,
    filenames: ['lib-*-py3-none-any.whl'],
    pythons: ['>=3.8'],
    reasons: ['a "bad" build'],
    names: ['lib'],
    requires: ['extra-only; extra == "more"'],
    extras: [['more']],
    metadata: [
      [0, 0, [0], 1],
      [0, 0, [], 0],
    ],
    kinds: [
      [1, 1, 0],
      [0, 1, 1],
      [0, 0, 0],
    ],
    releases: [
      ['1.0', 1_704_067_200, [[0, 0, 0]]],
      ['2.0', 2_678_400, [[0, 0, 0]]],
      ['3.0', 2_505_600, [[0, 0, 0]]],
    ],
  });
  assert.deepEqual(read('index.json'), {
    before: '2024-06-01',
    since: '2019-01-01',
    source:
      'Project pages (PEP 691) and METADATA (PEP 658) of a test: what was uploaded since 2019-01-01 and before ' +
      '2024-06-01 (UTC), sdists and wheels for CPython 3.8 to 3.14 on Linux (glibc and musl), Windows and macOS. ' +
      'METADATA that was not read is marked as not read.',
    projects: [
      { project: 'app', bytes: app, releases: 1, files: 4, read: 3, unread: 0, dropped: 0 },
      { project: 'lib', bytes: lib, releases: 3, files: 3, read: 2, unread: 1, dropped: 0 },
      { project: 'mac-only', bytes: mac, releases: 1, files: 1, read: 1, unread: 0, dropped: 0 },
    ],
    leftOut: [],
    absent: ['far'],
  });
  assert.ok(mostAtOnce <= 8, `${mostAtOnce} requests at once`);
  const twice = asked.filter((url, at) => asked.indexOf(url) !== at && url.endsWith('.metadata'));
  assert.deepEqual(twice, []);
  const forApp = asked.filter((url) => url.startsWith('/files/app') && url.endsWith('.metadata'));
  assert.equal(forApp.length, 2, 'one for both files that announce the same hash');

  const before = asked.length;
  const again = await womm(folder, [...words, '--out', 'two', '--offline', 'app']);
  assert.equal(again.code, 0);
  assert.equal(asked.length, before, 'nobody was asked');
  for (const name of ['app.json', 'lib.json', 'mac-only.json', 'index.json'])
    assert.equal(
      readFileSync(join(folder, 'two', name), 'utf8'),
      readFileSync(join(folder, 'one', name), 'utf8'),
    );
});

test('an extra is followed when it is asked for, and the limit names what it leaves out', async () => {
  const folder = folderOf({});
  const words = ['snapshot', ...COMMON, '--index-url', address, '--out', 'out'];
  assert.equal((await womm(folder, [...words, '--limit', '2', 'lib[more]', 'mac-only'])).code, 0);
  const { leftOut, projects } = JSON.parse(
    readFileSync(join(folder, 'out/index.json'), 'utf8'),
  ) as {
    leftOut: readonly string[];
    projects: readonly { readonly project: string }[];
  };
  assert.deepEqual(leftOut, ['extra-only', 'far']);
  assert.deepEqual(
    projects.map(({ project }) => project),
    ['lib', 'mac-only'],
  );
});
