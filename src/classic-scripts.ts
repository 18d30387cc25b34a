import { build, type Plugin } from 'vite';

/** What marks such an import. */
const MARK = '?classic';

/**
 * `import code from './x.ts?classic'`: the file and all that it imports as the text of one classic script. A frame of
 * an opaque origin can fetch no module, so what runs there is handed over as text, in dev and in the build alike.
 */
export const classicScripts = (): Plugin => ({
  name: 'classic-scripts',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(MARK)) return undefined;
    const { code, files } = await bundle(id.slice(0, -MARK.length));
    for (const file of files) this.addWatchFile(file);
    return `export default ${JSON.stringify(code)};`;
  },
});

async function bundle(entry: string): Promise<{ code: string; files: readonly string[] }> {
  const files: string[] = [];
  const noteFiles: Plugin = {
    name: 'note-files',
    moduleParsed: ({ id }) => void files.push(id.replace(/\?.*$/, '')),
  };
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [classicScripts(), noteFiles],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'classic', fileName: 'classic' },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((one) => one.type === 'chunk');
  if (!chunk || outputs.length !== 1) throw new Error(`${entry} is not one script`);
  return { code: chunk.code, files };
}
