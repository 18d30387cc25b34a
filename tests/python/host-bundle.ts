// The host as a script of its own, as the site's build would bundle it: for tests and benches that drive it bare.

import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { classicScripts } from '../../src/classic-scripts.ts';
import { toldOfPythonFiles } from '../../src/python-files.ts';

/** The text of an ES module with what `python.ts` exports. */
export async function bundleHost(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [classicScripts(), toldOfPythonFiles()],
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../../src/hosts/python/python.ts', import.meta.url)),
        formats: ['es'],
        fileName: 'host',
      },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [chunk] = outputs;
  if (chunk?.type !== 'chunk' || outputs.length !== 1) throw new Error('not one script');
  return chunk.code;
}
