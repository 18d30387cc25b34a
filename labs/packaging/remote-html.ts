// PEP 503: the HTML form of a project page, which many mirrors give even when asked for JSON.

const ANCHOR = /<a\s([^<>]*)>([^<]*)<\/a>/gi;
const ATTRIBUTE = /([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/gi;
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const HASH = /#([a-z0-9]+)=([0-9a-f]+)$/;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The same page in the JSON form of PEP 691, as text. */
export function jsonFromSimpleHtml(html: string, project: string): string {
  const files = [...html.matchAll(ANCHOR)].map(([, attributes = '', text = '']) =>
    fileFromAnchor(readAttributes(attributes), unescape(text).trim()),
  );
  return JSON.stringify({ meta: { 'api-version': '1.1' }, name: project, files });
}

function fileFromAnchor(attributes: ReadonlyMap<string, string>, filename: string): unknown {
  const href = attributes.get('href') ?? '';
  const hash = HASH.exec(href);
  const yanked = attributes.get('data-yanked');
  const core = attributes.get('data-core-metadata') ?? attributes.get('data-dist-info-metadata');
  return {
    filename,
    url: href.replace(HASH, ''),
    hashes: hash === null ? {} : { [hash[1] ?? '']: hash[2] },
    'requires-python': attributes.get('data-requires-python'),
    'upload-time': attributes.get('data-upload-time'),
    yanked: yanked === undefined ? false : yanked === '' ? true : yanked,
    ...(core === undefined ? {} : { 'core-metadata': announced(core) }),
  };
}

function announced(core: string): unknown {
  const equals = core.indexOf('=');
  return equals < 0 ? true : { [core.slice(0, equals)]: core.slice(equals + 1) };
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE))
    found.set(name.toLowerCase(), unescape(double ?? single ?? ''));
  return found;
}

function unescape(text: string): string {
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
