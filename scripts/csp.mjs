// The Content-Security-Policy of the built site: every inline script of `dist` by its hash, none by 'unsafe-inline'.
// (Astro's own `security.csp` does not hash Starlight's inline scripts, hence after the build.)
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi;
const SRC = /\ssrc\s*=/i;
const TYPE = /\stype\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const EXECUTED = /^(?:|module|importmap|speculationrules|(?:text|application)\/javascript)$/i;

/** The CSP source expressions of the inline scripts of one page. @param {string} html */
export function inlineScriptHashes(html) {
  const hashes = [];
  for (const [, attributes = '', body = ''] of html.matchAll(SCRIPT)) {
    if (SRC.test(attributes)) continue;
    const [, double, single, bare] = TYPE.exec(attributes) ?? [];
    if (!EXECUTED.test((double ?? single ?? bare ?? '').trim())) continue;
    // A browser reads CRLF as LF before it hashes.
    const text = body.replaceAll('\r\n', '\n');
    hashes.push(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  return hashes;
}

/** Those of every page in a folder, each once, sorted. @param {string} folder */
export function scriptHashesIn(folder) {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const hashes = pages
    .filter((name) => name.endsWith('.html'))
    .flatMap((name) => inlineScriptHashes(readFileSync(join(folder, name), 'utf8')));
  return [...new Set(hashes)].sort();
}

/**
 * The hosts that a reader may have asked at a click that names them. Only the pages with that button keep them:
 * every other page narrows this to its own site (src/components/shell/Head.astro).
 */
export const LIVE_HOSTS = ['https://pypi.org', 'https://files.pythonhosted.org'];

/** The policy for a site whose inline scripts have these hashes. @param {readonly string[]} scriptHashes */
export const contentSecurityPolicy = (scriptHashes) =>
  [
    "default-src 'self'",
    // blob: is for the frame of Python alone; why no other page takes it back: docs/decisions.md
    ["script-src 'self' blob: 'wasm-unsafe-eval'", ...scriptHashes].join(' '),
    "style-src 'self' 'unsafe-inline'", // highlighted code and Starlight style by attribute
    "img-src 'self' data:",
    ["connect-src 'self'", ...LIVE_HOSTS].join(' '),
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
