import type { ProjectPage } from '../packaging/project-page.ts';
import type { Needs } from './step.ts';

/** Work that lacks pages and asks for them one by one; undefined answers that there is no such page. */
export type Asking<Answer> = Generator<Needs, Answer, ProjectPage | undefined>;

/** Where pages are at hand. The question as a whole says of which of several indexes it is asked. */
export type Pages = (
  project: string,
  file: string | undefined,
  needs: Needs,
) => ProjectPage | undefined;

/** Where a page may have to be fetched. What it rejects with ends the work that asked. */
export type Source = (
  project: string,
  file: string | undefined,
  needs: Needs,
) => ProjectPage | undefined | Promise<ProjectPage | undefined>;

/** Does the work, answering at once. */
export function answer<Answer>(asking: Asking<Answer>, pages: Pages): Answer {
  let next = asking.next();
  while (next.done !== true)
    next = asking.next(pages(next.value.project, next.value.file, next.value));
  return next.value;
}

/** Does the work, waiting only for what is not at hand. */
export async function answerLater<Answer>(asking: Asking<Answer>, source: Source): Promise<Answer> {
  let next = asking.next();
  while (next.done !== true) {
    const page = source(next.value.project, next.value.file, next.value);
    next = asking.next(page instanceof Promise ? await page : page);
  }
  return next.value;
}
