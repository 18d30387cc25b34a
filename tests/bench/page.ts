// What a chapter weighs before its lab is started and after, compressed as it is served; and how long a build takes.
//
// Read off dist, as the browser would: what the page names, what these name in turn, and what is imported later.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { printTable } from './parts/table.ts';

const DIST = new URL('../../dist/', import.meta.url);
const CHAPTERS = ['pip/conflicts', 'zh-cn/pip/conflicts'];
/** What the lab of these chapters reads when it starts. */
const LAB_DATA = ['data/tensorflow-pydantic.json'];
/** Larger files are compressed less, or the first reader would wait. */
const LARGE = 300_000;

const TAG = /<(?:link|script|img)\b[^>]*>/g;
const ADDRESS = /\b(?:src|href)="\/([^"#?]+)"/;
const LOADED = /^<(?:script|img)\b|\brel="(?:stylesheet|modulepreload|icon|shortcut icon)"/;
const INLINE_SCRIPT = /<script\b[^>]*>([^<]*)<\/script>/g;
const STATIC_IMPORT = /\b(?:from|import)\s*["'`]\.?\/(?:_astro\/)?([\w.-]+\.js)["'`]/g;
const LATER_IMPORT = /["'`](?:\.|\/?_astro)\/([\w.-]+\.(?:js|css))["'`]/g;

if (existsSync(new URL('index.html', DIST))) CHAPTERS.forEach(weighChapter);
else console.log('no dist: npm run build first');
if (process.env['BENCH_BUILD'] !== '0') timeBuild();

function weighChapter(chapter: string): void {
  const page = `${chapter}/index.html`;
  if (!existsSync(new URL(page, DIST))) return console.log(`${chapter}: not in dist`);
  const before = filesBefore(page);
  const later = filesLater(before).filter((file) => !before.has(file));
  const data = LAB_DATA.filter((file) => existsSync(new URL(file, DIST)));
  console.log(`/${chapter}/, bytes`);
  printTable([
    ['', 'html', 'css', 'js', 'other', 'all'],
    row('before the lab', [page, ...before]),
    row('the lab adds', [...later, ...data]),
  ]);
}

/** Everything that the page loads by itself. */
function filesBefore(page: string): ReadonlySet<string> {
  const html = read(page);
  const files = new Set<string>();
  for (const [tag] of html.matchAll(TAG)) {
    const file = ADDRESS.exec(tag)?.[1];
    if (file !== undefined && LOADED.test(tag) && existsSync(new URL(file, DIST))) files.add(file);
  }
  const inline = [...html.matchAll(INLINE_SCRIPT)].map(([, code]) => code ?? '').join('\n');
  for (const file of imported(inline, STATIC_IMPORT)) files.add(file);
  return closure(files, STATIC_IMPORT);
}

/** Everything of these scripts that is imported at some later moment, with the styles that come with it. */
function filesLater(before: ReadonlySet<string>): readonly string[] {
  return [...closure(before, LATER_IMPORT)];
}

/** `files` and all that they import, in any depth; a set grows while it is walked. */
function closure(files: ReadonlySet<string>, imports: RegExp): ReadonlySet<string> {
  const all = new Set(files);
  for (const file of all)
    if (extname(file) === '.js') for (const next of imported(read(file), imports)) all.add(next);
  return all;
}

function imported(code: string, imports: RegExp): readonly string[] {
  return [...code.matchAll(imports)]
    .map(([, name]) => `_astro/${name}`)
    .filter((file) => existsSync(new URL(file, DIST)));
}

function row(name: string, files: readonly string[]): readonly string[] {
  const kinds = ['.html', '.css', '.js'];
  const sizes = [0, 0, 0, 0];
  for (const file of files) {
    const at = kinds.indexOf(extname(file));
    const place = at < 0 ? 3 : at;
    sizes[place] = (sizes[place] ?? 0) + served(file);
  }
  return [name, ...[...sizes, sizes.reduce((sum, size) => sum + size)].map(String)];
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
