// Writes pylock.toml (PEP 751) as `pip lock` of pip 26.3 does (utils/pylock.py), layout and all
// (tomli_w: nested tables, no inline ones).

import { normalizeName } from './names.ts';
import type { IndexFile } from './project-page.ts';

/** What a lockfile says of one pin. */
export interface PinToLock {
  /** As written; may be unnormalised. */
  readonly name: string;
  /** As METADATA has it. */
  readonly version: string;
  /** `isDirect`: the user gave its address, so that it is an archive to pip and not a file of an index. */
  readonly file: Pick<IndexFile, 'filename' | 'kind' | 'url' | 'hashes'>;
  readonly isDirect: boolean;
}

const ESCAPED = /["\\\0-\x08\x0a-\x1f\x7f]/g;
const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** The lockfile of a set of pins. */
export function writePylock(pins: readonly PinToLock[]): string {
  const tables = pins
    .map((pin) => ({ name: normalizeName(pin.name), pin }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ name, pin }) => `\n[[packages]]\nname = ${quote(name)}\n${fieldsOf(pin)}`);
  return `lock-version = "1.0"\ncreated-by = "pip"\n${tables.join('')}`;
}

function fieldsOf({ version, file, isDirect }: PinToLock): string {
  const { filename, url = '', kind, hashes } = file;
  const place = isDirect ? 'archive' : kind === 'wheel' ? 'wheels' : 'sdist';
  const name = isDirect ? '' : `name = ${quote(filename)}\n`;
  const header = place === 'wheels' ? '[[packages.wheels]]' : `[packages.${place}]`;
  const spelt = isDirect ? '' : `version = ${quote(version)}\n`;
  // pip keeps the first hash that the page gives.
  const [first] = Object.entries(hashes);
  const hash =
    first === undefined ? '' : `\n[packages.${place}.hashes]\n${first[0]} = ${quote(first[1])}\n`;
  return `${spelt}\n${header}\n${name}url = ${quote(url)}\n${hash}`;
}

function quote(text: string): string {
  const escaped = text.replace(
    ESCAPED,
    (character) =>
      SHORT_ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
