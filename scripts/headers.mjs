// What the site is served with: one table, from which our server answers and `dist/_headers` is written for static hosts.
import { contentSecurityPolicy } from './csp.mjs';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * A rule holds for a path, or for all below it when it ends in `*`. No two rules that hold for one path name the same
 * header: hosts that read `_headers` would join the values.
 * @typedef {{ readonly path: string, readonly headers: Readonly<Record<string, string>> }} HeaderRule
 */

/** @param {readonly string[]} scriptHashes of the inline scripts of the site @returns {readonly HeaderRule[]} */
export const headerRules = (scriptHashes) => [
  {
    path: '/*',
    headers: {
      'Content-Security-Policy': contentSecurityPolicy(scriptHashes),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  },
  // Names that carry a hash of the content.
  { path: '/_astro/*', headers: { 'Cache-Control': IMMUTABLE } },
  { path: '/pagefind/fragment/*', headers: { 'Cache-Control': IMMUTABLE } },
  { path: '/pagefind/index/*', headers: { 'Cache-Control': IMMUTABLE } },
];

/**
 * The headers of one path. What no rule lets a browser keep is asked for again each time (and answered 304), which is
 * what static hosts do by themselves.
 * @param {readonly HeaderRule[]} rules
 * @param {string} path
 * @returns {Record<string, string>}
 */
export function headersFor(rules, path) {
  const matching = rules.filter((rule) =>
    rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
  );
  return Object.assign({ 'Cache-Control': 'no-cache' }, ...matching.map((rule) => rule.headers));
}

/** The table as the `_headers` file of static hosts. @param {readonly HeaderRule[]} rules */
export const formatHeadersFile = (rules) =>
  rules
    .map(({ path, headers }) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join(
        '\n',
      ),
    )
    .join('\n');
