// The argument where versions were tried one against another: the last conflict that pip met.

import { contains } from '../../packaging/specifier.ts';
import type { Version } from '../../packaging/version.ts';
import { compareVersions } from '../../packaging/version.ts';
import { chainToRoot } from '../chain.ts';
import { pageToOffers } from '../finder.ts';
import { PYTHON_NAME } from '../requirements.ts';
import { boundsOf } from '../line-applies.ts';
import type { Cause, Failed, Request } from '../types.ts';
import type { Link, Meeting, RequiredSide } from './explanation.ts';
import type { ProjectPage } from '../../packaging/project-page.ts';

/** Where the causes of a failure meet; undefined where they speak of no project. */
export function lastMeeting(
  failed: Failed,
  request: Request,
  pages: ReadonlyMap<string, ProjectPage | undefined>,
): Meeting | undefined {
  const projects = new Set(failed.causes.map(({ requirement }) => requirement.project));
  projects.delete(PYTHON_NAME);
  const meetings = [...projects].map((project) =>
    meetingOn(project, failed, request, pages.get(project)),
  );
  return meetings.find(isEmpty) ?? meetings[0];
}

function meetingOn(
  project: string,
  failed: Failed,
  request: Request,
  page: ProjectPage | undefined,
): Meeting {
  const offered = pageToOffers(page, request).versions.toSorted(compareVersions);
  const final = offered.filter(({ isPrerelease }) => !isPrerelease);
  const versions = final.length > 0 ? final : offered;
  const causes = failed.causes.filter(({ requirement }) => requirement.project === project);
  const sides = [
    ...causes.flatMap((cause) => causeSide(cause, failed, versions) ?? []),
    ...boundsOf(request, project).map((line): RequiredSide => {
      const leaves = versions.filter((version) => holds(line.requirement.specifier, version));
      return { kind: 'constraint', line, links: [], leaves };
    }),
  ];
  return {
    project,
    versions,
    sides: fewestSides({ project, versions, sides, unfit: [] }),
    unfit: [],
  };
}

function fewestSides(meeting: Meeting): Meeting['sides'] {
  if (!isEmpty(meeting)) return meeting.sides;
  let kept = meeting.sides;
  for (const side of meeting.sides.toReversed()) {
    const others = kept.filter((each) => each !== side);
    if (others.length > 0 && isEmpty({ ...meeting, sides: others })) kept = others;
  }
  return kept;
}

const isEmpty = ({ versions, sides }: Meeting): boolean =>
  !versions.some((version) => sides.every(({ leaves }) => leaves.includes(version)));

function causeSide(
  cause: Cause,
  { state }: Failed,
  versions: readonly Version[],
): RequiredSide | undefined {
  const chain = chainToRoot(cause, state);
  const line = chain[0]?.root ?? lineOf(chain[0]);
  if (line === undefined) return undefined;
  const links = chain.flatMap(({ parent, requirement }): readonly Link[] => {
    if (parent === undefined || requirement.kind !== 'specifier') return [];
    const { project, version } = parent;
    const { requirement: asked } = requirement.install;
    return [{ project, versions: [version], asks: [asked], of: asked.project, besides: [] }];
  });
  const { requirement } = cause;
  const leaves = versions.filter((version) =>
    requirement.kind === 'specifier'
      ? holds(requirement.specifier, version)
      : requirement.kind !== 'explicit' || requirement.candidate.version.key === version.key,
  );
  return { kind: links.length === 0 ? 'line' : 'chain', line, links, leaves };
}

const lineOf = (cause: Cause | undefined) =>
  cause?.requirement.kind === 'specifier' ? cause.requirement.install.line : undefined;

const holds = (set: Parameters<typeof contains>[0], version: Version): boolean =>
  contains(set, version, { prereleases: true });
