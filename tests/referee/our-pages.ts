// A question's universe as the pages that our resolver reads.

import type { Metadata } from '../../labs/packaging/metadata.ts';
import { parseMetadata } from '../../labs/packaging/metadata.ts';
import { filenameInUrl } from '../../labs/packaging/file-extension.ts';
import { normalizeName } from '../../labs/packaging/names.ts';
import type { IndexFile, ProjectPage } from '../../labs/packaging/project-page.ts';
import { classifyFilename } from '../../labs/packaging/project-page.ts';
import type { Needs } from '../../labs/resolve/step.ts';
import { fileAddress, SIMPLE_INDEX } from '../../labs/resolve/referee/documents.ts';
import type { IndexSource } from '../../labs/resolve/types.ts';
import type { Question, Release, Universe } from './question.ts';
import { asksForHashes } from './question.ts';

const NOT_IN_NAMES = /[^0-9A-Za-z_.]+/g;
const SEMICOLON = /\s*;\s*/;

const FOLDERS = { first: '$WHEELS', second: '$SECOND' } as const;
/** As simple_index.py has it. */
const SECOND_INDEX = 'https://index.invalid/second/simple';
const INDEXES = { first: SIMPLE_INDEX, second: SECOND_INDEX } as const;
type Place = keyof typeof INDEXES;

/** Where a question looks first, and where else. */
export function questionSources({
  index = 'find-links',
  second,
}: Question): readonly [IndexSource, ...IndexSource[]] {
  const first = sourceOf('first', index);
  return second === undefined ? [first] : [first, sourceOf('second', second)];
}

function sourceOf(place: Place, kind: 'find-links' | 'simple'): IndexSource {
  return kind === 'simple' ? { kind, url: INDEXES[place] } : { kind, directory: FOLDERS[place] };
}

/** What answers a resolver that needs a page of this question. */
export function questionPages(question: Question): (needs: Needs) => ProjectPage | undefined {
  const { universe, index, second } = question;
  const withHashes = asksForHashes(question);
  const isFolder = index !== 'simple';
  const pages = universeToPages(universe, { withHashes, isFolder });
  if (second === undefined) return (needs) => answer(needs, [pages]);
  const others = universeToPages(universe, {
    place: 'second',
    withHashes,
    isFolder: second !== 'simple',
  });
  return (needs) => answer(needs, isSecond(needs.from) ? [others] : [pages, others]);
}

function isSecond(from: IndexSource | undefined): boolean {
  if (from === undefined) return false;
  return (from.kind === 'simple' ? INDEXES : FOLDERS).second === placeName(from);
}

function placeName(source: IndexSource): string {
  return source.kind === 'simple' ? source.url : source.directory;
}

function answer(
  { project, link }: Needs,
  places: readonly ReadonlyMap<string, ProjectPage>[],
): ProjectPage | undefined {
  if (link === undefined) return places[0]?.get(project);
  const filename = filenameInUrl(link);
  for (const page of places.flatMap((pages) => [...pages.values()])) {
    const file = page.files.find((each) => each.filename === filename);
    // Only an index says what is yanked.
    if (file !== undefined) return { project: page.project, files: [{ ...file, yanked: false }] };
  }
  return undefined;
}

/** What there is in one place, and what is said of it. */
interface Shelf {
  readonly place?: Place;
  readonly withHashes?: boolean;
  /** A folder of wheels does not say what is yanked. */
  readonly isFolder?: boolean;
}

/** What an index or a folder has of a universe, by normalised name. */
export function universeToPages(
  universe: Universe,
  shelf: Shelf = {},
): ReadonlyMap<string, ProjectPage> {
  const { place = 'first' } = shelf;
  const pages = new Map<string, ProjectPage>();
  for (const [name, releases] of Object.entries(universe)) {
    const project = normalizeName(name);
    const files = Object.entries(releases)
      .filter(([, release]) => [place, 'both'].includes(release.place ?? 'first'))
      .flatMap(([version, release]) => releaseToFiles(name, version, release, shelf));
    if (place === 'first' || files.length > 0) pages.set(project, { project, files });
  }
  return pages;
}

/** What the distributions of a release say of themselves. */
export function releaseMetadata(name: string, version: string, release: Release): Metadata {
  return parseMetadata(releaseToMetadata(name, version, release));
}

function releaseToFiles(
  name: string,
  version: string,
  release: Release,
  { place = 'first', withHashes = false, isFolder = false }: Shelf,
): readonly IndexFile[] {
  const metadata = releaseMetadata(name, version, release);
  const stem = `${name.replace(NOT_IN_NAMES, '_')}-${version.replaceAll('-', '_')}`;
  return (release.tags ?? ['py3-none-any']).map((tag) => {
    const filename = tag === 'sdist' ? `${stem}.tar.gz` : `${stem}-${tag}.whl`;
    const meaning = classifyFilename(filename, normalizeName(name));
    if (typeof meaning === 'string') throw new Error(`${filename}: ${meaning}`);
    const { page_python: onPage, requires_python: python } = release;
    return {
      ...meaning,
      filename,
      requiresPython: onPage === '' ? undefined : (onPage ?? python),
      yanked: isFolder ? false : (release.yanked ?? false),
      uploadTime: release.uploaded,
      size: undefined,
      url: fileAddress(filename, INDEXES[place]),
      hashes: withHashes ? { sha256: `{${filename.toLowerCase()}}` } : {},
      metadata: tag === 'sdist' ? 'unknown' : metadata,
    };
  });
}

function releaseToMetadata(name: string, version: string, release: Release): string {
  const extras = Object.entries(release.extras ?? {});
  const python = release.requires_python;
  const lines = [
    'Metadata-Version: 2.1',
    `Name: ${name}`,
    `Version: ${version}`,
    ...(python === undefined ? [] : [`Requires-Python: ${python}`]),
    ...extras.map(([extra]) => `Provides-Extra: ${extra}`),
    ...(release.requires ?? []).map((text) => `Requires-Dist: ${text}`),
    ...extras.flatMap(([extra, texts]) => texts.map((text) => extraLine(text, extra))),
  ];
  return `${lines.join('\n')}\n`;
}

function extraLine(text: string, extra: string): string {
  const [what = '', marker] = text.split(SEMICOLON);
  const own = `extra == "${extra}"`;
  return `Requires-Dist: ${what} ; ${marker === undefined ? own : `(${marker}) and ${own}`}`;
}
