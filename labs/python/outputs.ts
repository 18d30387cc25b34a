import type { Output } from './run.ts';

/** What was put out so far and what came next, as one list: pieces of one stream are joined, a cut tells the last count. */
export function joinOutputs(before: readonly Output[], more: readonly Output[]): readonly Output[] {
  const joined = [...before];
  for (const output of more) {
    const last = joined.at(-1);
    if (output.type === 'text' && last?.type === 'text' && last.stream === output.stream)
      joined[joined.length - 1] = { ...last, text: last.text + output.text };
    else if (output.type === 'cut' && last?.type === 'cut') joined[joined.length - 1] = output;
    else joined.push(output);
  }
  return joined;
}
