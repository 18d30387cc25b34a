import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { globSync } from 'node:fs';
import type { Loader } from 'astro/loaders';
import { readLabText } from '../labs/core/text.ts';

const FOLDER = new URL('../labs/scenarios/', import.meta.url);
const TITLE = /^title: *(.+)$/m;

/**
 * The sentences of every lab, as HTML by id (`task/repair/unchanged`). An entry's id is
 * `<lab>/<language>`; its intro has the key `intro`.
 */
export const labTexts = (): Loader => ({
  name: 'lab-texts',
  async load({ store, renderMarkdown, parseData, watcher }) {
    const read = async (path: string): Promise<void> => {
      const source = await readFile(new URL(path, FOLDER), 'utf8');
      const title = TITLE.exec(source)?.[1];
      if (!title) throw new Error(`labs/scenarios/${path}: the frontmatter needs a title`);
      const { intro, sections } = readLabText(source);
      const html: Record<string, string> = {};
      for (const [key, markdown] of [['intro', intro] as const, ...sections])
        html[key] = (await renderMarkdown(markdown)).html;
      const id = path.replace(/\.md$/, '');
      store.set({ id, data: await parseData({ id, data: { title, html } }) });
    };
    const paths = (): string[] =>
      globSync('*/*.md', { cwd: fileURLToPath(FOLDER) }).map((path) => path.replaceAll('\\', '/'));
    await Promise.all(paths().sort().map(read));
    watcher?.on('change', (changed) => {
      const path = paths().find(
        (candidate) => changed === fileURLToPath(new URL(candidate, FOLDER)),
      );
      if (path) void read(path);
    });
  },
});
