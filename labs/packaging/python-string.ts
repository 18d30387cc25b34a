// String literals of Python, as far as a marker may quote one: `ast.literal_eval` of one token.

const ESCAPE = /\\(?:\r\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/g;
const LINE_BREAK_OR_NUL = /[\r\n\0]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const LAST_CODE_POINT = 0x10ffff;

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\r': '',
  '\r\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** What a quoted token means, or undefined if Python would not read it (names `\N{…}` included). */
export function readPythonString(quoted: string): string | undefined {
  const body = quoted.slice(1, -1);
  if (!body.includes('\\')) return isPlain(body) ? body : undefined;
  const parts: string[] = [];
  let done = 0;
  for (const match of body.matchAll(ESCAPE)) {
    const between = body.slice(done, match.index);
    const meaning = meaningOf(match[0].slice(1));
    if (!isPlain(between) || meaning === undefined) return undefined;
    parts.push(between, meaning);
    done = match.index + match[0].length;
  }
  const rest = body.slice(done);
  // A backslash left over would have escaped the closing quote.
  return rest.includes('\\') || !isPlain(rest) ? undefined : parts.join('') + rest;
}

function isPlain(text: string): boolean {
  return !LINE_BREAK_OR_NUL.test(text) && !LONE_SURROGATE.test(text);
}

/** undefined for an escape that Python does not accept, such as `\x4`. */
function meaningOf(escape: string): string | undefined {
  const simple = SIMPLE[escape];
  if (simple !== undefined) return simple;
  const first = escape.charAt(0);
  if (first >= '0' && first <= '7') return String.fromCodePoint(Number.parseInt(escape, 8));
  if (first === 'N' || first === '\0') return undefined;
  if (first !== 'x' && first !== 'u' && first !== 'U') return `\\${escape}`;
  const code = Number.parseInt(escape.slice(1), 16);
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : undefined;
}
