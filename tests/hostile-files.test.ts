import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { SnapshotPage } from '../labs/packaging/snapshot.ts';
import { decodeIndexCut, cutIndex } from '../labs/packaging/index-cut.ts';
import { resolverBench } from '../labs/resolve/bench.ts';
import lab from '../labs/scenarios/tensorflow-pydantic/lab.ts';
import { hostile } from './e2e/hostile-files.ts';

const MOST_MS = 2_000;

const snapshotPage = (project: string): SnapshotPage | undefined => {
  const file = `public/snapshot/${project}.json`;
  // `as`: the snapshot is ours; womm snapshot wrote it.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SnapshotPage) : undefined;
};
const { setup } = lab;
const pages = decodeIndexCut(cutIndex(setup.wanted, setup.target, snapshotPage));

for (const [what, text] of Object.entries(hostile))
  test(`${what}: an error or a result within two seconds of the processor's time`, async () => {
    const start = resolverBench.start({ ...setup, requirements: text, pages });
    const before = process.cpuUsage();
    const { run, problems } = await resolverBench.apply(start, { type: 'ran' });
    const { user, system } = process.cpuUsage(before);
    assert.ok(run !== undefined || problems.length > 0);
    assert.ok((user + system) / 1000 < MOST_MS, `${Math.round((user + system) / 1000)} ms`);
  });
