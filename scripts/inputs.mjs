// What the site is built from, as one hash: while it stays the same, so does the site.
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child.mjs';

const READ_BY_THE_BUILD = [
  'astro.config.mjs',
  'content.config.ts',
  'package-lock.json',
  'tsconfig.base.json',
  'vendor.json',
  '.cache/vendor/**/*',
  'scripts/{site-build,csp,headers,vendor}.mjs',
  'content/**/*',
  'labs/**/*',
  'public/**/*',
  'src/**/*',
];
const NOT_READ = ['labs/cli/**', '**/*.test.ts', '**/.DS_Store'];

/** The SHA-256 of names and contents of everything the build reads, and of the settings it is given. */
export function inputsHash() {
  const hash = createHash('sha256').update(JSON.stringify([process.env.SITE_URL ?? '']));
  for (const path of globSync(READ_BY_THE_BUILD, { cwd: ROOT, exclude: NOT_READ }).sort()) {
    const file = join(ROOT, path);
    if (!statSync(file).isFile()) continue;
    const body = readFileSync(file);
    hash.update(JSON.stringify([path.replaceAll('\\', '/'), body.length])).update(body);
  }
  return hash.digest('hex');
}
