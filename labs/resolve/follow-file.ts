// pip over a whole file. Who only shows runs does not import it: it brings the resolvers along.

import type { ProjectPage } from '../packaging/project-page.ts';
import { answerLater, type Asking } from './asking.ts';
import type { BenchIndex } from './bench-index.ts';
import { readLines } from './bench-lines.ts';
import { requestOf, type Asked, type Run } from './bench-run.ts';
import { resolveLegacy } from './pip-legacy.ts';
import { resolvePip } from './pip.ts';
import { recorded } from './run.ts';

/** A search that takes more steps than this is given up, and said to be: a page must stay alive. */
export const MOST_STEPS = 20_000;

/** Runs pip here over a file that can be read. `onStep` hears of each step as it is taken. */
export function runHere(
  asked: Asked,
  { source, pages }: BenchIndex,
  onStep?: (taken: number) => void,
): Promise<Run> {
  return answerLater(followFile(asked, onStep), source ?? ((project) => pages?.get(project)));
}

function* followFile(asked: Asked, onStep: ((taken: number) => void) | undefined): Asking<Run> {
  const { lines } = readLines(asked.text);
  const request = requestOf({ lines, target: asked.target });
  const resolver = asked.tool === 'pip' ? resolvePip(request) : resolveLegacy(request);
  const outside = new Set<string>();
  const following = recorded(resolver, { mostSteps: MOST_STEPS, onStep });
  let next = following.next();
  while (next.done !== true) {
    const page: ProjectPage | undefined = yield next.value;
    if (page === undefined) outside.add(next.value.project);
    next = following.next(page);
  }
  return { ...asked, lines, ...next.value, outside: [...outside] };
}
