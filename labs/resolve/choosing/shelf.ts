// What lies on the index for one machine, and what each version asks: iter_dependencies in
// pip/_internal/resolution/resolvelib/candidates.py, for projects without extras.

import { evaluateMarker } from '../../packaging/marker.ts';
import type { IndexFile } from '../../packaging/project-page.ts';
import {
  filterVersions,
  intersectSpecifierSets,
  NO_SPECIFIERS,
} from '../../packaging/specifier.ts';
import { targetEnvironment } from '../../packaging/target-environment.ts';
import type { Version } from '../../packaging/version.ts';
import { requestOf, type BenchSetup } from '../bench.ts';
import { readLines } from '../bench-lines.ts';
import { pageToOffers } from '../finder.ts';
import { metadataRequirements } from '../metadata-requirements.ts';
import { specifierRequirement } from '../requirements.ts';
import { rootInstall } from '../roots.ts';
import { PUBLIC_INDEX } from '../sources.ts';
import type { Candidate, Cause, InstallRequirement, Request } from '../types.ts';
import type { Choice } from './event.ts';

/** Where the reader begins: lines that she must satisfy, a machine, an index. */
export type ChoosingSetup = Pick<
  BenchSetup,
  'requirements' | 'target' | 'wanted' | 'index' | 'pages'
>;

/** What was worked out of one setup: nothing of it ever changes. */
interface Shelf {
  readonly request: Request;
  readonly roots: readonly Cause[];
  readonly candidates: Map<string, Candidate | undefined>;
  readonly asks: Map<Candidate, readonly Cause[]>;
}

const shelves = new WeakMap<ChoosingSetup, Shelf>();

function shelfOf(setup: ChoosingSetup): Shelf {
  const known = shelves.get(setup);
  if (known) return known;
  const request = requestOfSetup(setup);
  const roots = request.lines.map((line): Cause => {
    const requirement = specifierRequirement(rootInstall(line));
    return { requirement, parent: undefined, root: line };
  });
  const shelf: Shelf = { request, roots, candidates: new Map(), asks: new Map() };
  shelves.set(setup, shelf);
  return shelf;
}

/** What pip would be asked. */
export const requestOfSetup = ({ requirements, target }: ChoosingSetup): Request =>
  requestOf({ lines: readLines(requirements).lines, target });

/** Who asks for what: the lines, then each choice. */
export function asksOf(setup: ChoosingSetup, choices: readonly Choice[]): readonly Cause[] {
  const shelf = shelfOf(setup);
  return [
    ...shelf.roots,
    ...choices.flatMap((choice) => {
      const candidate = candidateOf(setup, choice);
      return candidate ? candidateAsks(shelf, candidate) : [];
    }),
  ];
}

/** The versions of a project for this machine that all of these leave, the newest last. */
export function leftOf(
  setup: ChoosingSetup,
  asks: readonly Cause[],
  project: string,
): readonly Version[] {
  const bounds = asks.flatMap(({ requirement }) =>
    requirement.kind === 'specifier' && requirement.project === project
      ? [requirement.specifier]
      : [],
  );
  const { versions } = pageToOffers(setup.pages?.get(project), shelfOf(setup).request);
  return filterVersions(bounds.reduce(intersectSpecifierSets, NO_SPECIFIERS), versions).reverse();
}

/** The file of a choice; undefined where what it asks is not known: there is only a source archive. */
export function candidateOf(setup: ChoosingSetup, choice: Choice): Candidate | undefined {
  const { candidates, request } = shelfOf(setup);
  const key = `${choice.project} ${choice.version}`;
  if (!candidates.has(key)) candidates.set(key, readCandidate(setup, choice, request));
  return candidates.get(key);
}

/** Is it known what this version asks? */
export const isRead = (setup: ChoosingSetup, choice: Choice): boolean =>
  candidateOf(setup, choice) !== undefined;

function readCandidate(
  setup: ChoosingSetup,
  { project, version }: Choice,
  request: Request,
): Candidate | undefined {
  const { files } = pageToOffers(setup.pages?.get(project), request);
  const file: IndexFile | undefined = files.find((each) => each.version.text === version);
  const metadata = file?.metadata;
  if (file === undefined || metadata === undefined || metadata === 'unknown') return undefined;
  const name = { text: project, name: project, project, extras: [], specifier: NO_SPECIFIERS };
  const origin: InstallRequirement = {
    requirement: { ...name, url: undefined, marker: undefined },
    comesFrom: undefined,
    parent: undefined,
    line: undefined,
  };
  return {
    kind: 'distribution',
    name: project,
    project,
    version: file.version,
    extras: [],
    file,
    source: PUBLIC_INDEX,
    metadata,
    base: undefined,
    origin,
  };
}

function candidateAsks({ request, asks }: Shelf, candidate: Candidate): readonly Cause[] {
  const known = asks.get(candidate);
  if (known) return known;
  const environment = targetEnvironment(request.target);
  const { requirements } = metadataRequirements(candidate.metadata);
  const causes = requirements
    .filter(({ marker }) => marker === undefined || evaluateMarker(marker, environment, ''))
    .map((requirement): Cause => {
      const { origin: comesFrom } = candidate;
      const install = { requirement, comesFrom, parent: candidate, line: undefined };
      return { requirement: specifierRequirement(install), parent: candidate };
    });
  asks.set(candidate, causes);
  return causes;
}
