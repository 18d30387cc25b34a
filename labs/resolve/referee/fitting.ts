import type { ProjectPage } from '../../packaging/project-page.ts';
import { bestFiles } from '../../packaging/snapshot-cut.ts';
import type { Target } from '../../packaging/target.ts';
import type { Source } from '../asking.ts';

/**
 * The pages of a source without the files that pip passes over on this machine: it reads each that it is
 * given, and on a page most are for others. That it takes the same steps over whole pages is tested.
 */
export function fittingPages(source: Source, target: Target): Source {
  const fitting = (page: ProjectPage | undefined) =>
    page && { ...page, files: bestFiles(page, target) };
  return (project, file, needs) => {
    const page = source(project, file, needs);
    if (file !== undefined) return page;
    return page instanceof Promise ? page.then(fitting) : fitting(page);
  };
}
