// Words of a command line as Python's shlex.split takes them apart (POSIX rules, no comments).

const SPACE = /[ \t\r\n]/;
const ESCAPED_IN_QUOTES = new Set(['"', '\\']);

/** The words of a text, or undefined if a quote is not closed or nothing follows a backslash. */
export function splitShellWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let parts: string[] = [];
  let hasWord = false;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote === '' && SPACE.test(character)) {
      if (hasWord) words.push(parts.join(''));
      parts = [];
      hasWord = false;
      continue;
    }
    hasWord = true;
    if (character === quote) {
      quote = '';
    } else if (character === '\\' && quote !== "'") {
      at += 1;
      if (at === text.length) return undefined;
      const next = text.charAt(at);
      const isKept = quote === '"' && !ESCAPED_IN_QUOTES.has(next);
      parts.push(isKept ? `\\${next}` : next);
    } else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
    } else {
      parts.push(character);
    }
  }
  if (quote !== '') return undefined;
  if (hasWord) words.push(parts.join(''));
  return words;
}
