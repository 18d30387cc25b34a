// Answers requests for a built site: every path, header and status as a static host would give them.
import { scriptHashesIn } from './csp.mjs';
import { headerRules, headersFor } from './headers.mjs';
import { staticFiles } from './static-files.mjs';

/**
 * The listener of an HTTP server that gives the site in a folder.
 * @param {string} folder
 * @returns {import('node:http').RequestListener}
 */
export function siteHandler(folder) {
  const files = staticFiles(folder);
  const rules = headerRules(scriptHashesIn(folder));

  return async (request, response) => {
    const address = pathOf(request.url ?? '/');
    const plain = (
      /** @type {number} */ status,
      /** @type {Record<string, string>} */ headers = {},
    ) =>
      response
        .writeHead(status, {
          ...headersFor(rules, '/'),
          'Content-Type': 'text/plain; charset=utf-8',
          ...headers,
        })
        .end(request.method === 'HEAD' ? undefined : `${status}\n`);

    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(405, { Allow: 'GET, HEAD' });
    if (!address) return plain(400);
    const { pathname, query } = address;
    const found = await files.find(pathname);
    if (found.kind === 'folder') return plain(301, { Location: `${encodeURI(pathname)}/${query}` });
    if (found.kind === 'file')
      return send(request, response, 200, found.file, headersFor(rules, pathname));
    for (const path of notFoundPages(pathname)) {
      const page = await files.find(path);
      if (page.kind === 'file')
        return send(request, response, 404, page.file, headersFor(rules, '/'));
    }
    return plain(404);
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {import('./static-files.mjs').StaticFile} file
 * @param {Record<string, string>} headers
 */
async function send(request, response, status, file, headers) {
  const encoding = file.compressed ? chooseEncoding(request.headers['accept-encoding']) : undefined;
  const etag = `"${file.etag}${encoding ? `-${encoding}` : ''}"`;
  const always = {
    ...headers,
    ETag: etag,
    ...(file.compressed ? { Vary: 'Accept-Encoding' } : {}),
  };
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (status === 200 && (known.includes(etag) || known.includes('*'))) {
    response.writeHead(304, always).end();
    return;
  }
  const body = encoding && file.compressed ? await file.compressed(encoding) : file.body;
  response.writeHead(status, {
    ...always,
    'Content-Type': file.type,
    'Content-Length': String(body.length),
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The best encoding a browser accepts; one given weight 0 is refused. @param {string | undefined} accepted */
function chooseEncoding(accepted = '') {
  const names = accepted
    .split(',')
    .filter((item) => !/;\s*q=0(?:\.0*)?\s*$/.test(item))
    .map((item) => item.split(';')[0]?.trim().toLowerCase());
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined;
}

/** The decoded path and the query of a request; undefined when it is no path. @param {string} url */
function pathOf(url) {
  const [, raw = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(url) ?? [];
  try {
    const pathname = decodeURIComponent(raw);
    return pathname.startsWith('/') && !pathname.startsWith('//') ? { pathname, query } : undefined;
  } catch {
    return undefined;
  }
}

/** Where the "not found" page of a path may be: that of its language first. @param {string} pathname */
const notFoundPages = (pathname) => [
  ...(/^\/zh-cn(?:\/|$)/.test(pathname) ? ['/zh-cn/404.html', '/zh-cn/404/'] : []),
  '/404.html',
];
