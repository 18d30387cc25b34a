import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

// What a Python on the page is made of lies below /python/: Pyodide as npm brings it, and the wheels that
// `npm run vendor` could bring. Pages learn what there is, and how large, from `virtual:python-files`.

const PYODIDE = new URL('../node_modules/pyodide/', import.meta.url);
const VENDORED = new URL('../.cache/vendor/', import.meta.url);
const VIRTUAL = 'virtual:python-files';
const PYODIDE_FILES = [
  'pyodide.mjs',
  'pyodide.asm.mjs',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'pyodide-lock.json',
];

/** One file, by its path from the root of the site. */
interface Served {
  readonly path: string;
  readonly source: URL;
  readonly size: number;
}

const { version } = readJson<{ version: string }>(new URL('package.json', PYODIDE));

function readJson<T>(file: URL): T {
  // Both files are written by programs: npm's, and ours.
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** Every file below /python/ that this copy of the book has. */
function servedFiles(): readonly Served[] {
  const vendored = readJson<{ files: readonly { file: string }[] }>(
    new URL('../vendor.json', import.meta.url),
  ).files.map(({ file }) => ({
    path: `/python/wheels/${file}`,
    source: new URL(encodeURIComponent(file), VENDORED),
  }));
  const pyodide = PYODIDE_FILES.map((file) => ({
    path: `/python/${version}/${file}`,
    source: new URL(file, PYODIDE),
  }));
  return [...pyodide, ...vendored]
    .filter(({ source }) => existsSync(source))
    .map((one) => ({ ...one, size: statSync(one.source).size }));
}

/** What pages are told of these files. */
export const toldOfPythonFiles = (): Plugin => ({
  name: 'python-files',
  resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
  load(id) {
    if (id !== `\0${VIRTUAL}`) return undefined;
    const sizes = Object.fromEntries(servedFiles().map(({ path, size }) => [path, size]));
    return `export default ${JSON.stringify({ version, sizes })};`;
  },
});

/** Serves these files in dev, and puts them into the build. */
export const pythonFiles = (): AstroIntegration => ({
  name: 'python-files',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({ vite: { plugins: [toldOfPythonFiles()] } });
    },
    'astro:server:setup': ({ server }) => {
      server.middlewares.use((request, response, next) => {
        const served = servedFiles().find(({ path }) => path === request.url);
        if (!served) return next();
        const isScript = served.path.endsWith('.mjs');
        response.setHeader(
          'Content-Type',
          isScript ? 'text/javascript' : 'application/octet-stream',
        );
        createReadStream(served.source).pipe(response);
      });
    },
    'astro:build:done': ({ dir }) => {
      for (const { path, source } of servedFiles()) {
        const target = new URL(`.${path}`, dir);
        mkdirSync(fileURLToPath(new URL('.', target)), { recursive: true });
        copyFileSync(source, target);
      }
    },
  },
});
