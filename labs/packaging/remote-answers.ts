import { requiredByFiles } from './closure.ts';
import type { IndexFile, ProjectPage } from './project-page.ts';
import type { RemoteIndex } from './remote-index.ts';
import { supportedTags } from './tags.ts';
import { targetEnvironment } from './target-environment.ts';
import type { Target } from './target.ts';
import { compareVersions } from './version.ts';

/** Answers a resolver's `needs`: a project's page, or one file of it with its METADATA. */
export type RemoteAnswers = (
  project: string,
  filename: string | undefined,
) => Promise<ProjectPage | undefined>;

/** From the METADATA of so many versions of one project on, whoever asks goes through them all. */
const BEGINS_TO_SEARCH = 3;
const AHEAD = 6;

/**
 * The answers of an index far away. With a machine, what the resolver is about to want is asked for
 * at once and not one by one: the pages of what a file requires there and, when it goes through the
 * versions of a project, the METADATA of the next older ones.
 */
export function answersFromRemote(index: RemoteIndex, ahead?: Target): RemoteAnswers {
  const environments = ahead === undefined ? [] : [targetEnvironment(ahead)];
  const tags = new Set(ahead === undefined ? [] : supportedTags(ahead));
  const asked = new Map<string, Set<string>>();
  const olderWheels = (page: ProjectPage, than: IndexFile): readonly IndexFile[] =>
    page.files
      .filter((file) => file.kind === 'wheel' && file.yanked === false)
      .filter((file) => compareVersions(file.version, than.version) < 0)
      .filter((file) => file.tags.some((tag) => tags.has(tag)))
      .sort((a, b) => compareVersions(b.version, a.version))
      .slice(0, AHEAD);
  return async (project, filename) => {
    const page = await index.page(project);
    if (page === undefined || filename === undefined) return page;
    const file = page.files.find((each) => each.filename === filename);
    if (file === undefined) return undefined;
    const seen = asked.get(project) ?? new Set();
    asked.set(project, seen.add(filename));
    if (ahead !== undefined && seen.size >= BEGINS_TO_SEARCH)
      for (const older of olderWheels(page, file)) index.metadata(older).catch(() => undefined);
    const known = { ...file, metadata: await index.metadata(file) };
    if (ahead !== undefined)
      for (const want of requiredByFiles([known], '', environments)) lookAhead(index, want.project);
    return { project: page.project, files: [known] };
  };
}

/** Asks for a page that will be wanted; whoever then wants it is told if that failed. */
export function lookAhead(index: RemoteIndex, project: string): void {
  index.page(project).catch(() => undefined);
}
