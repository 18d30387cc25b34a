import { explain, openExplain, settled } from './explain-page.ts';
import {
  documentsOf,
  LIVE_ORIGINS,
  serveLive,
  type Behaviour,
  type LiveServer,
} from './live-server.ts';
import { expect, test } from './page.ts';

const APP = {
  app: [{ version: '1.0', requires: ['lib>=2'] }],
  lib: [{ version: '1.0' }, { version: '2.0' }],
};

let server: LiveServer | undefined;
test.afterEach(() => {
  server?.close();
  server = undefined;
});

test.use({ allowedOrigins: LIVE_ORIGINS });

test('PyPI is asked at the click that names it and not before, for the closure alone, and once', async ({
  page,
}) => {
  server = await serveLive(page, documentsOf({ ...APP, other: [{ version: '1.0' }] }));
  const opened = await openExplain(page);
  await explain(opened, 'app');
  await expect(opened.first).toHaveText(opened.word('nothingKnown'));
  expect(server.asked, 'before the click').toEqual([]);
  await expect(page.getByText(opened.word('liveAsks'))).toBeVisible();
  await opened.live.click();
  await settled(opened);
  await expect(opened.first).toHaveText(opened.word('solved', { n: '2' }));
  await expect(opened.answer).toContainText(opened.word('liveDone'));
  const closure = [
    '/simple/app/',
    '/packages/app-1.0-py3-none-any.whl.metadata',
    '/simple/lib/',
    '/packages/lib-2.0-py3-none-any.whl.metadata',
  ];
  expect(server.asked).toEqual(closure);
  await explain(opened, 'app>=1');
  await opened.live.click();
  await settled(opened);
  expect(server.asked, 'what was answered is not asked again').toEqual(closure);
});

test('a conflict on the real index names the reader’s lines and mends her text', async ({
  page,
}) => {
  server = await serveLive(
    page,
    documentsOf({
      one: [{ version: '1.0', requires: ['shared<2'] }],
      two: [
        { version: '1.0', requires: ['shared'] },
        { version: '2.0', requires: ['shared>=2'] },
      ],
      shared: [{ version: '1.0' }, { version: '2.0' }],
    }),
  );
  const opened = await openExplain(page);
  await explain(opened, 'one==1.0', 'two==2.0');
  await opened.live.click();
  await settled(opened);
  await expect(opened.first.locator('code.own')).toHaveText(['one==1.0', 'two==2.0']);
  await opened.button('apply').first().click();
  await settled(opened);
  await expect(opened.answer).toContainText(opened.word('liveDone'));
  await expect(opened.field).not.toHaveValue('one==1.0\ntwo==2.0');
  await opened.button('undo').click();
  await expect(opened.field).toHaveValue('one==1.0\ntwo==2.0');
});

const broken: Readonly<
  Record<string, readonly [Record<string, Behaviour>, key: string, values: Record<string, string>]>
> = {
  'a server that wants to be left alone': [
    { '/simple/app/': (response) => response.writeHead(429, { 'retry-after': '120' }).end() },
    'trouble.rate-limited',
    { host: 'pypi.org', seconds: '120' },
  ],
  'a server at fault': [
    { '/simple/app/': (response) => response.writeHead(500).end() },
    'trouble.server-error',
    { host: 'pypi.org', status: '500' },
  ],
  'a refusal': [
    { '/simple/app/': (response) => response.writeHead(403).end() },
    'trouble.refused',
    { host: 'pypi.org', status: '403' },
  ],
  'a page cut off': [
    { '/simple/app/': '{"files":[{"filename":"app-1.0-py3' },
    'trouble.unreadable',
    { host: 'pypi.org', message: 'expected a JSON object (PEP 691)' },
  ],
  'a login page': [
    {
      '/simple/app/': '<html><body><script>alert(1)</script><a href="/in">Log in</a></body></html>',
    },
    'trouble.unreadable',
    { host: 'pypi.org', message: 'expected a project page (PEP 503 or PEP 691)' },
  ],
  'nesting without end': [
    { '/simple/app/': `{"files":${'['.repeat(1_000_000)}` },
    'trouble.unreadable',
    { host: 'pypi.org', message: 'expected a JSON object (PEP 691)' },
  ],
  'a connection that breaks': [
    {
      '/simple/app/': (response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{');
        response.destroy();
      },
    },
    'trouble.unreachable',
    { host: 'pypi.org', reason: 'Failed to fetch' },
  ],
  'files on a host that was not named': [
    {
      '/simple/app/': JSON.stringify({
        files: [
          {
            filename: 'app-1.0-py3-none-any.whl',
            url: 'https://evil.example/app-1.0-py3-none-any.whl',
          },
        ],
      }),
    },
    'trouble.unreachable',
    {
      host: 'evil.example',
      reason: 'only https://pypi.org and https://files.pythonhosted.org are asked',
    },
  ],
};

test.describe('what goes wrong is told', () => {
  test.use({ expectedErrors: /Failed to load resource/ });
  for (const [name, [documents, key, values]] of Object.entries(broken))
    test(name, async ({ page }) => {
      server = await serveLive(page, documents);
      const opened = await openExplain(page);
      await explain(opened, 'app');
      await opened.live.click();
      await settled(opened);
      await expect(opened.alert).toHaveText(opened.word(key, values));
    });

  test('the answer is there once the server has recovered', async ({ page }) => {
    let faults = 3;
    const { '/simple/app/': good = '', ...documents } = documentsOf(APP);
    server = await serveLive(page, {
      ...documents,
      '/simple/app/': (response) => {
        if (faults-- > 0) response.writeHead(502).end();
        else response.end(good);
      },
    });
    const opened = await openExplain(page);
    await explain(opened, 'app');
    await opened.live.click();
    await settled(opened);
    await expect(opened.alert).toBeVisible();
    await opened.live.click();
    await settled(opened);
    await expect(opened.first).toHaveText(opened.word('solved', { n: '2' }));
  });
});

test.describe('without CORS', () => {
  test.use({ expectedErrors: /CORS|Failed to load resource/ });
  test('an index that does not let pages read it is told as blocked', async ({ page }) => {
    await page.route('https://pypi.org/**', (route) =>
      route.fulfill({
        status: 200,
        body: '{}',
        headers: { 'access-control-allow-origin': 'https://elsewhere.example' },
      }),
    );
    const opened = await openExplain(page);
    await explain(opened, 'app');
    await opened.live.click();
    await settled(opened);
    const said = { host: 'pypi.org', reason: 'Failed to fetch' };
    await expect(opened.alert).toHaveText(opened.word('trouble.unreachable', said));
  });
});

test('a slow index shows how far it is and can be stopped; nothing typed is lost', async ({
  page,
}) => {
  const held: (() => void)[] = [];
  const { '/simple/lib/': lib = '', ...documents } = documentsOf(APP);
  server = await serveLive(page, {
    ...documents,
    '/simple/lib/': (response) => void held.push(() => response.end(lib)),
  });
  const opened = await openExplain(page);
  await explain(opened, 'app');
  await opened.live.click();
  await expect(page.getByText(/2 projects/)).toBeVisible();
  await expect.poll(() => held.length).toBe(1);
  await opened.button('stop').click();
  await expect(opened.alert).toHaveText(opened.word('stopped'));
  await expect(opened.field).toHaveValue('app');
  held.pop()?.();
  await opened.live.click();
  await expect.poll(() => held.length).toBe(1);
  held.pop()?.();
  await settled(opened);
  await expect(opened.first).toHaveText(opened.word('solved', { n: '2' }));
  expect(
    server.asked.filter((path) => path === '/simple/app/'),
    'kept',
  ).toHaveLength(1);
});

test.describe('no other page', () => {
  test.use({ expectedErrors: /Content Security Policy/ });
  test('may ask PyPI', async ({ browser, baseURL }) => {
    const page = await browser.newPage({ baseURL: baseURL ?? '' });
    await page.goto('/pip/conflicts/');
    const answer = await page.evaluate(() =>
      fetch('https://pypi.org/simple/six/').then(
        () => 'answered',
        (error: unknown) => String(error),
      ),
    );
    expect(answer).toContain('Failed to fetch');
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    await expect(policy).toHaveAttribute('content', "connect-src 'self'");
    await page.close();
  });
});
