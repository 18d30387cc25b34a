import { readFileSync } from 'node:fs';
import { normalizeName } from '../../labs/packaging/names.ts';
import type { Metadata } from '../../labs/packaging/metadata.ts';
import type { IndexFile, ProjectPage } from '../../labs/packaging/project-page.ts';
import { classifyFilename } from '../../labs/packaging/project-page.ts';
import type { Event } from '../../labs/resolve/trace.ts';

/** `[Requires-Dist, Requires-Python or 0, extras, files]`, the tail left out where empty. */
export type UniverseRelease = readonly [
  requires: readonly string[],
  python?: string | 0,
  extras?: Readonly<Record<string, readonly string[]>>,
  files?: readonly UniverseFile[],
];

/**
 * A wheel's tag or `sdist`, why it is yanked, Requires-Python on the page if it differs, when it was
 * uploaded, and 2 if only the second index has it.
 */
export type UniverseFile = readonly [
  tag: string,
  yanked?: string | false,
  python?: string | 0,
  uploaded?: string | 0,
  index?: 2,
];

/** What an index holds: projects, their versions, what each release asks for. */
export type Universe = Readonly<Record<string, Readonly<Record<string, UniverseRelease>>>>;

export type Label = '26.3' | '23.2' | 'legacy';

/** Exit code, pins, output, and the resolver's events where there were any. */
export type Recorded = readonly [
  code: number,
  installed: Readonly<Record<string, string>>,
  output: string,
  events?: readonly Event[],
];

export interface UniverseCase {
  readonly id: number;
  readonly universe: Universe;
  readonly request: readonly string[];
  readonly results: Readonly<Record<Label, Recorded>>;
}

/** The runs over random universes. */
export function readUniverses(): {
  readonly python: Readonly<Record<Label, string>>;
  readonly cases: readonly UniverseCase[];
} {
  // Our own files, whose shapes their notes describe.
  return readJson('pip-universes.json') as ReturnType<typeof readUniverses>;
}

/** The index over which a case was recorded. */
export function universeToPages(universe: Universe): ReadonlyMap<string, ProjectPage> {
  const pages = new Map<string, ProjectPage>();
  for (const [name, releases] of Object.entries(universe)) {
    const project = normalizeName(name);
    const files = Object.entries(releases).flatMap(([version, release]) =>
      releaseToFiles(name, version, release),
    );
    // Two spellings of one project wrote into one folder: the later file replaced the earlier.
    const byName = new Map(pages.get(project)?.files.map((file) => [file.filename, file]));
    for (const file of files) byName.set(file.filename, file);
    pages.set(project, { project, files: [...byName.values()] });
  }
  return pages;
}

/** What the distributions of a release say of themselves. */
export function releaseMetadata(
  name: string,
  version: string,
  [requires, stated, extras = {}]: UniverseRelease,
): Metadata {
  const extraLines = Object.entries(extras).flatMap(([extra, lines]) =>
    lines.map((line) => withExtraMarker(line, extra)),
  );
  return {
    name,
    version,
    requiresPython: stated === 0 ? undefined : stated,
    requiresDist: [...requires, ...extraLines],
    providesExtra: Object.keys(extras),
  };
}

/** The files of a release as an index has them; the hash of a file is its name in braces. */
export function releaseToFiles(
  name: string,
  version: string,
  release: UniverseRelease,
): IndexFile[] {
  const [, , , files = [['py3-none-any']]] = release;
  const project = normalizeName(name);
  const metadata = releaseMetadata(name, version, release);
  return (files as readonly UniverseFile[]).map(([tag, yanked = false, python, uploaded]) => {
    const stem = `${project.replaceAll('-', '_')}-${version.replaceAll('-', '_')}`;
    const filename = tag === 'sdist' ? `${stem}.tar.gz` : `${stem}-${tag}.whl`;
    const meaning = classifyFilename(filename, project);
    if (typeof meaning === 'string') throw new Error(`${filename}: ${meaning}`);
    return {
      ...meaning,
      filename,
      requiresPython: python === undefined || python === 0 ? metadata.requiresPython : python,
      yanked,
      uploadTime: uploaded === 0 ? undefined : uploaded,
      size: undefined,
      url: `$HOST/files/${encodeURIComponent(filename)}`,
      hashes: { sha256: `{${filename}}` },
      metadata: tag === 'sdist' ? 'unknown' : metadata,
    };
  });
}

function withExtraMarker(line: string, extra: string): string {
  const [requirement = '', marker = ''] = line.split(';').map((part) => part.trim());
  return marker === ''
    ? `${requirement} ; extra == "${extra}"`
    : `${requirement} ; (${marker}) and extra == "${extra}"`;
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}
