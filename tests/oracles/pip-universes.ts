import { readFileSync } from 'node:fs';
import type { IndexFile, ProjectPage } from '../../labs/packaging/project-page.ts';
import { classifyFilename } from '../../labs/packaging/project-page.ts';
import type { Event } from '../../labs/resolve/trace.ts';

/** `[Requires-Dist, Requires-Python or 0, extras]`, the tail left out where empty. */
export type UniverseRelease = readonly [
  requires: readonly string[],
  python?: string | 0,
  extras?: Readonly<Record<string, readonly string[]>>,
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

export interface UniverseFile {
  readonly python: Readonly<Record<Label, string>>;
  readonly cases: readonly UniverseCase[];
}

/** The recorded runs. */
export function readUniverses(): UniverseFile {
  const text = readFileSync(new URL('pip-universes.json', import.meta.url), 'utf8');
  // Our own file, whose shape its note describes.
  return JSON.parse(text) as UniverseFile;
}

/** The index over which a case was recorded: one pure wheel for each release. */
export function universeToPages(universe: Universe): ReadonlyMap<string, ProjectPage> {
  return new Map(
    Object.entries(universe).map(([project, releases]) => [
      project,
      {
        project,
        files: Object.entries(releases).map(([version, release]) =>
          releaseToFile(project, version, release),
        ),
      },
    ]),
  );
}

function releaseToFile(project: string, version: string, release: UniverseRelease): IndexFile {
  const [requires, python, extras = {}] = release;
  const filename = `${project}-${version}-py3-none-any.whl`;
  const meaning = classifyFilename(filename, project);
  if (typeof meaning === 'string') throw new Error(`${filename}: ${meaning}`);
  const extraLines = Object.entries(extras).flatMap(([extra, lines]) =>
    lines.map((line) => withExtraMarker(line, extra)),
  );
  return {
    ...meaning,
    filename,
    requiresPython: undefined,
    yanked: false,
    uploadTime: undefined,
    size: undefined,
    url: undefined,
    hashes: {},
    metadata: {
      name: project,
      version,
      requiresPython: python === 0 ? undefined : python,
      requiresDist: [...requires, ...extraLines],
      providesExtra: Object.keys(extras),
    },
  };
}

function withExtraMarker(line: string, extra: string): string {
  const [requirement = '', marker] = line.split(';').map((part) => part.trim());
  return marker === undefined
    ? `${requirement} ; extra == "${extra}"`
    : `${requirement} ; (${marker}) and extra == "${extra}"`;
}
