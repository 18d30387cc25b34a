import type { Asking } from '../asking.ts';
import type { Step } from '../step.ts';
import { chainToRoot } from '../chain.ts';
import { solveAgain, startWork, type Limits, type Work } from '../solving.ts';
import type { Failed, Request, RootLine } from '../types.ts';
import type { Explanation, Meeting, NothingFits, RequiredSide, Trap } from './explanation.ts';
import { lastMeeting } from './last-conflict.ts';
import { linesOf } from './lines-of.ts';
import { minimalLines, prove, type Unsolvable } from './minimal-lines.ts';
import { openLibrary, pageOf, type Library, type LibraryOptions } from './narrow.ts';
import { nearestNames } from './nearest-names.ts';
import { nothingFits } from './nothing-fits.ts';
import { trapOf } from './trap-names.ts';
import { proveByTrying } from './try-versions.ts';

/** What an explanation may use besides the pages. */
export interface ExplainOptions extends Limits, LibraryOptions {
  /** The projects that there are, as far as known: the nearest names are sought among them. */
  readonly names?: readonly string[] | undefined;
  /** The steps of the run that failed: where a search goes round in circles can be told from them. */
  readonly steps?: readonly Step[] | undefined;
}

/** The argument in a failure. It asks for the pages that it lacks, as a resolver does. */
export function* explainFailure(
  failed: Failed,
  request: Request,
  options: ExplainOptions = {},
): Asking<Explanation> {
  const work = startWork(options);
  const library = openLibrary(request, options);
  const suspects = new Set(failed.causes.flatMap((cause) => rootsOf(cause, failed)));
  const found = yield* minimalLines(request, suspects, library, work);
  const { target } = request;
  const say = (unsolvable: Unsolvable, meeting: Meeting): Explanation =>
    toExplanation({ ...unsolvable, target }, meeting, library, options);
  if (found.meeting !== undefined) return say(found, found.meeting);
  if (library.isSnapshot) {
    const absent = yield* prove(request, { ...library, isSnapshot: false });
    if (absent !== undefined && !library.pages.get(absent.project)) {
      const needed = linesOf(absent);
      const lines = request.lines.filter((line) => needed.has(line));
      return say({ lines, isMinimal: false, meeting: absent }, absent);
    }
  }
  const { stopped, rounds, message } = failed;
  const { lines, isMinimal } = found;
  const named = { lines, isMinimal, target, traps: trapsIn(lines) };
  if (stopped !== undefined) {
    const busiest = busiestProjects(options.steps ?? []);
    return { ...named, kind: 'stopped', isMinimal: false, stopped, rounds, busiest };
  }
  const tried = yield* proveByTrying({ ...request, lines: found.lines }, library);
  if (tried !== undefined) return say(found, tried);
  const meeting = yield* searchedMeeting(failed, found, request, library, work);
  if (meeting === undefined) return { ...named, kind: 'unknown', message };
  return { ...named, ...meeting, kind: 'conflict', isWhole: false };
}

function toExplanation(
  { lines, isMinimal, target }: Unsolvable & Pick<Request, 'target'>,
  meeting: Meeting,
  { pages }: Library,
  { isSnapshot = false, names = [] }: ExplainOptions,
): Explanation {
  const named = { lines, isMinimal, target, traps: trapsIn(lines) };
  const [side] = meeting.sides;
  if (meeting.sides.length !== 1 || side === undefined || !isRequired(side))
    return { ...named, ...meeting, kind: 'conflict', isWhole: true };
  const nothing = nothingFits(meeting, side, pages.get(meeting.project), isSnapshot);
  const isAbsent = nothing.kind === 'no-project' || nothing.kind === 'outside-snapshot';
  const nearest = isAbsent ? nearestNames(meeting.project, names) : [];
  return { ...named, ...nothing, nearest } satisfies NothingFits;
}

const isRequired = (side: Meeting['sides'][number]): side is RequiredSide =>
  side.kind === 'line' || side.kind === 'chain';

function* searchedMeeting(
  failed: Failed,
  { lines }: Unsolvable,
  request: Request,
  library: Library,
  work: Work,
): Asking<Meeting | undefined> {
  const outcome = yield* solveAgain({ ...request, lines }, work);
  const last = outcome === undefined || outcome.ok || outcome.stopped ? failed : outcome;
  for (const { requirement } of last.causes)
    if (requirement.kind !== 'requires-python') yield* pageOf(requirement.project, library);
  return lastMeeting(last, request, library.pages);
}

/** The user's lines above a cause; the constraints on what lies between them count as well. */
function rootsOf(cause: Failed['causes'][number], { state }: Failed): readonly RootLine[] {
  const chain = chainToRoot(cause, state);
  return chain.flatMap(({ root, requirement }) => {
    const line = requirement.kind === 'specifier' ? requirement.install.line : undefined;
    return root ?? line ?? [];
  });
}

const trapsIn = (lines: readonly RootLine[]): readonly Trap[] =>
  lines.flatMap((line) => {
    const trap = trapOf(line.requirement.project);
    return trap === undefined ? [] : [{ line, trap }];
  });

const MOST_BUSY = 3;

/** The projects of which most candidates were refused. */
export function busiestProjects(steps: readonly Step[]): readonly string[] {
  const refused = new Map<string, number>();
  for (const step of steps) {
    if (step.type !== 'rejecting-candidate') continue;
    const { project } = step.candidate;
    refused.set(project, (refused.get(project) ?? 0) + 1);
  }
  const busiest = [...refused].sort(([, a], [, b]) => b - a);
  return busiest.slice(0, MOST_BUSY).map(([project]) => project);
}
