// Small indexes for tests, written as data: `{ app: { '1.0': ['lib>=2'] } }`.

import type { IndexFile, ProjectPage } from '../packaging/project-page.ts';
import { classifyFilename } from '../packaging/project-page.ts';
import type { Metadata } from '../packaging/metadata.ts';
import { textToRootLine } from './roots.ts';
import type { Request, RootLine } from './types.ts';

/** One release of a test index. */
export interface ReleaseFixture {
  readonly requires?: readonly string[];
  readonly python?: string;
  readonly extras?: readonly string[];
  readonly yanked?: string;
  /** Wheel tags; one pure wheel if undefined. */
  readonly tags?: readonly string[];
  readonly sdist?: boolean;
}

/** Projects, their versions, and what each release asks; a list is short for `{ requires }`. */
export type UniverseFixture = Readonly<
  Record<string, Readonly<Record<string, ReleaseFixture | readonly string[]>>>
>;

/** The pages of a test index. */
export function fixturePages(universe: UniverseFixture): ReadonlyMap<string, ProjectPage> {
  return new Map(
    Object.entries(universe).map(([project, releases]) => {
      const files = Object.entries(releases).flatMap(([version, release]) =>
        releaseFiles(project, version, isList(release) ? { requires: release } : release),
      );
      return [project, { project, files }];
    }),
  );
}

/** A request of pip 26.3 on Linux with Python 3.12.1; a line that starts with `-c ` is a constraint. */
export function fixtureRequest(lines: readonly string[], changes: Partial<Request> = {}): Request {
  return {
    lines: lines.map(fixtureLine),
    target: { python: '3.12.1', platform: 'linux-64', implementation: 'cp' },
    version: '26.3',
    ...changes,
  };
}

function fixtureLine(text: string): RootLine {
  const constraint = text.startsWith('-c ');
  const line = textToRootLine(constraint ? text.slice(3) : text, { constraint });
  if ('kind' in line) throw new Error(`${text}: ${line.message}`);
  return line;
}

function releaseFiles(project: string, version: string, release: ReleaseFixture): IndexFile[] {
  const { requires = [], python, extras = [], yanked, tags = ['py3-none-any'], sdist } = release;
  const metadata: Metadata = {
    name: project,
    version,
    requiresPython: python,
    requiresDist: requires,
    providesExtra: extras,
  };
  const names = tags.map((tag) => `${project.replaceAll('-', '_')}-${version}-${tag}.whl`);
  if (sdist === true) names.push(`${project}-${version}.tar.gz`);
  return names.map((filename) => {
    const meaning = classifyFilename(filename, project);
    if (typeof meaning === 'string') throw new Error(`${filename}: ${meaning}`);
    return {
      ...meaning,
      filename,
      requiresPython: python,
      yanked: yanked ?? false,
      uploadTime: undefined,
      size: undefined,
      url: `https://files.example/${filename}`,
      hashes: {},
      metadata: meaning.kind === 'sdist' ? 'unknown' : metadata,
    };
  });
}

function isList(release: ReleaseFixture | readonly string[]): release is readonly string[] {
  return Array.isArray(release);
}
