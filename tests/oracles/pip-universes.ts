import { readFileSync } from 'node:fs';
import { normalizeName } from '../../labs/packaging/names.ts';
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

/** A wheel's tag or `sdist`, why it is yanked, and Requires-Python on the page if it differs. */
export type UniverseFile = readonly [tag: string, yanked?: string | false, python?: string];

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

/** Exit code, pins, lines of output (0: not recorded), how many events and their SHA-256, events. */
export type RecordedRich = readonly [
  code: number,
  installed: Readonly<Record<string, string>>,
  output: readonly string[] | 0,
  digest?: readonly [count: number, sha256: string],
  events?: readonly Event[],
];

export interface RichCase {
  readonly id: number;
  readonly index: 'simple' | 'find-links';
  readonly universe: Universe;
  readonly lines: readonly (readonly [text: string, comesFrom?: string, constraint?: 1])[];
  readonly dry: boolean;
  readonly results: Readonly<Partial<Record<Label, RecordedRich>>>;
}

/** The runs over random universes. */
export function readUniverses(): {
  readonly python: Readonly<Record<Label, string>>;
  readonly cases: readonly UniverseCase[];
} {
  // Our own files, whose shapes their notes describe.
  return readJson('pip-universes.json') as ReturnType<typeof readUniverses>;
}

/** The runs of whole command lines. */
export function readRichCases(): readonly RichCase[] {
  return (readJson('pip-rich.json') as { readonly cases: readonly RichCase[] }).cases;
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

function releaseToFiles(name: string, version: string, release: UniverseRelease): IndexFile[] {
  const [requires, stated, extras = {}, files = [['py3-none-any']]] = release;
  const project = normalizeName(name);
  const extraLines = Object.entries(extras).flatMap(([extra, lines]) =>
    lines.map((line) => withExtraMarker(line, extra)),
  );
  const requiresPython = stated === 0 ? undefined : stated;
  const metadata = {
    name,
    version,
    requiresPython,
    requiresDist: [...requires, ...extraLines],
    providesExtra: Object.keys(extras),
  };
  return (files as readonly UniverseFile[]).map(([tag, yanked = false, python]) => {
    const stem = `${project.replaceAll('-', '_')}-${version.replaceAll('-', '_')}`;
    const filename = tag === 'sdist' ? `${stem}.tar.gz` : `${stem}-${tag}.whl`;
    const meaning = classifyFilename(filename, project);
    if (typeof meaning === 'string') throw new Error(`${filename}: ${meaning}`);
    return {
      ...meaning,
      filename,
      requiresPython: python ?? requiresPython,
      yanked,
      uploadTime: undefined,
      size: undefined,
      url: `$HOST/files/${encodeURIComponent(filename)}`,
      hashes: {},
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
