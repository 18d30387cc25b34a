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
};

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vendor-'));
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization ?? '-'}`);
    const page = PAGES[request.url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': page?.[0] ?? 'text/plain' });
    response.end(page?.[1] ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // An address is a string only for a pipe.
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => {
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

test('brings a wheel of Pyodide’s own release, checked by the lock file', async () => {
  const pyodide = join(folder, 'pyodide');
  const sha256 = createHash('sha256').update(BODY).digest('hex');
  mkdirSync(pyodide);
  writeFileSync(join(pyodide, 'package.json'), '{"version":"1.0"}');
  const lock = { packages: { thing: { file_name: FILE, sha256 } } };
  writeFileSync(join(pyodide, 'pyodide-lock.json'), JSON.stringify(lock));
  const release = async (name: string, version: string, host: string) => {
    const entry = { licence: 'MIT', lost: 'thing', from: { pyodide: version } };
    const files = [FILE, 'other.whl', 'another.whl'].map((file) => ({ ...entry, file }));
    const list = join(folder, `${name}.json`);
    writeFileSync(list, JSON.stringify({ files }));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [SCRIPT, '--list', list, '--cache', join(folder, name), '--pyodide', pyodide],
      { env: { ...process.env, WOMM_PYODIDE: host } },
    );
    return stdout;
  };
  const lost = 'Without it: no thing.\n';
  assert.equal(
    await release('release', '1.0', `http://${address}/`),
    `vendor: brought ${FILE} (15 bytes, MIT) from ${address}\n` +
      `vendor: left out other.whl and 1 more: Pyodide 1.0 does not have it. ${lost}`,
  );
  assert.deepEqual(readFileSync(join(folder, 'release', FILE)), BODY);
  assert.equal(
    await release('other-release', '2.0', `http://${address}`),
    `vendor: left out ${FILE} and 2 more: the lock file is that of Pyodide 1.0. ${lost}`,
  );
});
