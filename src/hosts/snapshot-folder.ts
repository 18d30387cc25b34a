import { existsSync, readFileSync } from 'node:fs';
import { root } from 'astro:config/server';
import { decodeSnapshotPage, type SnapshotPage } from '../../labs/packaging/snapshot.ts';
import type { ProjectPage } from '../../labs/packaging/project-page.ts';

/** What the bundled snapshot says of a project, read while the site is built. */
export function readSnapshotPage(project: string): ProjectPage {
  const file = new URL(`./public/snapshot/${project}.json`, root);
  if (!existsSync(file)) throw new Error(`The snapshot has no ${project}; womm snapshot adds it`);
  // `as`: the snapshot is ours; womm snapshot wrote it.
  return decodeSnapshotPage(JSON.parse(readFileSync(file, 'utf8')) as SnapshotPage);
}
