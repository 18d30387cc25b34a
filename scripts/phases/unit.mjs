// Everything that needs no browser, by Node's own runner: the tests beside the code, and those that cross folders.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { run } from 'node:test';
import { ROOT } from '../child.mjs';

const NOT_IN_FIVE_MINUTES = 300_000;

/**
 * @param {readonly string[]} [only] runs the files whose path contains one of these
 * @returns {Promise<import('./result.mjs').Result>}
 */
export async function unit(only = []) {
  const files = globSync(['{labs,src,tests,scripts}/**/*.test.ts'], { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('tests/e2e/'))
    .filter((path) => only.length === 0 || only.some((part) => path.includes(part)))
    .sort()
    .map((path) => join(ROOT, path));
  let passed = 0;
  /** @type {string[]} */ const failures = [];
  /** @type {string[]} */ const notRun = [];

  const events = run({ files, cwd: ROOT, concurrency: 2, timeout: NOT_IN_FIVE_MINUTES });
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, file, skip, todo, details } = data;
    if (details.type === 'suite') continue;
    const place = `${(file ?? '').replace(ROOT, '')}: ${name}`;
    if (skip !== undefined)
      notRun.push(typeof skip === 'string' && skip ? `${place} (${skip})` : place);
    else if (todo !== undefined) notRun.push(`${place} (to do)`);
    else if (type === 'test:pass') passed++;
    else if (isOwnFailure(data)) failures.push(`✖ ${place}\n${indent(reason(details.error))}`);
  }
  return { passed, failed: failures.length, notRun, report: failures.join('\n') };
}

/** A test fails too when a test inside it does; only the inner one counts. @param {{ details: { error: Error } }} data */
const isOwnFailure = ({ details }) =>
  /** @type {{ failureType?: string }} */ (details.error).failureType !== 'subtestsFailed';

/** @param {Error} error */
function reason(error) {
  const cause = error.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause, { depth: 4 });
}

/** @param {string} text */
const indent = (text) => text.replace(/^/gm, '    ');
