import { existsSync, readFileSync } from 'node:fs';
import type { SnapshotPage } from '../../packaging/snapshot.ts';
import { SNAPSHOT } from '../../packaging/snapshot-shelf.ts';
import { labData, type AnyLab } from '../../scenarios/lab-data.ts';

/** A lab, and its setup with all that it only names. */
export interface ReadyLab {
  readonly lab: AnyLab;
  readonly setup: unknown;
}

const ROOT = new URL('../../../', import.meta.url);
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The lab of an id, as this copy of the book has it; undefined where it has none. */
export async function readyLab(id: string): Promise<ReadyLab | undefined> {
  const file = new URL(`labs/scenarios/${id}/lab.ts`, ROOT);
  if (!ID.test(id) || !existsSync(file)) return undefined;
  // `as`: every lab.ts exports one lab; the type check of labs/scenarios says so.
  const { default: lab } = (await import(file.href)) as { default: AnyLab };
  const setup = (await lab.engine.prepare?.(lab.setup, (path) => readData(lab, path))) ?? lab.setup;
  return { lab, setup };
}

/** What the built site would give: a page of the snapshot, or what the build cuts out of it for a lab. */
async function readData(lab: AnyLab, path: string): Promise<string> {
  return path.startsWith(SNAPSHOT)
    ? readFileSync(new URL(`public/${path}`, ROOT), 'utf8')
    : JSON.stringify(labData(lab, snapshotPage));
}

function snapshotPage(project: string): SnapshotPage | undefined {
  const file = new URL(`public/snapshot/${project}.json`, ROOT);
  // `as`: the snapshot is ours; womm snapshot wrote it.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SnapshotPage) : undefined;
}
