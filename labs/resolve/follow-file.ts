// pip over a whole file. Who only shows runs does not import it: it brings the resolvers along.

import type { ProjectPage } from '../packaging/project-page.ts';
import { answerLater, type Asking } from './asking.ts';
import type { Tool } from './bench-event.ts';
import type { BenchIndex } from './bench-index.ts';
import { readLines } from './bench-lines.ts';
import { requestOf, type Asked, type Run } from './bench-run.ts';
import { resolvePip } from './pip.ts';
import { recorded } from './run.ts';
import type { Telling } from './telling.ts';
import type { Outcome, Request } from './types.ts';

type Resolver = (request: Request) => Telling<Outcome>;

/** A search that takes more steps than this is given up, and said to be: a page must stay alive. */
export const MOST_STEPS = 20_000;

/** The resolver of a tool. The legacy one is loaded where it is asked for. */
export const loadResolver = async (tool: Tool): Promise<Resolver> =>
  tool === 'pip' ? resolvePip : (await import('./pip-legacy.ts')).resolveLegacy;

/** Runs pip here over a file that can be read. `onStep` hears of each step as it is taken. */
export async function runHere(
  asked: Asked,
  { source, pages }: BenchIndex,
  onStep?: (taken: number) => void,
): Promise<Run> {
  const following = followFile(asked, await loadResolver(asked.tool), onStep);
  return answerLater(following, source ?? ((project) => pages?.get(project)));
}

function* followFile(
  asked: Asked,
  resolver: Resolver,
  onStep: ((taken: number) => void) | undefined,
): Asking<Run> {
  const { lines } = readLines(asked.text);
  const request = requestOf({ lines, target: asked.target });
  const outside = new Set<string>();
  const following = recorded(resolver(request), { mostSteps: MOST_STEPS, onStep });
  let next = following.next();
  while (next.done !== true) {
    const page: ProjectPage | undefined = yield next.value;
    if (page === undefined) outside.add(next.value.project);
    next = following.next(page);
  }
  return { ...asked, lines, ...next.value, outside: [...outside] };
}
