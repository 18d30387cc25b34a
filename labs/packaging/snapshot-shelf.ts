// The bundled snapshot, a file a project, each read when it is first wanted.

import type { Read } from '../core/engine.ts';
import { isRecord, parseJson } from '../core/json.ts';
import type { ProjectPage } from './project-page.ts';
import { decodeSnapshotPage, type SnapshotPage } from './snapshot.ts';

/** The folder of the snapshot among the book's data. */
export const SNAPSHOT = 'snapshot/';

const PAGE = /^snapshot\/(.+)\.json$/;
const INDEX = 'index';

/** The project whose page lies at this path of the book's data; undefined: no page lies there. */
export function projectOfPage(path: string): string | undefined {
  const name = PAGE.exec(path)?.[1];
  return name === INDEX ? undefined : name;
}

/** Pages that are at hand. */
export interface PageShelf {
  get(project: string): ProjectPage | undefined;
}

/** A shelf that fills as pages are asked for. */
export interface SnapshotShelf extends PageShelf {
  /** The projects that the snapshot has. */
  readonly names: ReadonlySet<string>;
  /** The projects that the real index does not have either, as far as the snapshot knows. */
  readonly absent: ReadonlySet<string>;
  /** Undefined: the snapshot has no such project. Rejects when its page cannot be read now. */
  fetch(project: string): ProjectPage | undefined | Promise<ProjectPage | undefined>;
  /** Puts a page on the shelf that somebody else has read; it is decoded when it is first wanted. */
  put(project: string, text: string): void;
}

/** Opens the snapshot: reads which projects it has. */
export async function openSnapshotShelf(read: Read): Promise<SnapshotShelf> {
  const index = parseJson(await read(`${SNAPSHOT}${INDEX}.json`));
  if (!isRecord(index) || !Array.isArray(index['projects']))
    throw new Error(`${SNAPSHOT}${INDEX}.json: not a snapshot`);
  // `as`: the snapshot is ours; womm snapshot wrote it.
  const projects = index['projects'] as readonly { readonly project: string }[];
  const names = new Set(projects.map(({ project }) => project));
  const absent: readonly unknown[] = Array.isArray(index['absent']) ? index['absent'] : [];
  const shelf = emptyShelf();
  return {
    ...shelf,
    names,
    absent: new Set(absent.map(String)),
    fetch: (project) =>
      names.has(project)
        ? (shelf.get(project) ??
          read(`${SNAPSHOT}${project}.json`).then((text) => {
            shelf.put(project, text);
            return shelf.get(project);
          }))
        : undefined,
  };
}

/** A shelf with nothing on it yet. */
export function emptyShelf(): Pick<SnapshotShelf, 'get' | 'put'> {
  const texts = new Map<string, string>();
  const pages = new Map<string, ProjectPage>();
  return {
    put: (project, text) => void texts.set(project, text),
    get(project) {
      const known = pages.get(project);
      const text = texts.get(project);
      if (known !== undefined || text === undefined) return known;
      const read = parseJson(text);
      if (!isRecord(read)) throw new Error(`${SNAPSHOT}${project}.json: not a page`);
      // `as`: the snapshot is ours; decoding leaves out what points nowhere.
      const page = decodeSnapshotPage(read as unknown as SnapshotPage);
      pages.set(project, page);
      texts.delete(project);
      return page;
    },
  };
}
