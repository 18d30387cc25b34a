import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { RunRecord, RunRequest } from '../../labs/python/run.ts';
import { MOST_OUTPUT_BYTES } from '../../labs/python/run.ts';
import {
  cellRequest,
  expectPrompt,
  fileRequest,
  openHost,
  runOn,
  settle,
  stdout,
  useHost,
} from './python-page.ts';
import { expect, test } from './page.ts';

// Starting a Python takes seconds on a busy machine; what is wedged waits for ever.
test.describe.configure({ timeout: 240_000 });

/** Runs it, and presses stop once something is printed: the record, and how long the stop took. */
const stopOnceHeard = (
  page: Page,
  request: RunRequest,
): Promise<{ record: RunRecord; took: number }> =>
  page.evaluate(async (request) => {
    const host = window.pythonHost;
    let pressed = 0;
    const forget = host.watch((runs) => {
      const progress = runs.get(request);
      if (progress?.type !== 'running' || progress.outputs.length === 0 || pressed > 0) return;
      pressed = performance.now();
      host.stop(request);
    });
    const record = await host.run(request);
    forget();
    return { record, took: performance.now() - pressed };
  }, request);

test('a file runs, an interpreter after it is fresh, cells share theirs', async ({ page }) => {
  await openHost(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const text =
    'import os, sys\nprint(os.getcwd(), "left" in sys.modules, end="")\nsys.modules["left"] = 1';
  for (const again of [1, 2])
    expect(await runOn(page, fileRequest(text)), `time ${again}`).toEqual({
      outputs: [stdout('/home/ada False')],
      ending: { type: 'finished' },
      changed: {},
    });
  await runOn(page, cellRequest('x = 1'));
  expect((await runOn(page, cellRequest('x = 1', 'x + 1'))).outputs).toEqual([
    { type: 'value', text: '2' },
  ]);
  expect((await runOn(page, cellRequest('x = 2', 'x + 1'))).outputs).toEqual([
    { type: 'value', text: '3' },
  ]);
});

test('what never ends is stopped within a second; the prompt is well after it', async ({
  page,
}) => {
  await openHost(page);
  const quiet = await stopOnceHeard(page, cellRequest('x = 5', 'print("on")\nwhile True: pass'));
  expect(quiet.record.ending).toEqual({ type: 'stopped', kept: true });
  expect(quiet.record.outputs.at(-1)).toMatchObject({
    text: expect.stringContaining('KeyboardInterrupt'),
  });
  expect((await runOn(page, cellRequest('x = 5', 'x'))).outputs).toEqual([
    { type: 'value', text: '5' },
  ]);
  // It says so inside: an interrupt before the `try` would end it.
  const stubborn = `said = False
while True:
    try:
        if not said:
            said = True
            print("on")
        while True: pass
    except KeyboardInterrupt:
        pass`;
  const ended = await stopOnceHeard(page, fileRequest(stubborn));
  expect(ended.record.ending).toEqual({ type: 'stopped', kept: false });
  expect(ended.record.outputs).toEqual([stdout('on\n')]);
  await expectPrompt(page);
  const loud = await stopOnceHeard(page, fileRequest('while True: print("spam" * 20)'));
  expect(loud.record.ending.type).toBe('stopped');
  await expectPrompt(page);
});

test.describe(() => {
  // Of its own crash Pyodide speaks to the console of its worker.
  test.use({ expectedErrors: /blob:null/ });

  test('a bomb of output, memory or recursion ends in a record and a prompt', async ({ page }) => {
    await openHost(page);
    const flood = await runOn(page, fileRequest('for _ in range(1000): print("x" * 99_999)'));
    expect(flood.ending).toEqual({ type: 'finished' });
    expect(flood.outputs).toEqual([
      stdout(`${'x'.repeat(99_999)}\n${'x'.repeat(99_999)}\n`),
      { type: 'cut', bytes: 100_000_000 - MOST_OUTPUT_BYTES },
    ]);
    await expectPrompt(page);
    const hoard = await runOn(page, fileRequest('x = []\nwhile True: x.append([0] * 2**24)'));
    expect(hoard.ending).toMatchObject({ type: 'raised', name: 'MemoryError' });
    await expectPrompt(page);
    const deep = await runOn(page, fileRequest('def f(): f()\nf()'));
    expect(deep.ending).toMatchObject({ type: 'raised', name: 'RecursionError' });
    const nested =
      'x = []\nfor _ in range(10**6): x = [x]\nimport sys\nsys.setrecursionlimit(10**8)\nrepr(x)';
    const { ending } = await runOn(page, fileRequest(nested));
    expect(['raised', 'died']).toContain(ending.type);
    await expectPrompt(page);
  });
});

test('input() is asked, answered, and may be abandoned', async ({ page }) => {
  await openHost(page);
  const text = 'name = input("Name? ")\nprint("Hello,", name)';
  expect(await runOn(page, fileRequest(text))).toEqual({
    outputs: [stdout('Name? ')],
    ending: { type: 'asks', prompt: 'Name? ' },
    changed: {},
  });
  expect((await runOn(page, fileRequest(text, { answers: ['Ada'] }))).outputs).toEqual([
    stdout('Name? Ada\nHello, Ada\n'),
  ]);
  const greedy = 'while True:\n    try: input("? ")\n    except: pass';
  expect((await runOn(page, fileRequest(greedy))).ending).toEqual({ type: 'asks', prompt: '? ' });
  await expectPrompt(page);
});

test('learner code reaches nothing of the page', async ({ page }) => {
  await openHost(page);
  const text = `import js
for name in ("parent", "localStorage", "fetch", "indexedDB", "document", "self", "postMessage"):
    print(name, hasattr(js, name))
try:
    import pyodide_js
    print("pyodide_js")
except ImportError:
    print("no pyodide_js")
try:
    from urllib.request import urlopen
    urlopen("http://127.0.0.1/")
except Exception as error:
    print(type(error).__name__)`;
  const { outputs, ending } = await runOn(page, fileRequest(text));
  expect(ending).toEqual({ type: 'finished' });
  expect(outputs).toEqual([
    stdout(
      'parent False\nlocalStorage False\nfetch False\nindexedDB False\ndocument False\n' +
        'self False\npostMessage False\nno pyodide_js\nURLError\n',
    ),
  ]);
});

test('without cross-origin isolation everything works, and a stop ends the interpreter', async ({
  page,
}) => {
  await page.route(/\/(?:python\/frame\.html)?$/, async (route) => {
    const response = await route.fetch();
    const {
      'cross-origin-opener-policy': _,
      'cross-origin-embedder-policy': __,
      ...headers
    } = response.headers();
    await route.fulfill({ response, headers });
  });
  await openHost(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  const { record } = await stopOnceHeard(page, fileRequest('print("on")\nwhile True: pass'));
  expect(record).toEqual({
    outputs: [stdout('on\n')],
    ending: { type: 'stopped', kept: false },
    changed: {},
  });
  await expectPrompt(page);
});

test('a disk that keeps nothing, or keeps it damaged, costs time and nothing else', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (location.hash !== '#full') return;
    Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  });
  await openHost(page, '/#full');
  await expectPrompt(page);
  expect(await settle(page)).toBe(false);
  await expectPrompt(page);

  await openHost(page, '/404.html');
  await expectPrompt(page);
  expect(await settle(page)).toBe(true);
  const damaged = await page.evaluate(async () => {
    const [name = ''] = (await caches.keys()).filter((one) => one.startsWith('python-'));
    const shelf = await caches.open(name);
    const request = (await shelf.keys()).find(({ url }) => url.includes('/snapshot-'));
    const kept = request && (await shelf.match(request));
    if (!kept) return 'no snapshot';
    const bytes = new Uint8Array(await kept.arrayBuffer());
    bytes[bytes.length >> 1] = 255 - (bytes[bytes.length >> 1] ?? 0);
    await shelf.put(request, new Response(bytes, { headers: kept.headers }));
    return 'damaged';
  });
  expect(damaged).toBe('damaged');
  await page.reload();
  await useHost(page);
  await expectPrompt(page);
  expect(await settle(page)).toBe(true);
});

test('a page left in mid-run takes its Python with it', async ({ page, context }) => {
  await openHost(page);
  await page.evaluate((request) => {
    const host = window.pythonHost;
    void host.run(request);
    return new Promise<void>((begun) =>
      host.watch((runs) => {
        if (runs.get(request)?.type === 'running') begun();
      }),
    );
  }, fileRequest('while True: pass'));
  await page.goto('/404.html');
  await useHost(page);
  await expectPrompt(page);
  await page.close();
  expect(context.pages()).toEqual([]);
});

test('wheels are there to be imported, also in an interpreter from a snapshot', async ({
  page,
}) => {
  const wheel = 'msgpack-1.2.4-cp314-cp314-pyemscripten_2026_0_wasm32.whl';
  test.skip(!existsSync(new URL(`../../dist/python/wheels/${wheel}`, import.meta.url)), wheel);
  await openHost(page);
  await expectPrompt(page);
  await settle(page);
  const text = 'import msgpack, msgpack._cmsgpack\nprint(msgpack.unpackb(msgpack.packb({"a": 1})))';
  const { outputs, ending } = await runOn(page, { ...fileRequest(text), wheels: [wheel] });
  expect({ outputs, ending }).toEqual({
    outputs: [stdout("{'a': 1}\n")],
    ending: { type: 'finished' },
  });
  const lacking = await runOn(page, { ...fileRequest('1'), wheels: ['none.whl'] });
  expect(lacking.ending).toEqual({ type: 'lacking', wheel: 'none.whl' });
});

test('another image answers calls, and again from its snapshot', async ({ page }) => {
  await openHost(page);
  const image = {
    name: 'counter',
    env: { HOME: '/home/lin', PYTHONHASHSEED: '0' },
    wheels: [],
    program:
      'count = 0\ndef add(text):\n    global count\n    count += int(text)\n    return str(count)',
  };
  const call = (name: string, text: string): Promise<string> =>
    page.evaluate(
      ([image, name, text]) =>
        window.callPython(image, name, text).catch((error: Error) => `rejected: ${error.message}`),
      [image, name, text] as const,
    );
  expect([await call('add', '2'), await call('add', '3')]).toEqual(['2', '5']);
  expect(await call('nothing', '')).toBe('rejected: no function nothing');
  expect(await call('add', '4')).toBe('4');
});
