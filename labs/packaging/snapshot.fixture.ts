import { parseProjectPage, type IndexFile, type ProjectPage } from './project-page.ts';

/** A file for a page that a test makes up; without `requires` its METADATA was not read. */
export interface Given {
  readonly filename: string;
  readonly at?: string;
  readonly python?: string;
  readonly yanked?: string | boolean;
  readonly size?: number;
  readonly requires?: readonly string[];
  readonly extras?: readonly string[];
  readonly version?: string;
}

/** A page with these files. */
export function page(project: string, given: readonly Given[]): ProjectPage {
  const files = given.map(({ filename, at, python, yanked, size }) => ({
    filename,
    url: `https://example.invalid/${filename}`,
    'upload-time': at,
    'requires-python': python,
    yanked: yanked ?? false,
    size,
  }));
  const read = parseProjectPage(JSON.stringify({ files }), project);
  if ('message' in read) throw new Error(read.message);
  return {
    project: read.project,
    files: read.files.map((file, at) => ({ ...file, metadata: metadataOf(file, given[at]) })),
  };
}

function metadataOf(file: IndexFile, given: Given | undefined): IndexFile['metadata'] {
  if (file.kind === 'sdist') return 'unknown';
  if (given?.requires === undefined) return undefined;
  return {
    name: 'Zeta_Lib',
    version: given.version ?? file.version.text,
    requiresPython: given.python,
    requiresDist: given.requires,
    providesExtra: given.extras ?? [],
  };
}
