// Pyodide with pip imported, from a memory snapshot where one is kept: 0.6 s instead of 5.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide, version as pyodideVersion } from 'pyodide';
// @ts-expect-error the module's own glue: Pyodide ships no types for it
import createModule from 'pyodide/pyodide.asm.mjs';

type Pyodide = Awaited<ReturnType<typeof loadPyodide>>;
type ModuleSettings = Parameters<
  NonNullable<Parameters<typeof loadPyodide>[0]>['createPyodideModule'] & {}
>[0];

const SITE_PACKAGES = '/lib/python3.14/site-packages';
const env = { PYTHONHASHSEED: '0', HOME: '/home/lin', COLUMNS: '100', TERM: 'dumb' };

/** Python with `wheel` unpacked and `program` run: restored when a snapshot of the same three is kept. */
export async function startPython(wheel: Uint8Array, program: string): Promise<Pyodide> {
  const kept = snapshotPath(wheel, program);
  const snapshot = readIfThere(kept);
  const restored = snapshot && (await restore(snapshot, wheel).catch(() => undefined));
  if (restored !== undefined) return restored;
  const python = await loadPyodide({ env, _makeSnapshot: true });
  unpack(python, wheel);
  python.runPython(program);
  keep(kept, python.makeMemorySnapshot());
  return python;
}

async function restore(snapshot: Uint8Array, wheel: Uint8Array): Promise<Pyodide> {
  const python = await loadPyodide({
    env,
    _loadSnapshot: snapshot,
    // The module starts with less memory than the snapshot needs: one allocation makes it grow.
    createPyodideModule: async (settings: ModuleSettings) => {
      const module = await createModule(settings);
      module._free(module._malloc(snapshot.length));
      return module;
    },
  });
  // A snapshot holds memory, not files: pip still imports a few modules late.
  unpack(python, wheel);
  return python;
}

function unpack(python: Pyodide, wheel: Uint8Array): void {
  python.unpackArchive(wheel, 'zip', { extractDir: SITE_PACKAGES });
}

function snapshotPath(wheel: Uint8Array, program: string): string {
  const key = createHash('sha256').update(pyodideVersion).update(wheel).update(program);
  const name = `python-${key.digest('hex').slice(0, 16)}.snapshot`;
  return fileURLToPath(new URL(`../../.cache/referee/${name}`, import.meta.url));
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return undefined;
  }
}

/**
 * Written beside and renamed: two runs at once never read half a snapshot. Snapshots of other programs are thrown away;
 * a run that cannot keep its own goes without.
 */
function keep(path: string, snapshot: Uint8Array): void {
  const folder = dirname(path);
  const half = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder))
      if (name.endsWith('.snapshot')) rmSync(join(folder, name), { force: true });
    writeFileSync(half, snapshot);
    renameSync(half, path);
  } catch {
    rmSync(half, { force: true });
  }
}
