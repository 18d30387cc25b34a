// Following the user's lines without guessing: what holds in every solution, until nothing changes
// any more or nothing is left of a project that every solution needs. Constraint propagation over the
// projects' versions (arc consistency, Mackworth 1977), with the grounds of each step kept.
//
//   asked      all versions left of P ask for Q      →  Q is needed, within what they ask together
//   ruled out  a version of P asks what Q has not    →  it is gone
//
// Where versions must be tried one against another this does not see a contradiction; pip does.

import type { Metadata } from '../../packaging/metadata.ts';
import type { ProjectPage } from '../../packaging/project-page.ts';
import type { Requirement } from '../../packaging/requirement.ts';
import { contains, parseSpecifierSet } from '../../packaging/specifier.ts';
import { targetEnvironment } from '../../packaging/target-environment.ts';
import { parseVersion, type Version } from '../../packaging/version.ts';
import type { Asking } from '../asking.ts';
import { metadataFault } from '../metadata-requirements.ts';
import { boundsOf, lineApplies } from '../line-applies.ts';
import type { Request, RootLine } from '../types.ts';
import { addGround, admitted, openDomain, withdraw } from './domain.ts';
import type { Domain, Ground } from './domain.ts';
import { askedByAll, assumedGround, chainGround, lineGround, ruledOutGround } from './grounds.ts';
import type { Asked } from './grounds.ts';
import { metadataOf, requirementsByProject, type Reading } from './version-needs.ts';

/** What following the lines came to. */
export interface Narrowing {
  readonly request: Request;
  readonly reading: Reading;
  readonly pages: Map<string, ProjectPage | undefined>;
  readonly domains: Map<string, Domain>;
  /** The domains to look at again when something is lost of a project. */
  readonly dependents: Map<string, Set<Domain>>;
  readonly waiting: Set<Domain>;
  /** Whether a project without a page may exist all the same. */
  readonly isSnapshot: boolean;
}

/** What is read once for many narrowings. */
export type Library = Pick<Narrowing, 'pages' | 'reading' | 'isSnapshot'>;

/** Nothing read yet. */
export function openLibrary({ target }: Request, { isSnapshot = false }: LibraryOptions): Library {
  const reading: Reading = {
    environment: targetEnvironment(target),
    metadata: new Map(),
    requirements: new WeakMap(),
  };
  return { pages: new Map(), reading, isSnapshot };
}

/** What kind of index is read. */
export interface LibraryOptions {
  /** Whether a project without a page may exist all the same: the pages are those of a snapshot. */
  readonly isSnapshot?: boolean | undefined;
}

/** Nothing followed yet. */
export const startNarrowing = (request: Request, library: Library): Narrowing => ({
  ...library,
  request,
  domains: new Map(),
  dependents: new Map(),
  waiting: new Set(),
});

/** Follows the lines of the request; answers with the project of which nothing is left, if there is one. */
export function* narrow(narrowing: Narrowing, assumed?: Assumption): Asking<Domain | undefined> {
  const { request, reading } = narrowing;
  if (assumed !== undefined) {
    const domain = yield* domainOf(narrowing, assumed.project);
    take(narrowing, domain, assumedGround(domain, assumed.version));
  }
  for (const line of request.lines) {
    if (line.constraint || !lineApplies(line, reading.environment)) continue;
    if (namesFile(line)) continue;
    const domain = yield* domainOf(narrowing, line.requirement.project);
    take(narrowing, domain, lineGround(domain, line));
    if (isEmpty(domain)) return domain;
  }
  return yield* settle(narrowing);
}

// What lies behind an address or a path is on no index, and nothing is concluded from it.
const namesFile = ({ requirement, link, editable }: RootLine): boolean =>
  requirement.url !== undefined || link !== undefined || editable === true;

/** Goes on until nothing changes any more. */
export function* settle(narrowing: Narrowing): Asking<Domain | undefined> {
  const { waiting } = narrowing;
  for (let next = smallest(waiting); next !== undefined; next = smallest(waiting)) {
    waiting.delete(next);
    const empty = yield* examine(narrowing, next);
    if (empty !== undefined) return empty;
  }
  return undefined;
}

/** The fewer versions, the sooner a contradiction shows, and the fewer documents are read. */
function smallest(waiting: ReadonlySet<Domain>): Domain | undefined {
  let best: Domain | undefined;
  for (const domain of waiting)
    if (best === undefined || domain.left.size < best.left.size) best = domain;
  return best;
}

function* examine(narrowing: Narrowing, domain: Domain): Asking<Domain | undefined> {
  const asked = yield* askedBy(narrowing, domain);
  if (isEmpty(domain)) return domain;
  for (const project of askedByAll(asked)) {
    const other = yield* domainOf(narrowing, project);
    const ground = chainGround(other, domain, asked);
    if (isNews(other, ground)) take(narrowing, other, ground);
    if (isEmpty(other)) return other;
  }
  const ruledOut = yield* findRuledOut(narrowing, domain, asked);
  for (const ground of ruledOut) take(narrowing, domain, ground);
  return isEmpty(domain) ? domain : undefined;
}

const isEmpty = ({ left, isUnknown }: Domain): boolean => left.size === 0 && !isUnknown;

const NOTHING: ReadonlyMap<string, readonly Requirement[]> = new Map();

/** A version that is tried. */
export interface Assumption {
  readonly project: string;
  readonly version: Version;
}

/** What each version that is left asks; nothing where its metadata could not be had. */
export function* askedBy(narrowing: Narrowing, domain: Domain): Asking<Asked> {
  const { reading } = narrowing;
  const asked = new Map<Version, ReadonlyMap<string, readonly Requirement[]>>();
  for (const version of domain.versions) {
    const file = domain.files.get(version.key);
    if (file === undefined || !domain.left.has(version.key)) continue;
    if (narrowing.request.noDeps === true) {
      asked.set(version, NOTHING);
      continue;
    }
    const metadata = yield* metadataOf(domain.project, file, reading);
    if (metadata !== undefined && !isReadable(metadata, narrowing.request)) {
      withdraw(domain, version);
      continue;
    }
    const requirements = metadata && requirementsByProject(metadata, domain.extras, reading);
    asked.set(version, requirements ?? NOTHING);
  }
  return asked;
}

// A folder of files says nothing of Pythons before a file is opened.
function isReadable(metadata: Metadata, { target, ignoreRequiresPython }: Request): boolean {
  if (ignoreRequiresPython === true) return metadataFault(metadata) === undefined;
  const stated = parseSpecifierSet(metadata.requiresPython ?? '');
  const python = parseVersion(target.python);
  const fits = stated === undefined || python === undefined || contains(stated, python);
  return fits && metadataFault(metadata) === undefined;
}

function* findRuledOut(narrowing: Narrowing, domain: Domain, asked: Asked): Asking<Ground[]> {
  const byProject = new Map<Domain, Set<string>>();
  for (const [version, requirements] of asked)
    for (const [project, texts] of requirements) {
      const other = yield* domainOf(narrowing, project);
      if (other.isUnknown) continue;
      noteDependent(narrowing, project, domain);
      const admits = admitted(
        other,
        texts.map(({ specifier }) => specifier),
      );
      if ([...other.left].some((key) => admits.has(key))) continue;
      const versions = byProject.get(other) ?? new Set();
      byProject.set(other, versions.add(version.key));
      break;
    }
  return [...byProject].map(([other, versions]) => ruledOutGround(domain, versions, other));
}

function noteDependent({ dependents }: Narrowing, project: string, domain: Domain): void {
  const known = dependents.get(project);
  if (known === undefined) dependents.set(project, new Set([domain]));
  else known.add(domain);
}

function isNews({ isRequired, left, extras }: Domain, ground: Ground): boolean {
  if (!isRequired || ground.extras.some((extra) => !extras.has(extra))) return true;
  return [...left].some((key) => !ground.leaves.has(key));
}

/** Adds what every solution asks of a project. */
export function take({ waiting, dependents }: Narrowing, domain: Domain, ground: Ground): void {
  const { left, isRequired, extras } = domain;
  const known = extras.size;
  addGround(domain, ground);
  if (ground.kind !== 'ruled-out') domain.isRequired = true;
  for (const extra of ground.extras) extras.add(extra);
  const isLess = domain.left.size < left.size;
  if (domain.isRequired && (isLess || !isRequired || extras.size > known)) waiting.add(domain);
  if (isLess) for (const other of dependents.get(domain.project) ?? []) waiting.add(other);
}

/** The page of a project, asked for once. */
export function* pageOf(
  project: string,
  { pages }: Pick<Library, 'pages'>,
): Asking<ProjectPage | undefined> {
  if (!pages.has(project)) pages.set(project, yield { type: 'needs', project });
  return pages.get(project);
}

function* domainOf(narrowing: Narrowing, project: string): Asking<Domain> {
  const known = narrowing.domains.get(project);
  if (known !== undefined) return known;
  const { request } = narrowing;
  const domain = openDomain(project, yield* pageOf(project, narrowing), narrowing);
  for (const line of boundsOf(request, project)) addGround(domain, lineGround(domain, line));
  narrowing.domains.set(project, domain);
  return domain;
}
