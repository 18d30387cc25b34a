// A stranger's Python is not run in this process: Pyodide under Node could reach all that Node can. It runs in a
// child that may read this book and nothing else, write nothing, start no program, and make no code out of text.
// (Node's permission model: https://nodejs.org/docs/latest-v24.x/api/permissions.html)

import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readRunRecord } from '../../python/read-run.ts';
import type { RunRecord, RunRequest } from '../../python/run.ts';
import { runInNode } from './run-in-node.ts';

const CHILD = fileURLToPath(new URL('guarded-child.ts', import.meta.url));
const BOOK = fileURLToPath(new URL('../../../', import.meta.url));
const GUARD = [
  '--permission',
  `--allow-fs-read=${BOOK}*`,
  '--allow-worker',
  '--disallow-code-generation-from-strings',
  '--no-warnings',
];
/** A child that says nothing for so long is ended; a run of its own patience ends before. */
const PATIENCE_MS = 120_000;

const DIED: RunRecord = {
  outputs: [],
  ending: { type: 'died', message: 'Python ended without an answer.' },
  changed: {},
};

let child: ChildProcess | undefined;
let ready: Promise<unknown> | undefined;

/** What a real Python makes of a request that somebody else wrote. */
export async function runGuarded(request: RunRequest): Promise<RunRecord> {
  // The child may not write: the snapshot that makes it start fast is made here, by a run of ours.
  ready ??= runInNode({ wheels: [], past: [], step: OURS, seed: 0 });
  await ready;
  const asked = (child ??= start());
  return new Promise((done) => {
    const timer = setTimeout(() => asked.kill(), PATIENCE_MS);
    const end = (record: RunRecord): void => {
      clearTimeout(timer);
      asked.removeAllListeners();
      asked.unref();
      done(record);
    };
    asked.ref();
    asked.once('message', (answer) => end(readRunRecord(answer) ?? DIED));
    asked.once('exit', () => {
      child = undefined;
      end(DIED);
    });
    asked.send(request);
  });
}

const OURS: RunRequest['step'] = {
  what: { type: 'cell', source: '', number: 1 },
  files: {},
  answers: [],
};

function start(): ChildProcess {
  const started = fork(CHILD, { execArgv: GUARD, env: {}, stdio: 'ignore' });
  started.channel?.unref();
  return started;
}
