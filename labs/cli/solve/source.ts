import type { MarkerEnvironment } from '../../packaging/marker.ts';
import type { Metadata } from '../../packaging/metadata.ts';
import type { IndexFile, ProjectPage } from '../../packaging/project-page.ts';
import type { RemoteProgress } from '../../packaging/remote-get.ts';
import type { IndexSource } from '../../resolve/types.ts';

/** A page, at hand or on its way; undefined: there is no such project. */
export type Answer = ProjectPage | undefined | Promise<ProjectPage | undefined>;

/** Somewhere files come from. */
export interface Source {
  /** As pip would name it. */
  readonly index: IndexSource;
  page(project: string): Answer;
  metadata(file: IndexFile): Metadata | Promise<Metadata>;
  /** The projects that it has, where that is known. */
  readonly names?: readonly string[] | undefined;
}

/** What an opened source may use. */
export interface OpenOptions {
  /** Nothing uploaded at this second or later is wanted. */
  readonly before: number | undefined;
  /** The machines for which requirements are looked up ahead. */
  readonly environments: readonly MarkerEnvironment[];
  readonly tell?: ((progress: RemoteProgress) => void) | undefined;
}

/** A page as it is, or one file of it with its METADATA; each page is looked up once. */
export function createLookup(
  source: Source,
): (project: string, filename: string | undefined) => Answer {
  const pages = new Map<string, Answer>();
  return (project, filename) => {
    if (!pages.has(project)) pages.set(project, source.page(project));
    const page = pages.get(project);
    if (filename === undefined) return page;
    return page instanceof Promise
      ? page.then((arrived) => withMetadata(source, arrived, filename))
      : withMetadata(source, page, filename);
  };
}

function withMetadata(source: Source, page: ProjectPage | undefined, filename: string): Answer {
  const file = page?.files.find((each) => each.filename === filename);
  if (page === undefined || file === undefined) return undefined;
  const only = (metadata: Metadata): ProjectPage => ({
    project: page.project,
    files: [{ ...file, metadata }],
  });
  const metadata = source.metadata(file);
  return metadata instanceof Promise ? metadata.then(only) : only(metadata);
}
