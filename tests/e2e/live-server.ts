// A small index on this machine (PEP 691 and 658) that answers in the place of PyPI: the page asks the
// real addresses, and what it asks is answered from here.
import { createServer, type ServerResponse } from 'node:http';
import type { Page } from '@playwright/test';

export const LIVE_ORIGINS = ['https://pypi.org', 'https://files.pythonhosted.org'];

/** How one path answers: a document, or whatever the function does with the response. */
export type Behaviour = string | ((response: ServerResponse) => void);

/** An index that answers in the place of PyPI until it is closed. */
export interface LiveServer {
  /** The paths that were asked, in order. */
  readonly asked: readonly string[];
  close(): void;
}

/** A release as this index describes it. */
export interface Release {
  readonly version: string;
  readonly requires?: readonly string[];
}

/** The documents of some projects, by path. */
export function documentsOf(
  projects: Readonly<Record<string, readonly Release[]>>,
): Record<string, Behaviour> {
  const documents: Record<string, Behaviour> = {};
  for (const [project, releases] of Object.entries(projects)) {
    const files = releases.map(({ version, requires = [] }) => {
      const filename = `${project.replaceAll('-', '_')}-${version}-py3-none-any.whl`;
      const path = `/packages/${filename}`;
      documents[`${path}.metadata`] =
        `Metadata-Version: 2.1\nName: ${project}\nVersion: ${version}\n` +
        requires.map((each) => `Requires-Dist: ${each}\n`).join('');
      return { filename, url: `https://files.pythonhosted.org${path}`, 'core-metadata': true };
    });
    documents[`/simple/${project}/`] = JSON.stringify({ files });
  }
  return documents;
}

/** Starts the index and has the page's questions to PyPI answered by it. */
export async function serveLive(
  page: Page,
  documents: Readonly<Record<string, Behaviour>>,
): Promise<LiveServer> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const behaviour = documents[url];
    if (behaviour === undefined) response.writeHead(404).end();
    else if (typeof behaviour === 'string') response.end(behaviour);
    else behaviour(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const place = server.address();
  const port = typeof place === 'object' && place ? place.port : 0;
  for (const origin of LIVE_ORIGINS)
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      try {
        const url = `http://127.0.0.1:${port}${pathname}`;
        const response = await route.fetch({ url, maxRetries: 0, timeout: 20_000 });
        const headers = {
          ...response.headers(),
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'retry-after',
        };
        await route.fulfill({ response, headers });
      } catch {
        // The connection broke, or the page called the question off.
        await route.abort().catch(() => undefined);
      }
    });
  return { asked, close: () => (server.close(), server.closeAllConnections()) };
}
