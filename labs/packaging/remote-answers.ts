import { requiredByFiles } from './closure.ts';
import type { MarkerEnvironment } from './marker.ts';
import type { ProjectPage } from './project-page.ts';
import type { RemoteIndex } from './remote-index.ts';

/** Answers a resolver's `needs`: a project's page, or one file of it with its METADATA. */
export type RemoteAnswers = (
  project: string,
  filename: string | undefined,
) => Promise<ProjectPage | undefined>;

/**
 * The answers of an index far away. With `ahead`, the pages of what a file requires on that machine
 * are asked for as soon as its METADATA is there: the resolver is about to want them, one by one.
 */
export function answersFromRemote(index: RemoteIndex, ahead?: MarkerEnvironment): RemoteAnswers {
  return async (project, filename) => {
    const page = await index.page(project);
    if (page === undefined || filename === undefined) return page;
    const file = page.files.find((each) => each.filename === filename);
    if (file === undefined) return undefined;
    const known = { ...file, metadata: await index.metadata(file) };
    if (ahead !== undefined)
      for (const want of requiredByFiles([known], '', [ahead])) lookAhead(index, want.project);
    return { project: page.project, files: [known] };
  };
}

/** Asks for a page that will be wanted; whoever then wants it is told if that failed. */
export function lookAhead(index: RemoteIndex, project: string): void {
  index.page(project).catch(() => undefined);
}
