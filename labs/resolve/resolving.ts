// What one resolution keeps besides its states: pip's Factory and its caches.

import type { Marker, MarkerEnvironment } from '../packaging/marker.ts';
import type { IndexFile, ProjectPage } from '../packaging/project-page.ts';
import { targetEnvironment } from '../packaging/target-environment.ts';
import { parseVersion } from '../packaging/version.ts';
import type { Combine } from './combine.ts';
import { createCombine } from './combine.ts';
import type { ProjectOffers } from './finder.ts';
import { pageToOffers } from './finder.ts';
import { PYTHON_NAME } from './requirements.ts';
import type { Step } from './step.ts';
import type { Telling } from './telling.ts';
import type {
  Candidate,
  Constraint,
  PythonCandidate,
  Request,
  ResolverRequirement,
} from './types.ts';

/** One resolution's surroundings and memory. The maps fill as it goes. */
export interface Resolving {
  readonly request: Request;
  readonly environment: MarkerEnvironment;
  readonly python: PythonCandidate;
  readonly constraints: ReadonlyMap<string, Constraint>;
  /** Where the user first named each identifier, counted in lines. */
  readonly requestedOrder: ReadonlyMap<string, number>;
  readonly combine: Combine;
  readonly offers: Map<string, ProjectOffers>;
  /** One candidate a file, so that candidates can be compared by identity; undefined: unusable. */
  readonly candidates: Map<IndexFile, Candidate | undefined>;
  readonly withExtras: Map<Candidate, Map<string, Candidate>>;
  readonly dependencies: Map<Candidate, readonly ResolverRequirement[]>;
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
export function startResolving(
  request: Request,
  roots: Pick<Resolving, 'constraints' | 'requestedOrder'>,
): Resolving {
  return {
    ...roots,
    request,
    environment: targetEnvironment(request.target),
    python: pythonCandidate(request),
    combine: createCombine(),
    offers: new Map(),
    candidates: new Map(),
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
  const page: ProjectPage | undefined = yield { type: 'needs', project };
  const offers = pageToOffers(page, resolving.request);
  resolving.offers.set(project, offers);
  return offers;
}

function pythonCandidate(request: Request): PythonCandidate {
  const version = parseVersion(request.target.python);
  // A target is ours to make, not a learner's to type.
  if (version === undefined) throw new Error(`no Python version: ${request.target.python}`);
  return { kind: 'python', name: PYTHON_NAME, project: PYTHON_NAME, version, extras: [] };
}
