// A failure as an argument that a person can follow: who asks what of which project, by which chain
// from the user's own line, and what each leaves. Ids and values; the sentences are written elsewhere.

import type { ProjectPage } from '../packaging/project-page.ts';
import type { SpecifierSet } from '../packaging/specifier.ts';
import { contains } from '../packaging/specifier.ts';
import type { Version } from '../packaging/version.ts';
import { compareVersions, parseVersion } from '../packaging/version.ts';
import { chainToRoot } from './chain.ts';
import { pageToOffers } from './finder.ts';
import { isSatisfiedBy } from './requirements.ts';
import { boundsOf } from './roots.ts';
import type { Cause, Failed, Request, RootLine } from './types.ts';

/** Why there is no solution: each conflict alone ruled out a part of what was tried. */
export interface Explanation {
  readonly conflicts: readonly Conflict[];
}

/** Requirements of one name that leave nothing together. */
export interface Conflict {
  /** The name asked for; with extras, as in `uvicorn[standard]`. */
  readonly name: string;
  /** The project on which the chains meet. */
  readonly project: string;
  /** Whether the index has the project at all. */
  readonly isOnIndex: boolean;
  /** Every version that the index offers for the target, ascending. */
  readonly versions: readonly Version[];
  readonly sides: readonly Side[];
  /** The versions that every side leaves: none, unless something else ruled them out. */
  readonly left: readonly Version[];
}

/** One requirement in a conflict. */
export type Side =
  | {
      readonly kind: 'cause';
      readonly cause: Cause;
      /** From the user's line down to the cause, which is the last. */
      readonly chain: readonly Cause[];
      /** The user's line at the head of the chain. */
      readonly root: RootLine | undefined;
      readonly leaves: readonly Version[];
    }
  /** A line of a constraints file: nobody's requirement, but a bound. */
  | {
      readonly kind: 'constraint';
      readonly line: RootLine;
      readonly leaves: readonly Version[];
    };

/** The argument in a failure. `pages` answers as it did for the resolver. */
export function explainFailure(
  failed: Failed,
  request: Request,
  pages: (project: string) => ProjectPage | undefined,
): Explanation {
  const names = new Set(failed.causes.map(({ requirement }) => requirement.name));
  const conflicts = [...names].map((name) => {
    const causes = failed.causes.filter(({ requirement }) => requirement.name === name);
    const project = causes[0]?.requirement.project ?? name;
    const isPython = causes[0]?.requirement.kind === 'requires-python';
    const page = isPython ? undefined : pages(project);
    const versions = isPython ? pythonVersions(request) : offeredVersions(page, request);
    const sides = [
      ...causes.map((cause) => causeSide(cause, failed, versions)),
      ...constraintSides(request, project, versions),
    ];
    const left = versions.filter((version) =>
      sides.every(({ leaves }) => leaves.includes(version)),
    );
    return { name, project, isOnIndex: isPython || page !== undefined, versions, sides, left };
  });
  return { conflicts };
}

function offeredVersions(page: ProjectPage | undefined, request: Request): readonly Version[] {
  return pageToOffers(page, request).versions.toSorted(compareVersions);
}

function pythonVersions({ target }: Request): readonly Version[] {
  const version = parseVersion(target.python);
  return version === undefined ? [] : [version];
}

function causeSide(cause: Cause, failed: Failed, versions: readonly Version[]): Side {
  const chain = chainToRoot(cause, failed.state);
  return {
    kind: 'cause',
    cause,
    chain,
    root: chain[0]?.root,
    leaves: versions.filter((version) => admits(cause, version)),
  };
}

function admits({ requirement }: Cause, version: Version): boolean {
  if (requirement.kind === 'specifier') return holds(requirement.specifier, version);
  if (requirement.kind === 'requires-python') return isSatisfiedBy(requirement, requirement.python);
  return requirement.candidate.version.key === version.key;
}

function constraintSides(
  request: Request,
  project: string,
  versions: readonly Version[],
): readonly Side[] {
  return boundsOf(request, project).map((line) => ({
    kind: 'constraint',
    line,
    leaves: versions.filter((version) => holds(line.requirement.specifier, version)),
  }));
}

function holds(specifier: SpecifierSet, version: Version): boolean {
  return contains(specifier, version, { prereleases: true });
}
