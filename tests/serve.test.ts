import { after, before, test } from 'node:test';
import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { portFrom, serve } from '../scripts/serve.mjs';

const LONG = 'p { color: #111 }\n'.repeat(60);
const SITE = {
  'dist/index.html': '<script>let a = 1</script><script src="/_astro/x.1a.js"></script><p>home',
  'dist/404.html': '<p>not found',
  'dist/zh-cn/404/index.html': '<p>没有这一页',
  'dist/pip/conflicts/index.html': `<script type="module">let b</script><p>chapter`,
  'dist/_astro/x.1a.js': 'let c',
  'dist/_astro/y.2b.css': LONG,
  'dist/_headers': 'not for readers',
  'dist/.secret': 'not for readers',
  'outside.txt': 'not for readers',
};

let home = '';
let site: Awaited<ReturnType<typeof serve>>;

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'serve-'));
  for (const [path, text] of Object.entries(SITE)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  symlinkSync(join(home, 'outside.txt'), join(home, 'dist/link.txt'));
  site = await serve({ folder: join(home, 'dist'), port: 0, again: 'npm start --' });
});
after(() => {
  site.close();
  rmSync(home, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Asks for a path exactly as written: `fetch` would tidy `..` away before sending it. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((done, fail) => {
    const { port } = new URL(site.address);
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', fail)
      .end();
  });

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page carries every header of production, and the hash of every inline script of the site', async () => {
  const { status, headers, body } = await ask('/');
  const { etag, date, connection, 'keep-alive': keepAlive, ...fixed } = headers;
  const hashes = [sha256('let a = 1'), sha256('let b')].sort().join(' ');
  equal(status, 200);
  equal(body.toString(), SITE['dist/index.html']);
  match(String(etag), /^"[0-9a-f]{16}"$/);
  deepEqual(fixed, {
    'cache-control': 'no-cache',
    'content-length': String(SITE['dist/index.html'].length),
    'content-security-policy':
      `default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval' ${hashes}; style-src 'self' 'unsafe-inline'; ` +
      `img-src 'self' data:; connect-src 'self' https://pypi.org https://files.pythonhosted.org; ` +
      `worker-src 'self' blob:; object-src 'none'; base-uri 'self'; ` +
      `form-action 'none'; frame-ancestors 'self'`,
    'content-type': 'text/html; charset=utf-8',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
});

test('files named by their hash are kept for a year', async () => {
  const { headers } = await ask('/_astro/x.1a.js');
  equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  equal(headers['content-type'], 'text/javascript; charset=utf-8');
});

test('brotli is preferred, gzip is second, and a refused encoding is not sent', async () => {
  const css = '/_astro/y.2b.css';
  const br = await ask(css, { 'accept-encoding': 'gzip, deflate, br' });
  equal(br.headers['content-encoding'], 'br');
  equal(brotliDecompressSync(br.body).toString(), LONG);
  const gz = await ask(css, { 'accept-encoding': 'gzip, br;q=0' });
  equal(gz.headers['content-encoding'], 'gzip');
  equal(gunzipSync(gz.body).toString(), LONG);
  const plain = await ask(css);
  equal(plain.headers['content-encoding'], undefined);
  equal(plain.headers['vary'], 'Accept-Encoding');
  equal(plain.body.toString(), LONG);
});

test('what a browser has already is answered 304, without a body', async () => {
  const accepts = { 'accept-encoding': 'br' };
  const first = await ask('/_astro/y.2b.css', accepts);
  const again = await ask('/_astro/y.2b.css', {
    ...accepts,
    'if-none-match': `"other", W/${String(first.headers['etag'])}`,
  });
  equal(again.status, 304);
  equal(again.body.length, 0);
  equal(again.headers['etag'], first.headers['etag']);
  equal((await ask('/_astro/y.2b.css', { ...accepts, 'if-none-match': '"other"' })).status, 200);
});

test('HEAD says what GET would, without a body', async () => {
  const { status, headers, body } = await ask('/', {}, 'HEAD');
  equal(status, 200);
  equal(headers['content-length'], String(SITE['dist/index.html'].length));
  equal(body.length, 0);
});

test('a page that is not there is said so in the language of its address', async () => {
  for (const [path, page] of [
    ['/nope', '<p>not found'],
    ['/zh-cn/nope/', '<p>没有这一页'],
    ['/zh-cnx/', '<p>not found'],
  ] as const) {
    const { status, body } = await ask(path);
    equal(status, 404, path);
    equal(body.toString(), page, path);
  }
});

test('a folder is sent to its slash, with its query', async () => {
  const { status, headers } = await ask('/pip/conflicts?step=3');
  equal(status, 301);
  equal(headers['location'], '/pip/conflicts/?step=3');
  equal((await ask('/pip/conflicts/?step=3')).status, 200);
});

test('nothing outside the site, and nothing hidden in it, is given away', async () => {
  for (const path of [
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/_astro/..%2f..%2foutside.txt',
    '/..%5coutside.txt',
    '/link.txt',
    '/_headers',
    '/.secret',
    '/index.html%00.css',
    '/index.html/',
  ]) {
    const { status, body } = await ask(path);
    equal(status, 404, path);
    equal(body.toString(), '<p>not found', path);
  }
  for (const path of ['/%', '//other.example/', '/%2f/other.example/..'])
    equal((await ask(path)).status, 400, path);
});

test('only reading is allowed', async () => {
  const { status, headers } = await ask('/', {}, 'POST');
  equal(status, 405);
  equal(headers['allow'], 'GET, HEAD');
});

test('a port that is taken is one line that names another', async () => {
  const port = Number(new URL(site.address).port);
  await rejects(serve({ folder: join(home, 'dist'), port, again: 'npm start --' }), {
    message:
      `Port ${port} is taken (perhaps this book is open already: http://127.0.0.1:${port}/). ` +
      `Use another: npm start -- --port ${port + 1}`,
  });
});

test('a port is a number that exists', () => {
  equal(portFrom('8080'), 8080);
  for (const text of ['', '65536', '80a', '-1', '1e3'])
    ok(
      refuses(() => portFrom(text)) === `"${text}" is no port: give a number from 0 to 65535.`,
      text,
    );
});

function refuses(body: () => unknown): string {
  try {
    body();
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
  return 'did not refuse';
}
