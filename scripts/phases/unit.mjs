// Everything that needs no browser, by Node's own runner: the tests beside the code, and those that cross folders.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { run } from 'node:test';
import { ROOT } from '../child.mjs';
import { vendor } from '../site-build.mjs';

const NOT_IN_FIVE_MINUTES = 300_000;

/**
 * @param {readonly string[]} [only] runs the files whose path contains one of these
 * @returns {Promise<import('./result.mjs').Result>}
 */
export async function unit(only = []) {
  await vendor(); // the real pip is asked where it could be had
  const files = globSync(['{labs,src,tests,scripts}/**/*.test.ts'], { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('tests/e2e/'))
    .filter((path) => only.length === 0 || only.some((part) => path.includes(part)))
    .sort()
    .reverse() // what crosses folders takes longest and comes first: the short ones fill both cores to the end
    .map((path) => join(ROOT, path));
  let passed = 0;
  /** @type {string[]} */ const failures = [];
  /** @type {string[]} */ const notRun = [];
  /** @type {string[]} */ const notes = [];
  /** @type {Map<string, string>} by file, what it wrote to stderr: why a file ended that never came to its tests */
  const said = new Map();

  const stderrOf = (/** @type {string} */ file) => (said.has(file) ? `\n${said.get(file)}` : '');
  const events = run({ files, cwd: ROOT, concurrency: 2, timeout: NOT_IN_FIVE_MINUTES });
  for await (const { type, data } of events) {
    if (type === 'test:diagnostic' && data.file) notes.push(data.message);
    if (type === 'test:stderr') said.set(data.file, (said.get(data.file) ?? '') + data.message);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, file, skip, todo, details } = data;
    const place = `${(file ?? '').replace(ROOT, '')}: ${name}`;
    if (skip !== undefined)
      notRun.push(typeof skip === 'string' && skip ? `${place} (${skip})` : place);
    else if (todo !== undefined) notRun.push(`${place} (to do)`);
    else if (type === 'test:fail' && isOwnFailure(details))
      failures.push(`✖ ${place}\n${indent(`${reason(details.error)}${stderrOf(name)}`)}`);
    else if (type === 'test:pass' && details.type !== 'suite') passed++;
  }
  return { passed, failed: failures.length, notRun, notes, report: failures.join('\n') };
}

/** A test fails too when a test inside it does; only the inner one counts. @param {{ error: Error }} details */
const isOwnFailure = ({ error }) =>
  /** @type {{ failureType?: string }} */ (error).failureType !== 'subtestsFailed';

/** @param {Error} error */
function reason(error) {
  const cause = error.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause, { depth: 4 });
}

/** @param {string} text */
const indent = (text) => text.replace(/^/gm, '    ');
