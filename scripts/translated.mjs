// npm run translated <page>… | -- --all: marks Chinese texts as revised after their English ones.
import { ready } from './ready.mjs';

ready().then(async () => {
  const { relative, resolve } = await import('node:path');
  const { ROOT } = await import('./child.mjs');
  const { markRevised, pairOf, pairs } = await import('./halves.mjs');
  const { command, Problem } = await import('./problem.mjs');

  await command(async () => {
    const asked = process.argv.slice(2);
    if (asked.length === 0)
      throw new Problem(
        'Name the texts that you revised (either half), or --all: npm run translated content/docs/zh-cn/index.mdx',
      );
    const pairAt = (/** @type {string} */ argument) => {
      const pair = pairOf(relative(ROOT, resolve(argument)).replaceAll('\\', '/'));
      if (!pair)
        throw new Problem(`${argument} is no page of content/docs and no text of labs/scenarios.`);
      return pair;
    };
    for (const pair of asked.includes('--all') ? pairs() : asked.map(pairAt))
      console.log(`${pair.chinese}: ${markRevised(pair) ? 'marked as revised' : 'was up to date'}`);
  });
});
