import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCRIPT = fileURLToPath(new URL('../../scripts/vendor.mjs', import.meta.url));
const FILE = 'thing-1.0-py3-none-any.whl';
const BODY = Buffer.from('the file itself');
/** Files of the release that come to nothing: another content, none, no answer, an answer that stops. */
const [CHANGED, AWAY, SLOW, STALLED] = [
  'changed.whl',
  'away.whl',
  'slow.whl',
  'stalled.whl',
] as const;
const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';

let server: Server;
let address: string;
let folder: string;
/** What the index was asked, in order. */
const asked: string[] = [];

const PAGES: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
  '/json/thing/': [JSON_TYPE, JSON.stringify({ files: [{ filename: FILE, url: '/f/' + FILE }] })],
  '/html/thing/': ['text/html', `<!DOCTYPE html><a href="../../f/${FILE}#sha256=0">${FILE}</a>`],
  '/empty/thing/': [JSON_TYPE, '{"files":[]}'],
  '/broken/thing/': [JSON_TYPE, '{'],
  [`/f/${FILE}`]: ['application/octet-stream', BODY],
  [`/v1.0/full/${FILE}`]: ['application/octet-stream', BODY],
  [`/v1.0/full/${CHANGED}`]: ['application/octet-stream', 'something else'],
};

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vendor-'));
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization ?? '-'}`);
    if (request.url?.endsWith(SLOW)) return;
    if (request.url?.endsWith(STALLED)) return void response.write(BODY.subarray(0, 3));
    const page = PAGES[request.url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': page?.[0] ?? 'text/plain' });
    response.end(page?.[1] ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // An address is a string only for a pipe.
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the step for one file into a cache of its own: what it printed, and what it left there. */
async function vendor(
  name: string,
  index: string,
  declared: { readonly size?: number; readonly sha256?: string } = {},
  flags: readonly string[] = [],
) {
  const list = join(folder, `${name}.json`);
  const cache = join(folder, name);
  const sha256 = createHash('sha256').update(BODY).digest('hex');
  const entry = { file: FILE, size: BODY.length, sha256, licence: 'MIT', lost: 'thing' };
  const files = [{ ...entry, ...declared, from: { index: 'pypi', project: 'thing' } }];
  writeFileSync(list, JSON.stringify({ files }));
  asked.length = 0;
  // Rejects, and so fails the test, on any exit code but 0.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [SCRIPT, '--list', list, '--cache', cache, ...flags],
    { env: { ...process.env, WOMM_PYPI: index } },
  );
  const path = join(cache, FILE);
  return { stdout, body: existsSync(path) ? readFileSync(path) : undefined, asked: [...asked] };
}

const leftOut = (why: string) => `vendor: left out ${FILE}: ${why}. Without it: no thing.\n`;

for (const kind of ['json', 'html'])
  test(`brings a file from a ${kind} index, once`, async () => {
    const line = `vendor: brought ${FILE} (15 bytes, MIT) from ${address}\n`;
    const pages = [`/${kind}/thing/ -`, `/f/${FILE} -`];
    const first = await vendor(kind, `http://${address}/${kind}`);
    assert.deepEqual(first, { stdout: line, body: BODY, asked: pages });
    const again = await vendor(kind, `http://${address}/${kind}`);
    assert.deepEqual(again, { stdout: '', body: BODY, asked: [] });
    writeFileSync(join(folder, kind, FILE), 'damaged');
    const repaired = await vendor(kind, `http://${address}/${kind}`);
    assert.deepEqual(repaired, first);
  });

test('sends the credentials of the index to it and prints them nowhere', async () => {
  const { stdout, asked } = await vendor('secret', `http://lin:p%40ss@${address}/json`);
  assert.equal(stdout, `vendor: brought ${FILE} (15 bytes, MIT) from ${address}\n`);
  const basic = `Basic ${Buffer.from('lin:p@ss').toString('base64')}`;
  assert.deepEqual(asked, [`/json/thing/ ${basic}`, `/f/${FILE} ${basic}`]);
});

test('leaves out, in one line, what is not the declared file', async () => {
  const json = `http://${address}/json`;
  const hash = await vendor('hash', json, { sha256: 'f'.repeat(64) });
  assert.match(
    hash.stdout,
    /^vendor: left out .* has SHA-256 \w{12}…, not f{12}…\. Without it: no thing\.\n$/,
  );
  const short = await vendor('short', json, { size: 16 });
  assert.equal(short.stdout, leftOut(`what ${address} sent is 15 bytes, not 16`));
  const long = await vendor('long', json, { size: 14 });
  assert.equal(long.stdout, leftOut(`${address} sent more than 14 bytes`));
  for (const { body } of [hash, short, long]) assert.equal(body, undefined);
});

test('leaves out, in one line, what it cannot reach', async () => {
  const none = await vendor('none', `http://${address}/nowhere`);
  assert.equal(none.stdout, leftOut(`${address} answered 404`));
  const empty = await vendor('empty', `http://${address}/empty`);
  assert.equal(empty.stdout, leftOut(`${address} does not list ${FILE}`));
  const broken = await vendor('broken', `http://${address}/broken`);
  assert.match(broken.stdout, /^vendor: left out [^\n]+\n$/);
  const file = await vendor('file', 'file:///simple');
  assert.equal(file.stdout, leftOut('file: addresses are not read'));
  const offline = await vendor('offline', `http://${address}/json`, {}, ['--offline']);
  assert.deepEqual(offline, {
    stdout: leftOut('asked to stay offline'),
    body: undefined,
    asked: [],
  });
});

/** Runs the step for these files of a made-up release of Pyodide: what it printed, and what was asked of the host. */
async function release(name: string, version: string, host: string, lists: readonly string[]) {
  const pyodide = join(folder, 'pyodide');
  const sha256 = createHash('sha256').update(BODY).digest('hex');
  mkdirSync(pyodide, { recursive: true });
  writeFileSync(join(pyodide, 'package.json'), '{"version":"1.0"}');
  const inLock = [FILE, AWAY, SLOW, STALLED].map((file) => ({ file_name: file, sha256 }));
  const packages = { ...inLock, wrong: { file_name: CHANGED, sha256 } };
  writeFileSync(join(pyodide, 'pyodide-lock.json'), JSON.stringify({ packages }));
  const entry = { licence: 'MIT', lost: 'thing', from: { pyodide: version } };
  const list = join(folder, `${name}.json`);
  writeFileSync(list, JSON.stringify({ files: lists.map((file) => ({ ...entry, file })) }));
  asked.length = 0;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...[SCRIPT, '--list', list, '--cache', join(folder, name)],
      ...['--pyodide', pyodide, '--patience', '0.5'],
    ],
    { env: { ...process.env, WOMM_PYODIDE: host } },
  );
  return { lines: stdout.trimEnd().split('\n'), asked: [...asked] };
}

const lostThing = (what: string, why: string) =>
  `vendor: left out ${what}: ${why}. Without it: no thing.`;

test('brings a wheel of Pyodide’s own release, checked by the lock file', async () => {
  const first = await release('release', '1.0', `http://${address}/`, [FILE, 'x.whl', 'y.whl']);
  assert.deepEqual(first, {
    lines: [
      `vendor: brought ${FILE} (15 bytes, MIT) from ${address}`,
      lostThing('x.whl and 1 more', 'Pyodide 1.0 does not have it'),
    ],
    asked: [`/v1.0/full/${FILE} -`],
  });
  assert.deepEqual(readFileSync(join(folder, 'release', FILE)), BODY);
  const again = await release('release', '1.0', `http://${address}/`, [FILE]);
  assert.deepEqual(again, { lines: [''], asked: [] });
  const other = await release('other-release', '2.0', `http://${address}`, [FILE, 'x.whl']);
  const why = 'the lock file is that of Pyodide 1.0';
  assert.deepEqual(other, { lines: [lostThing(`${FILE} and 1 more`, why)], asked: [] });
});

test('leaves out a wheel of the release that is another, away, or that the host never finishes', async () => {
  const host = `http://${address}`;
  const { lines } = await release('wrong', '1.0', host, [CHANGED, AWAY, FILE]);
  const [brought, hash, away] = lines;
  assert.match(hash ?? '', /^vendor: left out changed\.whl: .* has SHA-256 \w{12}…, not \w{12}…\./);
  assert.equal(away, lostThing(AWAY, `${address} answered 404`));
  assert.equal(brought, `vendor: brought ${FILE} (15 bytes, MIT) from ${address}`);
  assert.equal(existsSync(join(folder, 'wrong', CHANGED)), false);
  for (const file of [SLOW, STALLED])
    assert.deepEqual(await release(file, '1.0', host, [file, FILE]), {
      lines: [lostThing(`${file} and 1 more`, 'nothing heard for 0.5 s')],
      asked: [`/v1.0/full/${file} -`], // who is silent is not asked again
    });
});
