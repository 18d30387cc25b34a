// Core metadata as an index serves it beside a wheel (PEPs 658, 566, 345), read the way pip reads
// it: the header of an e-mail (Python's email.feedparser, policy compat32).

/** What a distribution says of itself, as far as it decides a resolution. */
export interface Metadata {
  readonly name: string;
  /** As written; may be unnormalised. */
  readonly version: string;
  readonly requiresPython: string | undefined;
  /** In the order written; a line that is no requirement is kept, for the resolver to refuse. */
  readonly requiresDist: readonly string[];
  /** As written; may be unnormalised. */
  readonly providesExtra: readonly string[];
}

/** The longest header on PyPI has some thousands. */
const MOST_HEADER_LINES = 50_000;
const HEADER_LINE = /^(?:From |[\x21-\x39\x3b-\x7e]*:|[\t ])/;
const LINE_BREAK = /\r\n|\r|\n/g;
const SURROUNDING_SPACE = /^[ \t]+/;

/** The metadata in a METADATA or PKG-INFO document; what is missing is empty. */
export function parseMetadata(text: string): Metadata {
  const fields = readFields(text);
  const first = (field: string): string | undefined => fields.get(field)?.[0];
  const all = (field: string): readonly string[] =>
    (fields.get(field) ?? []).map((value) => value.trim());
  return {
    name: first('name')?.trim() ?? '',
    version: first('version')?.trim() ?? '',
    requiresPython: first('requires-python'),
    requiresDist: all('requires-dist'),
    providesExtra: all('provides-extra'),
  };
}

/**
 * The values of each field, under its name in lower case. A value that was folded over several
 * lines keeps its line breaks, as Python's parser keeps them.
 */
function readFields(text: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let name = '';
  let lines: string[] = [];
  const finish = (): void => {
    if (name === '') return;
    const value = lines.join('\n');
    const known = fields.get(name);
    if (known === undefined) fields.set(name, [value]);
    else known.push(value);
  };
  for (const line of headerLines(text)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      lines.push(line);
      continue;
    }
    finish();
    const colon = line.indexOf(':');
    name = line.slice(0, colon).toLowerCase();
    lines = [line.slice(colon + 1).replace(SURROUNDING_SPACE, '')];
  }
  finish();
  return fields;
}

/** The lines before the first that is empty or cannot be part of a header. */
function* headerLines(text: string): Generator<string, void, undefined> {
  LINE_BREAK.lastIndex = 0;
  const breaks = text.matchAll(LINE_BREAK);
  let start = 0;
  for (let count = 0; count < MOST_HEADER_LINES; count += 1) {
    const next = breaks.next();
    const end = next.done === true ? text.length : next.value.index;
    const line = text.slice(start, end);
    if (!HEADER_LINE.test(line)) return;
    if (!line.startsWith('From ')) yield line;
    if (next.done === true) return;
    start = end + next.value[0].length;
  }
}
