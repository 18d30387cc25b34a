// Installs what the lock names, when it is not there yet.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './child.mjs';
import { Problem } from './problem.mjs';

/** npm's codes and words for "the registry did not answer". */
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/;

/** Makes node_modules what package-lock.json says, by `npm ci`, unless it is so already. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  if (process.platform === 'win32' && process.execPath.includes('node_modules'))
    throw new Problem(
      'The packages have changed, and Windows cannot replace a Node that is running: run `npm ci`, then the same command again.',
    );
  console.log('Installing the packages that package-lock.json names (once; a minute or two) …');
  const { code, output, seconds } = await npmCi();
  if (code === 127)
    throw new Problem(
      'npm was not found. It comes with Node: install Node from https://nodejs.org and run the same command again.',
    );
  if (code !== 0 && UNREACHABLE.test(output))
    throw new Problem(
      'The npm registry did not answer, so nothing could be installed. Check the network, or name a mirror that you ' +
        'can reach (`npm config set registry <address>`), and run the same command again.',
    );
  if (code !== 0)
    throw new Problem(`\`npm ci\` failed with exit code ${code}. It said: ${npmErrors(output)}`);
  console.log(`Installed in ${seconds.toFixed(0)} s.`);
}

function npmCi() {
  const args = [
    'ci',
    '--loglevel=error', // its reasons, even under `npm start --silent`
    '--no-progress',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=3000',
  ];
  const npm = process.env.npm_execpath;
  if (npm && existsSync(npm) && /\.c?js$/.test(npm))
    return run(process.execPath, [npm, ...args], { capture: true });
  // npm.cmd on Windows only starts through a shell.
  return run('npm', args, { capture: true, shell: process.platform === 'win32' });
}

/** @param {string} output */
function npmErrors(output) {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  const words = (lines.length > 0 ? lines : output.trim().split('\n').slice(-3)).slice(0, 6);
  return words.map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim()).join(' ');
}

/**
 * npm writes node_modules/.package-lock.json last, and says there what it installed. Optional packages may be absent:
 * they are for other platforms.
 */
export function isInstalled() {
  const done = lockAt('node_modules/.package-lock.json');
  const wanted = lockAt('package-lock.json');
  if (!done || !wanted) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const there = done[path];
    if (there ? there.version !== entry.version : !entry.optional && !entry.peer) return false;
  }
  return Object.keys(done).every((path) => wanted[path] !== undefined);
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }> | undefined}
 */
function lockAt(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
