import { existsSync, readFileSync } from 'node:fs';
import { root } from 'astro:config/server';
import { cutIndex, type IndexCut } from '../labs/packaging/index-cut.ts';
import type { SnapshotPage } from '../labs/packaging/snapshot.ts';
import { labData, type AnyLab } from '../labs/scenarios/lab-data.ts';
import type { BenchSetup } from '../labs/resolve/bench.ts';

/** The index of a lab: what its wanted projects could reach on its machine, out of the snapshot. */
export const labIndex = ({ wanted, target }: Pick<BenchSetup, 'wanted' | 'target'>): IndexCut =>
  cutIndex(wanted, target, readSnapshotPage);

/** What a lab loads when it starts; undefined where it needs nothing. */
export const dataOf = (lab: AnyLab): unknown => labData(lab, readSnapshotPage);

function readSnapshotPage(project: string): SnapshotPage | undefined {
  const file = new URL(`./public/snapshot/${project}.json`, root);
  // `as`: the snapshot is ours; womm snapshot wrote it.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SnapshotPage) : undefined;
}
