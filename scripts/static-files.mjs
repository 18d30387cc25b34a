// The files of a built site as a server gives them: found by path, typed, hashed, compressed once and kept.
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.py': 'text/x-python; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};
const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:json|manifest|xml|wasm))/;
const WORTH_COMPRESSING = 512;
const LARGE = 300_000; // brotli's best would keep the first reader of a large file waiting for seconds

/**
 * @typedef {object} StaticFile
 * @property {string} type
 * @property {string} etag     of the plain bytes, without quotes
 * @property {Buffer} body
 * @property {(encoding: 'br' | 'gzip') => Promise<Buffer>} [compressed]  absent where compressing does not help
 */

/**
 * What a path of the site is: a file, a folder asked for without its slash, or nothing.
 * @typedef {{ kind: 'file', file: StaticFile } | { kind: 'folder' } | { kind: 'none' }} Found
 */

/** A reader of the files below a folder; a changed file is read again. @param {string} folder */
export function staticFiles(folder) {
  /** @type {Map<string, { changed: number, file: StaticFile }>} */
  const kept = new Map();

  /** @param {string} pathname decoded, starting with `/` @returns {Promise<Found>} */
  async function find(pathname) {
    const segments = pathname.split('/').slice(1);
    const hidden = segments.some((name) => name.startsWith('.') || /[\\\0]/.test(name));
    if (hidden || pathname === '/_headers') return { kind: 'none' };
    const asFolder = pathname.endsWith('/');
    const path = join(folder, ...segments, ...(asFolder ? ['index.html'] : []));
    try {
      // A link in the folder may not lead out of it.
      if (!(await realpath(path)).startsWith((await realpath(folder)) + sep))
        return { kind: 'none' };
      const stats = await stat(path);
      if (!stats.isFile()) return { kind: 'folder' };
      const known = kept.get(path);
      if (known && known.changed === stats.mtimeMs) return { kind: 'file', file: known.file };
      const file = describe(await readFile(path), extname(path));
      kept.set(path, { changed: stats.mtimeMs, file });
      return { kind: 'file', file };
    } catch {
      return { kind: 'none' };
    }
  }
  return { find };
}

/** @param {Buffer} body @param {string} extension @returns {StaticFile} */
function describe(body, extension) {
  const type = TYPES[extension] ?? 'application/octet-stream';
  const etag = createHash('sha256').update(body).digest('hex').slice(0, 16);
  if (!COMPRESSIBLE.test(type) || body.length < WORTH_COMPRESSING) return { type, etag, body };
  /** @type {Map<string, Promise<Buffer>>} */
  const done = new Map();
  return {
    type,
    etag,
    body,
    compressed(encoding) {
      const before = done.get(encoding);
      if (before) return before;
      const now = encoding === 'br' ? brotli(body) : promisify(gzip)(body);
      done.set(encoding, now);
      return now;
    },
  };
}

/** @param {Buffer} body @returns {Promise<Buffer>} */
const brotli = (body) =>
  promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: body.length < LARGE ? 11 : 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
