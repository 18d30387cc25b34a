import type { ProjectPage } from '../packaging/project-page.ts';
import { filterVersions } from '../packaging/specifier.ts';
import { compareVersions, type Version } from '../packaging/version.ts';
import { pageToOffers } from './finder.ts';
import type { Moment } from './moment.ts';
import type { Cause, Request } from './types.ts';

/** One project's candidates as a number line: what each requirement leaves of them. */
export interface VersionLine {
  readonly project: string;
  /**
   * What fits this machine, oldest first, as the explanation counts it: releases that must be built or
   * were yanked only where the search met them, pre-releases only if something asks for one.
   */
  readonly versions: readonly Version[];
  readonly asks: readonly VersionAsk[];
  /** The versions that every ask leaves, by their text. */
  readonly left: ReadonlySet<string>;
  readonly pinned: string | undefined;
  readonly refused: ReadonlySet<string>;
}

/** A requirement on the line, all who ask for the same together. */
export interface VersionAsk {
  readonly specifier: string;
  readonly causes: readonly Cause[];
  readonly kept: ReadonlySet<string>;
}

/** The number line of a project at one moment; `causes` of a conflict count as asked. */
export function versionLine(
  project: string,
  moment: Moment,
  page: ProjectPage | undefined,
  request: Request,
): VersionLine {
  const conflict = moment.step && 'causes' in moment.step ? moment.step.causes : [];
  const asked = [...moment.asked, ...conflict].filter(
    ({ requirement }) => requirement.kind === 'specifier' && requirement.project === project,
  );
  const offers = pageToOffers(page, request);
  const offered = [...offers.versions].sort(compareVersions);
  const asks = groupBySpecifier(asked).map(({ specifier, causes, set }) => ({
    specifier,
    causes,
    kept: new Set(filterVersions(set, offered).map(({ text }) => text)),
  }));
  const pinned = moment.pins.get(project)?.version.text;
  const refused = new Set(
    moment.refused
      .filter((candidate) => candidate.project === project)
      .map(({ version }) => version.text),
  );
  const ready = new Set(
    offers.files.flatMap(({ kind, yanked, version }) =>
      kind === 'wheel' && yanked === false ? [version.key] : [],
    ),
  );
  const shown = offered.filter(
    ({ isPrerelease, key, text }) =>
      pinned === text ||
      refused.has(text) ||
      (ready.has(key) && (!isPrerelease || asks.some(({ kept }) => kept.has(text)))),
  );
  return {
    project,
    versions: shown,
    asks,
    left: new Set(
      shown.map(({ text }) => text).filter((text) => asks.every(({ kept }) => kept.has(text))),
    ),
    pinned,
    refused,
  };
}

function groupBySpecifier(causes: readonly Cause[]) {
  const groups = new Map<string, Cause[]>();
  for (const cause of causes) {
    if (cause.requirement.kind !== 'specifier') continue;
    const group = groups.get(cause.requirement.specifier.text) ?? [];
    if (!group.some(({ parent }) => parent === cause.parent)) group.push(cause);
    groups.set(cause.requirement.specifier.text, group);
  }
  return [...groups].flatMap(([specifier, group]) => {
    const [first] = group;
    return first?.requirement.kind === 'specifier'
      ? [{ specifier, causes: group, set: first.requirement.specifier }]
      : [];
  });
}
