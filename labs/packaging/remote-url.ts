// RFC 3986 §5.2, as far as an index needs it: the addresses of files, which may be relative to their page.

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const HTTP_BASE = /^(https?:)(\/\/[^/?#]*)([^?#]*)/i;
const QUERY_OR_FRAGMENT = /[?#].*$/s;
const FRAGMENT = /#.*$/s;

/** The address that `reference` means on the page at `base`; undefined where it is none of http. */
export function absoluteUrl(reference: string, base: string): string | undefined {
  const plain = reference.replace(FRAGMENT, '').trim();
  const scheme = SCHEME.exec(plain)?.[1]?.toLowerCase();
  if (scheme !== undefined) return scheme === 'http' || scheme === 'https' ? plain : undefined;
  const [, protocol, authority, path = ''] = HTTP_BASE.exec(base) ?? [];
  if (protocol === undefined || authority === undefined) return undefined;
  if (plain.startsWith('//')) return protocol + plain;
  if (plain.startsWith('/')) return protocol + authority + withoutDots(plain);
  const folder = path.slice(0, path.lastIndexOf('/') + 1) || '/';
  return protocol + authority + withoutDots(folder + plain);
}

/** The host that an address names, with its port. */
export const hostOf = (url: string): string =>
  (HTTP_BASE.exec(url)?.[2] ?? '').slice(2).toLowerCase();

function withoutDots(path: string): string {
  const tail = QUERY_OR_FRAGMENT.exec(path)?.[0] ?? '';
  const kept: string[] = [];
  for (const part of path.slice(0, path.length - tail.length).split('/')) {
    if (part === '..') {
      if (kept.length > 1) kept.pop();
    } else if (part !== '.') kept.push(part);
  }
  return kept.join('/') + tail;
}
