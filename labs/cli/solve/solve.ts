import { targetEnvironment } from '../../packaging/target-environment.ts';
import { resolveLegacy } from '../../resolve/pip-legacy.ts';
import { resolvePip } from '../../resolve/pip.ts';
import { follow, type Run } from '../../resolve/run.ts';
import type { Resolver } from '../../resolve/solving.ts';
import type { Telling } from '../../resolve/telling.ts';
import type { Outcome, Request } from '../../resolve/types.ts';
import { readInstalled } from './installed.ts';
import { readGivenLines } from './lines.ts';
import type { SolveOptions } from './options.ts';
import type { Progress } from './progress.ts';
import { requestOf } from './request.ts';
import { openSources, type Sources } from './sources.ts';

/** A command line, resolved. */
export interface Solving {
  readonly request: Request;
  readonly resolver: Resolver;
  readonly sources: Sources;
  readonly run: Run;
}

/** Reads the files that the options name, opens where files come from, and resolves; `note` hears what was left out. */
export async function solve(
  options: SolveOptions,
  progress: Progress,
  note: (line: string) => void,
): Promise<Solving> {
  const given = await readGivenLines(options);
  for (const { place, text } of given.leftOut)
    note(`${place}'${text}' is left out: womm builds nothing, and resolves the others without it`);
  const sources = openSources(given.settings, {
    before: options.before,
    environments: [targetEnvironment(options.target)],
    tell: progress.remote,
  });
  const { installedFile, target } = options;
  const read =
    installedFile === undefined ? undefined : await readInstalled(installedFile, target, sources);
  read?.notes.forEach(note);
  const request = requestOf(options, given, sources, read?.installed);
  const resolver = options.tool === 'pip' ? resolvePip : resolveLegacy;
  const run = await followed(resolver(request), sources, progress);
  return { request, resolver, sources, run };
}

/** Takes every step, or so many at most, and shows that it does. */
export async function followed(
  resolver: Telling<Outcome>,
  { answers }: Pick<Sources, 'answers'>,
  progress: Progress,
  mostSteps?: number,
): Promise<Run> {
  try {
    return await follow(watched(resolver, progress), answers, { mostSteps });
  } finally {
    progress.end();
  }
}

function* watched(resolver: Telling<Outcome>, { step }: Progress): Telling<Outcome> {
  let next = resolver.next();
  while (next.done !== true) {
    if (next.value.type !== 'needs') step(next.value);
    next = resolver.next(yield next.value);
  }
  return next.value;
}
