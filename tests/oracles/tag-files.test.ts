// The lab of machines and files, against the real pip's own finder on PyPI (23 November 2026; the
// snapshot ends on the 15th): every machine, Python and requirement that a reader can choose.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { SnapshotPage } from '../../labs/packaging/snapshot.ts';
import { labData, type AnyLab } from '../../labs/scenarios/lab-data.ts';
import lab from '../../labs/scenarios/which-wheel/lab.ts';
import { answerOf } from '../../labs/resolve/tag-answer.ts';
import { TAG_MACHINES, TAG_PYTHONS } from '../../labs/resolve/tag-machines.ts';
import recorded from './tag-files.json' with { type: 'json' };

const snapshotPage = (project: string): SnapshotPage | undefined => {
  const file = `public/snapshot/${project}.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SnapshotPage) : undefined;
};

test('on every machine pip and the lab pick the same file, or none', async () => {
  // `as`: what its states mean does not matter here.
  const data = JSON.stringify(labData(lab as unknown as AnyLab, snapshotPage));
  const setup = await lab.engine.prepare?.(lab.setup, () => Promise.resolve(data));
  const picked: Record<string, string> = {};
  for (const { id: machine } of TAG_MACHINES)
    for (const python of TAG_PYTHONS)
      for (const requirement of lab.setup.requirements) {
        const { taken } = answerOf({ machine, python, requirement }, setup?.pages);
        picked[`${machine} ${python} ${requirement}`] = taken?.filename ?? '';
      }
  assert.deepEqual(picked, recorded.picked);
  assert.equal(Object.keys(picked).length, 200);
});
