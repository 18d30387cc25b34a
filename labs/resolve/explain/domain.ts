// What is left of one project while the user's lines are followed, and on which grounds.

import type { IndexFile, ProjectPage } from '../../packaging/project-page.ts';
import { contains, type SpecifierSet } from '../../packaging/specifier.ts';
import { compareVersions, type Version } from '../../packaging/version.ts';
import { chosenFor } from '../../packaging/name-choice.ts';
import { pageToOffers } from '../finder.ts';
import type { Request, RootLine } from '../types.ts';
import type { Meeting } from './explanation.ts';

/** One project, and what can still be had of it. It shrinks, and keeps why. */
export interface Domain {
  readonly project: string;
  readonly page: ProjectPage | undefined;
  /** It has no page, and may exist all the same: nothing can be concluded from it. */
  readonly isUnknown: boolean;
  /** On offer for the machine and with known metadata, ascending. */
  versions: readonly Version[];
  /** The file that pip would take of each, by key. */
  readonly files: ReadonlyMap<string, IndexFile>;
  /** `--pre`: pre-releases count as any release. */
  readonly takesPrereleases: boolean;
  /** In the order in which they were found; each may rest on earlier ones only. */
  readonly grounds: Ground[];
  /** The extras that every solution asks for. */
  readonly extras: Set<string>;
  /** Whether every solution has it. */
  isRequired: boolean;
  /** What the grounds leave, by key; kept up to date by `addGround`. */
  left: ReadonlySet<string>;
}

/** Why some versions of a project are out of the question. */
export type Ground = GroundBase &
  (
    | { readonly kind: 'line' | 'constraint'; readonly line: RootLine }
    /** Every version that was left of `from` asks for it. */
    | { readonly kind: 'chain'; readonly from: Prefix }
    /** Each of these asks `of` for what is not left of it. */
    | { readonly kind: 'ruled-out'; readonly versions: ReadonlySet<string>; readonly of: Prefix }
    /** This one was tried, and the argument says where it ended. */
    | { readonly kind: 'tried'; readonly version: Version; readonly meeting: Meeting }
    /** Only while this one is tried. */
    | { readonly kind: 'assumed'; readonly version: Version }
  );

interface GroundBase {
  /** What it admits, by key. */
  readonly leaves: ReadonlySet<string>;
  /** It names a pre-release, and so admits them. */
  readonly takesPrereleases: boolean;
  /** It names one version, and so takes it even if it was yanked. */
  readonly takesYanked: boolean;
  /** The extras that it asks for, normalised. */
  readonly extras: readonly string[];
  /** How many demands lie between the user and it: the simplest argument has the fewest. */
  readonly depth: number;
}

/** A domain as it stood when it had so many grounds. */
export interface Prefix {
  readonly domain: Domain;
  readonly count: number;
}

/** The domain of a project of which nothing is known yet but its page. */
export function openDomain(
  project: string,
  page: ProjectPage | undefined,
  { request, isSnapshot }: { readonly request: Request; readonly isSnapshot: boolean },
): Domain {
  const files = new Map<string, IndexFile>();
  const versions: Version[] = [];
  const chosen = chosenFor(request.preReleases, project);
  const takesPrereleases = chosen === 'yes';
  for (const file of pageToOffers(page, request).files) {
    if (files.has(file.version.key)) continue;
    files.set(file.version.key, file);
    // What a source asks for is known only to who builds it.
    if (file.kind === 'sdist') continue;
    if (chosen !== 'no' || !file.version.isPrerelease) versions.push(file.version);
  }
  versions.sort(compareVersions);
  const left = usable({ versions, files, takesPrereleases }, []);
  const isUnknown = page === undefined && isSnapshot;
  const empty = { grounds: [], extras: new Set<string>(), isRequired: false };
  return { project, page, isUnknown, versions, files, takesPrereleases, left, ...empty };
}

/** Takes the ground into account. */
export function addGround(domain: Domain, ground: Ground): void {
  domain.grounds.push(ground);
  domain.left = usable(domain, domain.grounds);
}

/** Takes a version off the offer: its own metadata says that it is not for this machine. */
export function withdraw(domain: Domain, { key }: Version): void {
  domain.versions = domain.versions.filter((each) => each.key !== key);
  domain.left = usable(domain, domain.grounds);
}

/** The domain as it stands. */
export const prefixOf = (domain: Domain): Prefix => ({ domain, count: domain.grounds.length });

/** The grounds of which a prefix consists. */
export const groundsOf = ({ domain, count }: Prefix): readonly Ground[] =>
  domain.grounds.slice(0, count);

/** The versions that one demand leaves. */
export function admitted(
  { versions }: Pick<Domain, 'versions'>,
  specifiers: readonly SpecifierSet[],
): Set<string> {
  return new Set(
    versions
      .filter((version) => specifiers.every((set) => holds(set, version)))
      .map(({ key }) => key),
  );
}

/** Whether a version is within bounds; whether it may be had is decided by `usable`. */
export const holds = (set: SpecifierSet, version: Version): boolean =>
  contains(set, version, { prereleases: true });

/**
 * What pip could pin on these grounds alone, by key: pre-releases only where no final release is
 * within bounds or one is named, yanked ones only where a version is named exactly.
 */
export function usable(
  { versions, files, takesPrereleases }: Pick<Domain, 'versions' | 'files' | 'takesPrereleases'>,
  grounds: readonly Ground[],
): ReadonlySet<string> {
  const bounds = grounds.filter(isBound);
  const within = versions.filter(({ key }) => bounds.every(({ leaves }) => leaves.has(key)));
  const kept = within.filter(({ key }) => files.get(key)?.yanked === false);
  const isPinned = grounds.some(({ takesYanked }) => takesYanked);
  const offered = kept.length === 0 && isPinned ? within : kept;
  const final = offered.filter(({ isPrerelease }) => !isPrerelease);
  const isNamed = takesPrereleases || grounds.some((ground) => ground.takesPrereleases);
  const takesAny = final.length === 0 || isNamed;
  const chosen = takesAny ? offered : final;
  const out = grounds.filter((ground) => !isBound(ground));
  return new Set(
    chosen.filter(({ key }) => out.every(({ leaves }) => leaves.has(key))).map(({ key }) => key),
  );
}

/** Whether a ground is something asked, and not the lack of an answer. */
export const isBound = ({ kind }: Ground): boolean => kind !== 'ruled-out' && kind !== 'tried';

/** Whether a set of specifiers names one version. */
export const namesOne = ({ specifiers }: SpecifierSet): boolean =>
  specifiers.some(
    ({ operator, version }) => operator === '===' || (operator === '==' && !version.endsWith('.*')),
  );
