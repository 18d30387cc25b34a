import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whatever the working directory is. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Ended
 * @property {number} code       exit code; 127 when the program was not found
 * @property {string} output     what it printed, both streams in order; empty unless captured
 * @property {number} seconds
 */

/**
 * Runs a program in the project's folder and waits for it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ capture?: boolean, env?: Record<string, string>, shell?: boolean }} [options]
 * @returns {Promise<Ended>}
 */
export function run(program, args, { capture = false, env = {}, shell = false } = {}) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...withOwnNode(), ...env },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell,
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    const end = (/** @type {number} */ code) =>
      resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', () => end(127));
    child.on('close', (code) => end(code ?? 1));
  });
}

/**
 * Runs a command of an installed package with the Node that runs us (no shell, so it is the same on Windows).
 * @param {string} name   the package, or `package/command` where it has several
 * @param {readonly string[]} args
 * @param {{ capture?: boolean, env?: Record<string, string> }} [options]
 */
export const runTool = (name, args, options) =>
  run(process.execPath, [toolPath(name), ...args], options);

/** @param {string} name */
function toolPath(name) {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : String(Object.values(bin)[0]));
}

/** Children that look for `node` find the one that runs us. */
function withOwnNode() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { [name]: [dirname(process.execPath), process.env[name] ?? ''].join(delimiter) };
}
