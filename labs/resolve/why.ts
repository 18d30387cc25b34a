// Why each pin is what it is: who asked for it, and what ruled out every newer version.

import { contains } from '../packaging/specifier.ts';
import type { ProjectPage } from '../packaging/project-page.ts';
import type { Version } from '../packaging/version.ts';
import { compareVersions } from '../packaging/version.ts';
import { pageToOffers } from './finder.ts';
import { isSatisfiedBy } from './requirements.ts';
import { boundsOf } from './line-applies.ts';
import type { Run } from './run.ts';
import type { Step } from './step.ts';
import type { Candidate, Cause, Request, RootLine, Solved } from './types.ts';

/** The answer for one pin. */
export interface Why {
  readonly pin: Candidate;
  /** Everyone who asks for the project, extras included, the user first. */
  readonly causes: readonly Cause[];
  /** Legacy pip: who asked later, when the project had a version and nobody looked. */
  readonly ignored: readonly Cause[];
  /** The newer versions on offer, newest first. */
  readonly newer: readonly NewerVersion[];
}

/** A version that pip would have preferred, and why it is not pinned. */
export type NewerVersion = { readonly version: Version } &
  /** These requirements do not admit it. */
  (
    | { readonly because: 'required'; readonly causes: readonly Cause[] }
    | { readonly because: 'constrained'; readonly lines: readonly RootLine[] }
    /** It was tried, and what it asks for was in conflict with these. */
    | { readonly because: 'rejected'; readonly causes: readonly Cause[] }
    /** It was pinned for a while, and given up when something else found no candidate. */
    | { readonly because: 'backtracked' }
    | { readonly because: 'yanked' | 'pre-release' | 'not-tried' }
  );

/**
 * Why each pin of a solved run was chosen, or that of one project. `pages` answers as it did for the
 * resolver.
 */
export function whyPinned(
  { steps }: Pick<Run, 'steps'>,
  solved: Solved,
  request: Request,
  pages: (project: string) => ProjectPage | undefined,
  project?: string,
): readonly Why[] {
  const rejected = new Map<string, readonly Cause[]>();
  const backtracked = new Set<string>();
  for (const step of steps) {
    if (step.type === 'rejecting-candidate') rejected.set(keyOf(step.candidate), step.causes);
    if (step.type === 'backtracking') backtracked.add(keyOf(step.candidate));
  }
  const pins = solved.pins.filter((pin) => project === undefined || pin.project === project);
  return pins.map((pin) => {
    const causes = solved.state
      ? causesOf(pin, solved)
      : causesOfSteps(steps, pin, 'adding-requirement');
    const ignored = causesOfSteps(steps, pin, 'ignoring-requirement');
    const offers = pageToOffers(pages(pin.project), request);
    const newer = offers.versions
      .filter((version) => compareVersions(version, pin.version) > 0)
      .sort((a, b) => compareVersions(b, a));
    const explain = (version: Version): NewerVersion => {
      const against = causes.filter(({ requirement }) => !admits(requirement, version));
      if (against.length > 0) return { version, because: 'required', causes: against };
      const lines = boundsAgainst(request, pin.project, version);
      if (lines.length > 0) return { version, because: 'constrained', lines };
      const key = keyOf({ project: pin.project, version });
      const conflict = rejected.get(key);
      if (conflict !== undefined) return { version, because: 'rejected', causes: conflict };
      if (backtracked.has(key)) return { version, because: 'backtracked' };
      const files = offers.files.filter((file) => file.version.key === version.key);
      if (files.every(({ yanked }) => yanked !== false)) return { version, because: 'yanked' };
      return { version, because: version.isPrerelease ? 'pre-release' : 'not-tried' };
    };
    return { pin, causes, ignored, newer: newer.map(explain) };
  });
}

function causesOf(pin: Candidate, { pins, state }: Solved): readonly Cause[] {
  const installed = new Map(pins.map(({ project, version }) => [project, version.key]));
  const causes: Cause[] = [];
  for (const { information } of state?.criteria.values() ?? []) {
    for (const cause of information) {
      const { requirement, parent } = cause;
      if (requirement.project !== pin.project || requirement.kind === 'explicit') continue;
      // What candidates asked for that were given up since is still on record.
      const isKept = parent === undefined || installed.get(parent.project) === parent.version.key;
      if (isKept) causes.push(cause);
    }
  }
  return causes.sort((a, b) => Number(a.parent !== undefined) - Number(b.parent !== undefined));
}

// Legacy pip takes nothing back: what it was told stands.
function causesOfSteps(
  steps: readonly Step[],
  pin: Candidate,
  type: 'adding-requirement' | 'ignoring-requirement',
): readonly Cause[] {
  return steps.flatMap((step) =>
    step.type === type && step.requirement.project === pin.project
      ? [
          {
            requirement: step.requirement,
            parent: step.parent,
            root: step.requirement.kind === 'specifier' ? step.requirement.install.line : undefined,
          },
        ]
      : [],
  );
}

function admits(requirement: Cause['requirement'], version: Version): boolean {
  if (requirement.kind === 'specifier') {
    return contains(requirement.specifier, version, { prereleases: true });
  }
  return requirement.kind !== 'requires-python' || isSatisfiedBy(requirement, requirement.python);
}

function boundsAgainst(request: Request, project: string, version: Version): readonly RootLine[] {
  return boundsOf(request, project).filter(
    ({ requirement }) => !contains(requirement.specifier, version, { prereleases: true }),
  );
}

function keyOf({
  project,
  version,
}: {
  readonly project: string;
  readonly version: Version;
}): string {
  return `${project} ${version.key}`;
}
