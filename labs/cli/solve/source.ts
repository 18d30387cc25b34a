import type { Metadata } from '../../packaging/metadata.ts';
import type { IndexFile, ProjectPage } from '../../packaging/project-page.ts';
import { parseUtcSeconds } from '../../packaging/utc-seconds.ts';
import type { IndexSource } from '../../resolve/types.ts';
import { openFindLinks } from './find-links.ts';
import { openIndexFolder } from './index-folder.ts';
import { allowsFormat } from './formats.ts';
import type { SolveOptions } from './options.ts';
import { openSnapshot } from './snapshot.ts';
import { ToolFailure } from './tool-failure.ts';

/** Somewhere files come from. Each project is asked for once. */
export interface Source {
  /** As pip would name it. */
  readonly index: IndexSource;
  /** What pip prints before it looks for anything. */
  readonly greeting: readonly string[];
  /** Undefined: it has no such project. */
  page(project: string): ProjectPage | undefined;
  metadata(file: IndexFile): Metadata;
}

/** Opens what the options name. */
export function openSource(options: SolveOptions): Source {
  switch (options.source.kind) {
    case 'snapshot':
      return openSnapshot(options.before);
    case 'index':
      return openIndexFolder(options.source.folder);
    case 'find-links':
      return openFindLinks(options.source.folder);
  }
}

/** Answers a resolver's `needs`: a project's page, or one file of it with its metadata. */
export function answersFrom(
  source: Source,
  options: SolveOptions,
): (project: string, filename: string | undefined) => ProjectPage | undefined {
  const pages = new Map<string, ProjectPage | undefined>();
  return (project, filename) => {
    if (!pages.has(project)) pages.set(project, narrow(source, source.page(project), options));
    const page = pages.get(project);
    if (page === undefined || filename === undefined) return page;
    const file = page.files.find((each) => each.filename === filename);
    if (file === undefined) return undefined;
    return { project, files: [{ ...file, metadata: source.metadata(file) }] };
  };
}

/** --only-binary, --no-binary and --uploaded-prior-to, in the order of pip's LinkEvaluator. */
function narrow(
  source: Source,
  page: ProjectPage | undefined,
  { formats, before }: SolveOptions,
): ProjectPage | undefined {
  if (page === undefined) return undefined;
  const files = page.files.filter((file) => allowsFormat(formats, page.project, file.kind));
  // Local files are exempt from the date.
  if (before === undefined || source.index.kind === 'find-links') return { ...page, files };
  return { ...page, files: files.filter((file) => uploadedAt(source, page, file) < before) };
}

function uploadedAt({ index }: Source, { project }: ProjectPage, file: IndexFile): number {
  const seconds = file.uploadTime === undefined ? undefined : parseUtcSeconds(file.uploadTime);
  if (seconds !== undefined) return seconds;
  const page = index.kind === 'simple' ? `${index.url}/${project}/` : index.directory;
  throw new ToolFailure(`ERROR: Index ${page} does not provide upload-time metadata.`);
}
