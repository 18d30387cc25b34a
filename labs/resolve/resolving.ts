// What one resolution keeps besides its states: pip's Factory and its caches.

import type { Marker, MarkerEnvironment } from '../packaging/marker.ts';
import { foreignPython } from '../packaging/foreign-target.ts';
import type { IndexFile, ProjectPage } from '../packaging/project-page.ts';
import { targetEnvironment } from '../packaging/target-environment.ts';
import { parseVersion } from '../packaging/version.ts';
import type { Combine } from './combine.ts';
import { createCombine } from './combine.ts';
import type { ProjectOffers } from './finder.ts';
import { pageToOffers, pagesToOffers } from './finder.ts';
import type { Distribution } from './distributions.ts';
import { installedDistributions } from './distributions.ts';
import { requiresHashes } from './requires-hashes.ts';
import type { SourcePage } from './sources.ts';
import { allSources, mainSource } from './sources.ts';
import { PYTHON_NAME } from './requirements.ts';
import type { Step } from './step.ts';
import type { Telling } from './telling.ts';
import { Refusal } from './telling.ts';
import type {
  Asked,
  Candidate,
  Constraint,
  IndexSource,
  PythonCandidate,
  Request,
} from './types.ts';

/** One resolution's surroundings and memory. The maps fill as it goes. */
export interface Resolving {
  readonly request: Request;
  readonly environment: MarkerEnvironment;
  readonly python: PythonCandidate;
  readonly constraints: Map<string, Constraint>;
  /** Where the user first named each identifier, counted in lines. */
  readonly requestedOrder: Map<string, number>;
  readonly combine: Combine;
  readonly offers: Map<string, ProjectOffers>;
  /** One candidate a file, so that candidates can be compared by identity; undefined: unusable. */
  readonly candidates: Map<IndexFile, Candidate | undefined>;
  /** The same by address: a file named outright and the same file on an index are one candidate. */
  readonly byUrl: Map<string, Candidate>;
  /** Which of several indexes a file was found on. */
  readonly sources: Map<IndexFile, IndexSource>;
  /** What is installed, by project. */
  readonly installed: ReadonlyMap<string, Distribution>;
  readonly installedCandidates: Map<string, Candidate>;
  readonly requiresHashes: boolean;
  readonly withExtras: Map<Candidate, Map<string, Candidate>>;
  readonly dependencies: Map<Candidate, readonly Asked[]>;
  /** Whether a marker holds, by the extra it was asked with. */
  readonly markers: Map<string, Map<Marker, boolean>>;
  /** How often each name was rejected, for pip's "looking at multiple versions". */
  readonly rejections: Map<string, number>;
  /** Lines printed since the last step. */
  readonly printed: string[];
  /** The last `Collecting` or `Processing` line: pip does not repeat it. */
  header: string;
}

/** The surroundings of a fresh resolution. */
export function startResolving(request: Request): Resolving {
  return {
    request,
    constraints: new Map(),
    requestedOrder: new Map(),
    environment: targetEnvironment(request.target),
    python: pythonCandidate(request),
    combine: createCombine(),
    offers: new Map(),
    candidates: new Map(),
    byUrl: new Map(),
    sources: new Map(),
    installed: new Map(installedDistributions(request).map((each) => [each.project, each])),
    installedCandidates: new Map(),
    requiresHashes: requiresHashes(request),
    withExtras: new Map(),
    dependencies: new Map(),
    markers: new Map(),
    rejections: new Map(),
    printed: [],
    header: '',
  };
}

/** `step` with what was printed since the one before. */
export function told(resolving: Pick<Resolving, 'printed'>, step: Step): Step {
  if (resolving.printed.length === 0) return step;
  return { ...step, printed: resolving.printed.splice(0) };
}

/** What the index offers of a project; asks for its page the first time. */
export function* loadOffers(resolving: Resolving, project: string): Telling<ProjectOffers> {
  const known = resolving.offers.get(project);
  if (known !== undefined) return known;
  const offers = yield* readOffers(resolving, project);
  if (offers.undated !== undefined) {
    const { undated } = offers;
    const page = undated.kind === 'simple' ? `${undated.url}/${project}/` : undated.directory;
    throw new Refusal(`ERROR: Index ${page} does not provide upload-time metadata.`);
  }
  resolving.offers.set(project, offers);
  return offers;
}

/** Where the file was found. */
export function sourceOf({ sources, request }: Resolving, file: IndexFile): IndexSource {
  return sources.get(file) ?? mainSource(request);
}

function* readOffers({ request, sources }: Resolving, project: string): Telling<ProjectOffers> {
  if (request.moreIndexes === undefined || request.moreIndexes.length === 0) {
    const page: ProjectPage | undefined = yield { type: 'needs', project };
    return pageToOffers(page, request);
  }
  const pages: SourcePage[] = [];
  for (const source of allSources(request)) {
    const page: ProjectPage | undefined = yield { type: 'needs', project, from: source };
    for (const file of page?.files ?? []) sources.set(file, source);
    pages.push({ source, page });
  }
  return pagesToOffers(project, pages, request);
}

function pythonCandidate(request: Request): PythonCandidate {
  const version = parseVersion(foreignPython(request.foreign, request.target));
  // A target is ours to make, not a learner's to type.
  if (version === undefined) throw new Error(`no Python version: ${request.target.python}`);
  return { kind: 'python', name: PYTHON_NAME, project: PYTHON_NAME, version, extras: [] };
}
