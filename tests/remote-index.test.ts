// The client of an index far away, against a server that is a table: what it asks, in which order,
// what it makes of every kind of answer, and that it never asks without end.
import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { nodeNetwork } from '../labs/cli/node-network.ts';
import type { Document } from '../labs/packaging/remote-ask.ts';
import { IndexFailure, type Question, type Reply } from '../labs/packaging/remote-get.ts';
import { answersFromRemote } from '../labs/packaging/remote-answers.ts';
import {
  ACCEPT_PAGE,
  createRemoteIndex,
  type RemoteOptions,
} from '../labs/packaging/remote-index.ts';

const INDEX = 'https://index.test/simple';
const METADATA = 'Metadata-Version: 2.1\nName: app\nVersion: 1.0\nRequires-Dist: lib>=2\n';

type Entry = Reply | string | Uint8Array | (() => Reply | string);
const page = (...files: readonly object[]): string => JSON.stringify({ files });
const status = (code: number, headers: Readonly<Record<string, string>> = {}): Document => ({
  kind: 'reply',
  status: code,
  url: '',
  header: (name) => headers[name],
  body: new Uint8Array(),
});

/** A client of a server that answers from the table, and what it was asked. */
function open(table: Readonly<Record<string, Entry>>, options: Partial<RemoteOptions> = {}) {
  const asked: string[] = [];
  const waited: number[] = [];
  const get = async ({ url, range, accept, mostBytes }: Question): Promise<Reply> => {
    asked.push(range === undefined ? url : `${url} ${range}`);
    equal(accept, url.startsWith(INDEX) ? ACCEPT_PAGE : undefined);
    const entry = table[url];
    const made = typeof entry === 'function' ? entry() : entry;
    if (made === undefined) return status(404);
    if (typeof made === 'object' && 'kind' in made) return made;
    const whole = typeof made === 'string' ? strToU8(made) : made;
    if (whole.length > mostBytes) return { kind: 'too-large' };
    const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
    if (from === undefined) return { ...status(200), url, body: whole };
    const start = from === '' ? Math.max(0, whole.length - Number(to)) : Number(from);
    const body = from === '' ? whole.subarray(start) : whole.subarray(start, Number(to) + 1);
    const place = `bytes ${start}-${start + body.length - 1}/${whole.length}`;
    return { ...status(206, { 'content-range': place }), url, body };
  };
  const wait = (milliseconds: number): Promise<void> => {
    waited.push(milliseconds);
    return Promise.resolve();
  };
  const index = createRemoteIndex({ ...nodeNetwork, get, wait }, { url: INDEX, ...options });
  return { index, asked, waited };
}

const problemOf = async (answer: Promise<unknown>): Promise<unknown> => {
  try {
    return { answered: await answer };
  } catch (failure) {
    ok(failure instanceof IndexFailure, String(failure));
    return failure.problem;
  }
};

const wheel = { filename: 'app-1.0-py3-none-any.whl', url: '../../files/app-1.0-py3-none-any.whl' };
const WHEEL = 'https://index.test/files/app-1.0-py3-none-any.whl';

test('a page and METADATA are asked for once, whatever is announced; what is required is fetched ahead', async () => {
  const progress: unknown[] = [];
  const { index, asked } = open(
    { [`${INDEX}/app/`]: page(wheel), [`${WHEEL}.metadata`]: METADATA, [`${INDEX}/lib/`]: page() },
    { tell: (seen) => progress.push(seen) },
  );
  const target = { python: '3.11.0', platform: 'linux-64', implementation: 'cp' } as const;
  const answers = answersFromRemote(index, target);
  const first = await answers('App', undefined);
  equal(first?.files[0]?.url, WHEEL);
  equal(first?.files[0]?.metadata, undefined);
  for (let time = 0; time < 2; time += 1) {
    const one = await answers('app', wheel.filename);
    deepEqual(one?.files[0]?.metadata, {
      name: 'app',
      version: '1.0',
      requiresPython: undefined,
      requiresDist: ['lib>=2'],
      providesExtra: [],
    });
  }
  equal(await answers('app', 'other.whl'), undefined);
  deepEqual(await index.page('lib'), { project: 'lib', files: [], skipped: [] });
  equal(await index.page('nobody'), undefined);
  deepEqual(asked, [`${INDEX}/app/`, `${WHEEL}.metadata`, `${INDEX}/lib/`, `${INDEX}/nobody/`]);
  deepEqual(progress.at(-1), {
    projects: 3,
    documents: 3,
    bytes: 12 + METADATA.length + page(wheel).length,
  });
});

test('HTML is read where an index gives nothing else, and a login page is not taken for one', async () => {
  const html = `<!DOCTYPE html><h1>Links for app</h1><a href="${WHEEL}#sha256=00">${wheel.filename}</a>`;
  const { index } = open({
    [`${INDEX}/app/`]: html,
    [`${INDEX}/none/`]: '<html><body><h1>Links for none</h1></body></html>',
    [`${INDEX}/portal/`]:
      '<html><body><a href="/login">Log in to the hotel network</a></body></html>',
  });
  deepEqual(
    (await index.page('app'))?.files.map(({ url }) => url),
    [WHEEL],
  );
  deepEqual((await index.page('none'))?.files, []);
  deepEqual(await problemOf(index.page('portal')), {
    kind: 'unreadable',
    url: `${INDEX}/portal/`,
    message: 'expected a project page (PEP 503 or PEP 691)',
  });
});

const zipped = zipSync({
  'app/data.bin': [new Uint8Array(200_000), { level: 0 }],
  'app-1.0.dist-info/METADATA': strToU8(METADATA),
});

test('METADATA that is not beside the wheel is read out of its end, by place where its size is known', async () => {
  for (const size of [undefined, zipped.length])
    for (const beside of [status(403), status(404), '<html>no such file</html>']) {
      const { index, asked } = open({
        [`${INDEX}/app/`]: page({ ...wheel, size }),
        [`${WHEEL}.metadata`]: beside,
        [WHEEL]: zipped,
      });
      const [file] = (await index.page('app'))?.files ?? [];
      ok(file);
      deepEqual((await index.metadata(file)).requiresDist, ['lib>=2']);
      const end = zipped.length;
      const range = size === undefined ? 'bytes=-65536' : `bytes=${end - 65_536}-${end - 1}`;
      deepEqual(asked.slice(1), [`${WHEEL}.metadata`, `${WHEEL} ${range}`]);
    }
});

test('a browser that may not see Content-Range knows which part it asked for', async () => {
  const { index } = open({
    [`${INDEX}/app/`]: page({ ...wheel, size: zipped.length }),
    [WHEEL]: () => ({
      ...status(206),
      url: WHEEL,
      body: zipped.subarray(zipped.length - 65_536),
    }),
  });
  const [file] = (await index.page('app'))?.files ?? [];
  ok(file);
  deepEqual((await index.metadata(file)).name, 'app');
});

test('a wheel that is none, is sent whole without end, or lies about itself gives no METADATA', async () => {
  const lying = zipped.slice();
  lying.fill(0xff, lying.length - 6, lying.length - 2);
  const bodies = { none: strToU8('no wheel'), endless: new Uint8Array(20_000_000), lying };
  for (const [kind, body] of Object.entries(bodies)) {
    const { index } = open({
      [`${INDEX}/app/`]: page(wheel),
      [WHEEL]: kind === 'endless' ? { kind: 'too-large' } : body,
    });
    const [file] = (await index.page('app'))?.files ?? [];
    ok(file);
    deepEqual(
      await problemOf(index.metadata(file)),
      {
        kind: 'no-metadata',
        url: WHEEL,
        filename: wheel.filename,
      },
      kind,
    );
  }
});

test('it asks again after a failure, waits as long as it is told, and gives up with the reason', async () => {
  const url = `${INDEX}/app/`;
  const sequence = (...replies: readonly (Reply | string)[]) => {
    const rest = [...replies];
    return () => rest.shift() ?? status(500);
  };
  const cases: readonly (readonly [Entry, unknown, readonly number[]])[] = [
    [sequence(status(503), { kind: 'no-reply', reason: 'reset' }, page()), [], [500, 1000]],
    [sequence(status(429, { 'retry-after': '2' }), page()), [], [2000]],
    [sequence(status(429), status(429), page()), [], [500, 1000]],
    [status(429, { 'retry-after': '3600' }), { kind: 'rate-limited', url, seconds: 3600 }, []],
    [
      status(503, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }),
      { kind: 'rate-limited', url, seconds: undefined },
      [500, 1000],
    ],
    [status(500), { kind: 'server-error', url, status: 500 }, [500, 1000]],
    [status(401), { kind: 'refused', url, status: 401 }, []],
    [
      { kind: 'no-reply', reason: 'offline' },
      { kind: 'unreachable', url, reason: 'offline' },
      [500, 1000],
    ],
    [{ kind: 'too-large' }, { kind: 'too-large', url, most: 40_000_000 }, []],
    [
      '{"files":[{"filename":"app-1.0',
      { kind: 'unreadable', url, message: 'expected a JSON object (PEP 691)' },
      [],
    ],
    [
      '{"files":7}',
      { kind: 'unreadable', url, message: 'expected "files" to be a list (PEP 691)' },
      [],
    ],
    [
      `{"files":${'['.repeat(200_000)}`,
      { kind: 'unreadable', url, message: 'expected a JSON object (PEP 691)' },
      [],
    ],
  ];
  for (const [entry, expected, waits] of cases) {
    const { index, waited } = open({ [url]: entry });
    const got = await problemOf(index.page('app').then((read) => read?.files));
    deepEqual(got, Array.isArray(expected) ? { answered: expected } : expected);
    deepEqual(waited, waits);
  }
});

test('more projects or bytes than anybody needs end the asking', async () => {
  const table = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${INDEX}/${name}/`, page()]));
  const few = open(table, { mostProjects: 2 });
  await Promise.all([few.index.page('a'), few.index.page('b')]);
  deepEqual(await problemOf(few.index.page('c')), { kind: 'too-much', what: 'projects', most: 2 });
  const small = open(table, { mostBytes: 10 });
  await small.index.page('a');
  deepEqual(await problemOf(small.index.page('b')), { kind: 'too-much', what: 'bytes', most: 10 });
});

test('what was called off is asked again; few questions are on their way at once', async () => {
  let running = 0;
  let most = 0;
  let isOff = true;
  const get = async (): Promise<Reply> => {
    if (isOff) throw new Error('called off');
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setImmediate(done));
    running -= 1;
    return { ...status(200), body: strToU8(page()) };
  };
  const index = createRemoteIndex({ ...nodeNetwork, get }, { url: INDEX, atOnce: 3 });
  await rejects(index.page('app'), { message: 'called off' });
  isOff = false;
  const names = Array.from({ length: 20 }, (_, at) => `app${at}`);
  const pages = await Promise.all(['app', ...names].map((name) => index.page(name)));
  equal(pages.filter((read) => read !== undefined).length, 21);
  equal(most, 3);
});

test('a browser asks another host for a page without an OPTIONS', () => {
  // Fetch standard: a CORS-safelisted `Accept` has at most 128 bytes and none of these.
  ok(ACCEPT_PAGE.length <= 128 && !/["():<>?@[\\\]{}]/.test(ACCEPT_PAGE));
});
