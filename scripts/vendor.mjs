// Brings what vendor.json declares into .cache/vendor, checked by size and SHA-256.
//
// Never fails the command that called it: what it cannot bring it leaves out and says so in one line, because
// nothing but the declared `lost` depends on it. Plain Node 20, no dependency: it runs before anything is built.
//
//   node scripts/vendor.mjs [--offline] [--list FILE] [--cache DIR] [--pyodide DIR] [--patience SECONDS]
//
// The index is WOMM_PYPI, else PIP_INDEX_URL, else PyPI itself (PEP 691 JSON; PEP 503 HTML from older mirrors).
// Wheels of Pyodide's own release come from WOMM_PYODIDE, else from the address that Pyodide itself would ask; what
// they must be is said by the lock file in the npm package `pyodide`.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SECONDS_IN_ALL = 120;
const LARGEST_FILE = 60_000_000;
const LARGEST_PAGE = 20_000_000;
const JSON_PAGE = 'application/vnd.pypi.simple.v1+json';
const ACCEPT = `${JSON_PAGE}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1`;
const ANCHOR = /<a\s[^>]*?href\s*=\s*["']([^"']{1,4000})["']/gi;

/**
 * @typedef {{ file: string, size?: number, sha256: string, licence: string, lost: string, from: { project: string } | { pyodide: string } }} Entry
 * @typedef {{ url: URL, headers: Record<string, string> }} Index
 */

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    offline: { type: 'boolean', default: false },
    list: { type: 'string', default: here('../vendor.json') },
    cache: { type: 'string', default: here('../.cache/vendor') },
    pyodide: { type: 'string', default: here('../node_modules/pyodide') },
    patience: { type: 'string', default: '8' },
  },
});

/**
 * The index as an address without credentials, and the header that carries them.
 * @returns {Index}
 */
function indexFromEnvironment() {
  const text = process.env.WOMM_PYPI || process.env.PIP_INDEX_URL || 'https://pypi.org/simple';
  const url = new URL(text.endsWith('/') ? text : `${text}/`);
  const user = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  url.username = url.password = '';
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  return { url, headers: user || password ? { authorization: `Basic ${basic}` } : {} };
}

/**
 * The body of `url`, refused once it is larger than `limit` bytes.
 * @param {URL} url
 * @param {number} limit
 * @param {Index} index
 * @param {AbortSignal} signal
 * @param {string} accept
 */
async function download(url, limit, index, signal, accept) {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Error(`${url.protocol} addresses are not read`);
  const headers = url.origin === index.url.origin ? index.headers : {};
  const patience = startPatience();
  try {
    const response = await answerOf(url, {
      headers: { ...headers, accept },
      signal: AbortSignal.any([signal, patience.signal]),
    });
    if (!response.ok) throw new Error(`${url.host} answered ${response.status}`);
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      patience.renew();
      size += chunk.length;
      if (size > limit) throw new Error(`${url.host} sent more than ${limit} bytes`);
      chunks.push(chunk);
    }
    return {
      body: Buffer.concat(chunks),
      type: response.headers.get('content-type') ?? '',
      url: response.url,
    };
  } catch (error) {
    if (patience.signal.aborted) silent.set(url.host, error);
    throw error;
  } finally {
    patience.end();
  }
}

/** Gives up on a host from which nothing is heard for a while. */
function startPatience() {
  const giveUp = new AbortController();
  const late = setTimeout(
    () => giveUp.abort(new Error(`nothing heard for ${options.patience} s`)),
    Number(options.patience) * 1000,
  );
  return { signal: giveUp.signal, renew: () => late.refresh(), end: () => clearTimeout(late) };
}

/** Hosts that did not answer: nobody waits for them twice. @type {Map<string, unknown>} */
const silent = new Map();

/**
 * The response of a host that answers soon, or never is asked again.
 * @param {URL} url
 * @param {{ headers: Record<string, string>, signal: AbortSignal }} options
 */
async function answerOf(url, { headers, signal }) {
  if (silent.has(url.host)) throw silent.get(url.host);
  try {
    return await fetch(url, { headers, signal });
  } catch (error) {
    silent.set(url.host, error);
    throw error;
  }
}

/**
 * Where a file of Pyodide's release is.
 * @param {string} version
 * @param {string} file
 */
function addressInRelease(version, file) {
  const base = process.env.WOMM_PYODIDE || 'https://cdn.jsdelivr.net/pyodide';
  return new URL(`${base.replace(/\/$/, '')}/v${version}/full/${encodeURIComponent(file)}`);
}

/**
 * The SHA-256 that Pyodide's lock file has for a file of that version.
 * @param {string} version
 * @param {string} file
 */
function hashInLock(version, file) {
  /** @param {string} name */
  const read = (name) => JSON.parse(readFileSync(join(options.pyodide, name), 'utf8'));
  const installed = read('package.json').version;
  if (installed !== version) throw new Error(`the lock file is that of Pyodide ${installed}`);
  /** @type {{ file_name: string, sha256: string }[]} */
  const packages = Object.values(read('pyodide-lock.json').packages);
  const found = packages.find(({ file_name }) => file_name === file);
  if (!found) throw new Error(`Pyodide ${version} does not have it`);
  return found.sha256;
}

/**
 * Where the index says that `file` of `project` is.
 * @param {string} project
 * @param {string} file
 * @param {Index} index
 * @param {AbortSignal} signal
 */
async function addressOf(project, file, index, signal) {
  const page = await download(
    new URL(`${project}/`, index.url),
    LARGEST_PAGE,
    index,
    signal,
    ACCEPT,
  );
  const text = page.body.toString('utf8');
  const hrefs = page.type.startsWith(JSON_PAGE) ? hrefsOfJson(text) : hrefsOfHtml(text);
  for (const href of hrefs) {
    const url = new URL(href, page.url);
    if (url.pathname.endsWith(`/${encodeURIComponent(file)}`)) return url;
  }
  throw new Error(`${index.url.host} does not list ${file}`);
}

/** @param {string} text @returns {string[]} */
function hrefsOfJson(text) {
  /** @type {{ files?: { url: string }[] }} */
  const { files = [] } = JSON.parse(text);
  return files.map(({ url }) => url);
}

/** @param {string} text @returns {string[]} */
function hrefsOfHtml(text) {
  return [...text.matchAll(ANCHOR)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

/**
 * Why `body` is not the declared file, or undefined.
 * @param {Buffer} body
 * @param {Entry} entry
 */
function difference(body, { size, sha256 }) {
  if (size !== undefined && body.length !== size) return `is ${body.length} bytes, not ${size}`;
  const found = createHash('sha256').update(body).digest('hex');
  return found === sha256
    ? undefined
    : `has SHA-256 ${found.slice(0, 12)}…, not ${sha256.slice(0, 12)}…`;
}

/**
 * Is the file there, and what it should be?
 * @param {string} path
 * @param {Entry} entry
 */
function cached(path, entry) {
  try {
    return difference(readFileSync(path), entry) === undefined;
  } catch {
    return false;
  }
}

/**
 * Puts one file into the cache, unless it is there; throws the reason why it cannot.
 * @param {Entry} declared
 * @param {string} path
 * @param {AbortSignal} signal
 */
async function bring(declared, path, signal) {
  const { from, file } = declared;
  const entry =
    'pyodide' in from ? { ...declared, sha256: hashInLock(from.pyodide, file) } : declared;
  if (cached(path, entry)) return;
  if (options.offline) throw new Error('asked to stay offline');
  const index = indexFromEnvironment();
  const url =
    'pyodide' in from
      ? addressInRelease(from.pyodide, file)
      : await addressOf(from.project, file, index, signal);
  const { body } = await download(url, entry.size ?? LARGEST_FILE, index, signal, '*/*');
  const wrong = difference(body, entry);
  if (wrong) throw new Error(`what ${url.host} sent ${wrong}`);
  // Written beside and renamed, so that two commands at once never see half a file.
  const half = `${path}.${process.pid}`;
  try {
    writeFileSync(half, body);
    renameSync(half, path);
  } finally {
    rmSync(half, { force: true });
  }
  console.log(
    `vendor: brought ${entry.file} (${body.length} bytes, ${entry.licence}) from ${url.host}`,
  );
}

/**
 * One line that says what went wrong, without addresses that may hold a password.
 * @param {unknown} error
 */
function reason(error) {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${SECONDS_IN_ALL} s`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause ? String(cause.code) : cause.message;
}

try {
  const { files } = JSON.parse(readFileSync(options.list, 'utf8'));
  mkdirSync(options.cache, { recursive: true });
  const signal = AbortSignal.timeout(SECONDS_IN_ALL * 1000);
  /** What is lost, and why → the files. @type {Map<string, string[]>} */
  const leftOut = new Map();
  for (const entry of files)
    await bring(entry, join(options.cache, entry.file), signal).catch((error) => {
      const why = `${reason(error)}. Without it: no ${entry.lost}.`;
      leftOut.set(why, [...(leftOut.get(why) ?? []), entry.file]);
    });
  for (const [why, [first, ...others]] of leftOut)
    console.log(
      `vendor: left out ${first}${others.length > 0 ? ` and ${others.length} more` : ''}: ${why}`,
    );
} catch (error) {
  console.log(`vendor: nothing brought: ${reason(error)}`);
}
