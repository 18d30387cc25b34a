// The recorded command lines, and the indexes and the folder that they met.

import { readFileSync } from 'node:fs';
import { normalizeName } from '../../labs/packaging/names.ts';
import type { IndexFile, ProjectPage } from '../../labs/packaging/project-page.ts';
import { filenameInUrl } from '../../labs/packaging/file-extension.ts';
import type { Needs } from '../../labs/resolve/step.ts';
import type { Installed, Request } from '../../labs/resolve/types.ts';
import type { Label, Universe, UniverseRelease } from './pip-universes.ts';
import { releaseMetadata, releaseToFiles } from './pip-universes.ts';

/** How many there are, and the SHA-256 of them all: of their JSON, or of lines with line breaks. */
export type Digest = readonly [count: number, sha256: string];

/** What a pip did; the tail is left out where it is 0. */
export type RichResult = readonly [
  code: number,
  installed: Readonly<Record<string, string>> | null,
  output?: readonly string[] | Digest | 0,
  events?: Digest | 0,
  order?: readonly string[] | 0,
  uninstalled?: Readonly<Record<string, string>> | 0,
];

/** One command line. */
export interface RichCase {
  readonly id: number;
  readonly universe: Universe;
  readonly words: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly installed?: readonly (readonly [name: string, version: string])[];
  readonly results: Readonly<Partial<Record<Label, RichResult>>>;
}

/** All of them. */
export function readRichCases(): readonly RichCase[] {
  const text = readFileSync(new URL('pip-rich.json', import.meta.url), 'utf8');
  // Our own file, whose shape its note describes.
  return (JSON.parse(text) as { readonly cases: readonly RichCase[] }).cases;
}

/** What was installed before the run. */
export function installedBefore({ installed, universe }: RichCase): Installed | undefined {
  if (installed === undefined) return undefined;
  const distributions = installed.map(([name, version]) =>
    releaseMetadata(name, version, universe[name]?.[version] ?? [[]]),
  );
  return { location: '$ENV/lib/python3.11/site-packages', distributions };
}

/** Answers what a resolver needs of a case's indexes and folder. */
export function answersOf(
  { universe }: RichCase,
  request: Request,
): (project: string, file: string | undefined, needs: Needs) => ProjectPage | undefined {
  const folder = folderPages(universe);
  const indexes = [indexPages(universe, 1), indexPages(universe, 2)] as const;
  return (project, _file, { from = request.index, link }) => {
    if (link !== undefined) return onlyFile(folder, filenameInUrl(link));
    if (from?.kind === 'find-links') return folder.get(project);
    return indexes[from?.url === '$INDEX2' ? 1 : 0].get(project);
  };
}

function onlyFile(
  folder: ReadonlyMap<string, ProjectPage>,
  filename: string,
): ProjectPage | undefined {
  for (const { project, files } of folder.values()) {
    const file = files.find((each) => each.filename === filename);
    if (file !== undefined) return { project, files: [{ ...file }] };
  }
  return undefined;
}

/** Two spellings of one project wrote into one folder: of one name the later file stayed. */
function folderPages(universe: Universe): ReadonlyMap<string, ProjectPage> {
  const pages = new Map<string, ProjectPage>();
  for (const [name, releases] of Object.entries(universe)) {
    const project = normalizeName(name);
    const before = pages.get(project)?.files ?? [];
    pages.set(project, pageOf(project, [...before, ...filesOf(name, releases)]));
  }
  return pages;
}

/** On an index the page of the later spelling replaced the whole page of the earlier. */
function indexPages(universe: Universe, index: 1 | 2): ReadonlyMap<string, ProjectPage> {
  const pages = new Map<string, ProjectPage>();
  for (const [name, releases] of Object.entries(universe)) {
    const project = normalizeName(name);
    const files = filesOf(name, releases, (place) => (place ?? 1) === index);
    if (index === 1 || files.length > 0) pages.set(project, pageOf(project, files));
  }
  return pages;
}

function pageOf(project: string, files: readonly IndexFile[]): ProjectPage {
  const byName = new Map(files.map((file) => [file.filename, file]));
  return { project, files: [...byName.values()].toSorted(byFilename) };
}

function filesOf(
  name: string,
  releases: Readonly<Record<string, UniverseRelease>>,
  isThere: (index: 2 | undefined) => boolean = () => true,
): readonly IndexFile[] {
  return Object.entries(releases).flatMap(([version, release]) =>
    releaseToFiles(name, version, release).filter((_, i) => isThere(release[3]?.[i]?.[4])),
  );
}

function byFilename(a: IndexFile, b: IndexFile): number {
  return a.filename < b.filename ? -1 : 1;
}
