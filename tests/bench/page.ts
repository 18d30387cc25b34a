// What a page weighs before any lab is started, compressed as it is served: the home page and every chapter in
// both languages; and how long a build takes. What a lab adds: lab.ts.
//
// Read off dist, as the browser would: what the page names, and what these name in turn.

import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { DIST } from './parts/site.ts';
import { printTable } from './parts/table.ts';

/** Larger files are compressed less, or the first reader would wait. */
const LARGE = 300_000;
const KINDS = ['.html', '.css', '.js'];

const TAG = /<(?:link|script|img)\b[^>]*>/g;
const ADDRESS = /\b(?:src|href)="\/([^"#?]+)"/;
const LOADED = /^<(?:script|img)\b|\brel="(?:stylesheet|modulepreload|icon|shortcut icon)"/;
const INLINE_SCRIPT = /<script\b[^>]*>([^<]*)<\/script>/g;
const STATIC_IMPORT = /\b(?:from|import)\s*["'`]\.?\/(?:_astro\/)?([\w.-]+\.js)["'`]/g;

if (existsSync(new URL('index.html', DIST))) weighPages();
else console.log('no dist: npm run build first');
if (process.env['BENCH_BUILD'] !== '0') timeBuild();

/** The home page and the chapters, the English and the Chinese half of each side by side. */
function weighPages(): void {
  const chapters = globSync('content/docs/*/**/*.mdx', {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    exclude: ['content/docs/zh-cn/**'],
  })
    .map((path) => path.replaceAll('\\', '/').replace(/^content\/docs\/(.+)\.mdx$/, '$1/'))
    .sort();
  console.log('before any lab is started, bytes on the wire');
  printTable([
    ['', 'html', 'css', 'js', 'other', 'all'],
    ...['', ...chapters].flatMap((page) => ['', 'zh-cn/'].map((half) => rowOf(half + page))),
  ]);
}

function rowOf(address: string): readonly string[] {
  const page = `${address}index.html`;
  const sizes = [0, 0, 0, 0];
  for (const file of [page, ...filesOf(page)]) {
    const at = KINDS.indexOf(extname(file));
    const place = at < 0 ? KINDS.length : at;
    sizes[place] = (sizes[place] ?? 0) + served(file);
  }
  return [`/${address}`, ...[...sizes, sizes.reduce((sum, size) => sum + size)].map(String)];
}

/** Everything that the page loads by itself. */
function filesOf(page: string): ReadonlySet<string> {
  const html = read(page);
  const files = new Set<string>();
  for (const [tag] of html.matchAll(TAG)) {
    const file = ADDRESS.exec(tag)?.[1];
    if (file !== undefined && LOADED.test(tag) && existsSync(new URL(file, DIST))) files.add(file);
  }
  const inline = [...html.matchAll(INLINE_SCRIPT)].map(([, code]) => code ?? '').join('\n');
  for (const file of imported(inline)) files.add(file);
  return closure(files);
}

/** `files` and all that they import, in any depth; a set grows while it is walked. */
function closure(files: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(files);
  for (const file of all)
    if (extname(file) === '.js') for (const next of imported(read(file))) all.add(next);
  return all;
}

function imported(code: string): readonly string[] {
  return [...code.matchAll(STATIC_IMPORT)]
    .map(([, name]) => `_astro/${name}`)
    .filter((file) => existsSync(new URL(file, DIST)));
}

function served(file: string): number {
  const body = readFileSync(new URL(file, DIST));
  const quality = body.length < LARGE ? 11 : 5;
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

function read(file: string): string {
  return readFileSync(new URL(file, DIST), 'utf8');
}

/** One build beside dist, which others may be reading. */
function timeBuild(): void {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const outDir = '.cache/bench-dist';
  const started = performance.now();
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir],
    { cwd: root, stdio: 'ignore', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  rmSync(new URL(`../../${outDir}`, import.meta.url), { recursive: true, force: true });
  console.log(status === 0 ? `a build: ${seconds} s` : `the build failed after ${seconds} s`);
}
