import { existsSync, readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { root } from 'astro:config/server';
import { cutIndex } from '../../labs/packaging/index-cut.ts';
import type { SnapshotPage } from '../../labs/packaging/snapshot.ts';
import type { Target } from '../../labs/packaging/target.ts';
import { labs } from '../labs.ts';

const SNAPSHOT = new URL('./public/snapshot/', root);

/** One file of data a lab: what its index holds, cut out of the snapshot for its machine. */
export const getStaticPaths = () =>
  labs.map(({ id, setup: { wanted, target } }) => ({
    params: { lab: id },
    props: { wanted, target },
  }));

export const GET: APIRoute<{ wanted: readonly string[]; target: Target }> = ({ props }) =>
  Response.json(cutIndex(props.wanted, props.target, readSnapshotPage));

function readSnapshotPage(project: string): SnapshotPage | undefined {
  const file = new URL(`${project}.json`, SNAPSHOT);
  // `as`: the snapshot is ours; womm snapshot wrote it.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SnapshotPage) : undefined;
}
