import { MOST_CHARACTERS } from '../../labs/resolve/bench-event.ts';

const repeat = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

/** What somebody may paste into the file. Each must end in an error or a result within two seconds. */
export const hostile: Readonly<Record<string, string>> = {
  '100 kB in one line': 'a'.repeat(MOST_CHARACTERS),
  '100 kB in 5,000 lines': repeat(5_000, (n) => `numpy  # and 1.${n}`),
  '5,000 lines that pip cannot read': repeat(5_000, (n) => `numpy^1.${n}`),
  '100 kB of open brackets': 'numpy['.repeat(MOST_CHARACTERS / 6),
  '100 kB of white space': `numpy${' \t'.repeat(MOST_CHARACTERS / 2 - 10)}==`,
  'a specifier of 100 kB': `numpy${'>=1,'.repeat(MOST_CHARACTERS / 4 - 10)}>=1`,
  'control characters': 'numpy\u0000\u0001\u0007\u001b[31m==1.26\u0085\u2028pydantic\u000b',
  'marks from right to left': '\u202enumpy==1.26\u202c\n\u200fpydantic\u200e==2.3.0\ufeff',
  'half a character': 'numpy\ud800==1\ndc\udc00',
  '800 bounds on one project': repeat(800, (n) => `numpy!=9.${n}`),
  '800 extras, each with a bound': repeat(800, (n) => `numpy[e${n}]!=9.${n}`),
  '5,000 bounds in one line': `numpy${repeat(5_000, (n) => `!=9.${n}`).replaceAll('\n', ',')}`,
  '10,000 requirements': repeat(10_000, () => 'numpy<2'),
  'a project that asks for itself': 'transformers[all]\ntransformers[torch]',
  '5,000 projects that nobody has': repeat(5_000, (n) => `project-${n}>=1`),
  options: '-r x\n--index-url https://example.invalid/\n-e .\n-c y',
  "another tool's caret": 'numpy^1.26',
  'a URL': 'numpy @ https://example.invalid/numpy-1.26.4-cp311-cp311-linux_x86_64.whl',
  markup: '<img src=x onerror=alert(1)>\n{project}</textarea><script>alert(2)</script>',
};
