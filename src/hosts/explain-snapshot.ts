import { isRecord, parseJson } from '../../labs/core/json.ts';
import type { ProjectPage } from '../../labs/packaging/project-page.ts';
import { decodeSnapshotPage, type SnapshotPage } from '../../labs/packaging/snapshot.ts';
import { readData } from './data.ts';

/** The book's own data could not be fetched. */
export class DataFailure extends Error {
  override readonly name = 'DataFailure';
}

/** PyPI as it comes with the book, a file a project, each fetched when it is first wanted. */
export interface SnapshotIndex {
  /** Uploads of this day (UTC) and later are not in it. */
  readonly before: string;
  readonly names: readonly string[];
  page(project: string): Promise<ProjectPage | undefined>;
  /** Whether the snapshot knows that PyPI has no such project. */
  isAbsent(project: string): boolean;
}

let opened: Promise<SnapshotIndex> | undefined;

/** Opens the snapshot; a failure to fetch it is not remembered. */
export function openSnapshot(): Promise<SnapshotIndex> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(): Promise<SnapshotIndex> {
  const index = await readRecord('snapshot/index.json');
  // `as`: the snapshot is ours; womm snapshot wrote it.
  const projects = index['projects'] as readonly { readonly project: string }[];
  const names = new Set(projects.map(({ project }) => project));
  const absent = new Set(index['absent'] as readonly string[]);
  const pages = new Map<string, Promise<ProjectPage | undefined>>();
  return {
    before: String(index['before']),
    names: [...names],
    isAbsent: (project) => absent.has(project),
    page(project) {
      if (!names.has(project)) return Promise.resolve(undefined);
      const known = pages.get(project);
      if (known !== undefined) return known;
      const page = readPage(project);
      pages.set(project, page);
      page.catch(() => pages.delete(project));
      return page;
    },
  };
}

async function readPage(project: string): Promise<ProjectPage> {
  const page = await readRecord(`snapshot/${project}.json`);
  // `as`: see above; decoding leaves out what points nowhere.
  return decodeSnapshotPage(page as unknown as SnapshotPage);
}

async function readRecord(path: string): Promise<Readonly<Record<string, unknown>>> {
  let text: string;
  try {
    text = await readData(path);
  } catch (error) {
    throw new DataFailure(path, { cause: error });
  }
  const record = parseJson(text);
  if (!isRecord(record)) throw new DataFailure(path);
  return record;
}
