// Of a pin: what the user would get if one of her own lines asked for less, found by solving again.

import type { ProjectPage } from '../packaging/project-page.ts';
import { compareVersions } from '../packaging/version.ts';
import type { Asking } from './asking.ts';
import { chainToRoot } from './chain.ts';
import { bareLine } from './fixes/change-line.ts';
import { pinsOf, withLines } from './fixes/solved-again.ts';
import { boundsOf } from './line-applies.ts';
import type { Run } from './run.ts';
import { startWork, type Limits } from './solving.ts';
import type { Candidate, Cause, Request, RootLine, Solved } from './types.ts';
import { whyPinned } from './why.ts';

/** A line without its bounds, and the newer version that pip would then pin. */
export interface WhatIf {
  readonly line: RootLine;
  readonly to: string;
  readonly pin: Candidate;
  /** The other projects whose pins would change, as they would be; what would not be needed is left out. */
  readonly moved: readonly Candidate[];
}

/** The user's lines that keep a pin from being newer, each if relaxing it alone makes it newer. */
export function* whatIfRelaxed(
  run: Pick<Run, 'steps'>,
  solved: Solved,
  request: Request,
  project: string,
  page: ProjectPage | undefined,
  limits: Limits = {},
): Asking<readonly WhatIf[]> {
  const [why] = whyPinned(run, solved, request, () => page, project);
  if (why === undefined || why.newer.length === 0) return [];
  const work = startWork(limits);
  const against = why.newer.flatMap((one) => ('causes' in one ? one.causes : []));
  const found: WhatIf[] = [];
  for (const line of linesBehind([...why.causes, ...against], solved, request, project)) {
    const to = bareLine(line);
    if (to === undefined || line.requirement.specifier.specifiers.length === 0) continue;
    const pins = yield* pinsOf(withLines(request, new Map([[line, to]])), work);
    const pin = pins?.find((each) => each.project === project);
    if (pins === undefined || pin === undefined) continue;
    if (compareVersions(pin.version, why.pin.version) <= 0) continue;
    const moved = pins.filter((each) => each.project !== project && hasMoved(each, solved));
    found.push({ line, to: to.text, pin, moved });
  }
  return found;
}

/** The user's lines at the heads of these causes, and her constraints on the project. */
function linesBehind(
  causes: readonly Cause[],
  { state }: Solved,
  request: Request,
  project: string,
): readonly RootLine[] {
  const heads = causes.flatMap((cause) => {
    const [first] = chainToRoot(cause, state);
    const requirement = first?.requirement;
    return first?.root ?? (requirement?.kind === 'specifier' ? requirement.install.line : []) ?? [];
  });
  const behind = new Set([...heads, ...boundsOf(request, project)].map(({ text }) => text));
  return request.lines.filter(({ text }) => behind.has(text));
}

const hasMoved = ({ project, version }: Candidate, { pins }: Solved): boolean =>
  pins.find((each) => each.project === project)?.version.key !== version.key;
