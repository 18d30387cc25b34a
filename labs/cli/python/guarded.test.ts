import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { RunRequest } from '../../python/run.ts';
import { runGuarded } from './guarded.ts';
import { runInNode } from './run-in-node.ts';

const request = (source: string): RunRequest => ({
  wheels: [],
  past: [],
  step: { what: { type: 'cell', source, number: 1 }, files: {}, answers: [] },
  seed: 7,
});

test('a guarded Python answers as the other one does', async () => {
  const asked = request('import random\nprint(random.random())\n1 / 0');
  deepEqual(await runGuarded(asked), await runInNode(asked));
});

test('what reaches through Python for Node finds nothing', async () => {
  for (const source of [
    'from pyodide.code import run_js\nrun_js("globalThis.process.version")',
    'import js\njs.process.version',
    'import pyodide_js\npyodide_js.FS.mount(pyodide_js.FS.filesystems.NODEFS, {"root": "/"}, "/mnt")',
    'open("/etc/passwd").read()',
  ]) {
    const { outputs, ending } = await runGuarded(request(source));
    equal(ending.type, 'raised', `${source}: ${JSON.stringify({ outputs, ending })}`);
  }
});

test('a process that a run has ended is followed by another', async () => {
  equal((await runGuarded(request('import os\nos._exit(3)'))).ending.type, 'exited');
  deepEqual((await runGuarded(request('1 + 1'))).outputs, [{ type: 'value', text: '2' }]);
});
