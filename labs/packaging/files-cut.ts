// What a lab about files needs of a snapshot: their names and what the index says of their Python.

import { encodeSnapshotPage } from './snapshot-encode.ts';
import { decodeSnapshotPage, type SnapshotPage } from './snapshot.ts';

/** The page without METADATA, sizes and times; every file stays. */
export function cutToFiles(page: SnapshotPage): SnapshotPage {
  const { project, files } = decodeSnapshotPage(page);
  const bare = files.map((file) => ({
    ...file,
    metadata: undefined,
    size: undefined,
    uploadTime: undefined,
  }));
  return encodeSnapshotPage({ project, files: bare }, page);
}

/** The versions of the releases that are not yanked, oldest first. */
export const releasesOf = (page: SnapshotPage): readonly string[] => [
  ...new Set(
    decodeSnapshotPage(page)
      .files.filter(({ yanked }) => yanked === false)
      .map(({ version }) => version.text),
  ),
];
