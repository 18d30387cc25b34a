// How pip writes where a file is: models/link.py, and display_path in utils/misc.py.

import type { IndexFile } from '../packaging/project-page.ts';
import { quotePath } from '../packaging/quote-path.ts';
import type { Candidate, CandidateSource, Request } from './types.ts';

const FILE_SCHEME = 'file://';

/** Where a file is, as pip's Link writes it; a local file as its path. */
export function formatLink({
  file,
  project,
  source,
}: Pick<Candidate, 'file' | 'project' | 'source'>): string {
  const path = filePath(file, source);
  if (path !== undefined) return path;
  const url = fileUrl(file, source);
  if (source.kind !== 'simple') return url;
  const python = file.requiresPython;
  const tail = python === undefined ? '' : ` (requires-python:${python})`;
  return `${url} (from ${source.url}/${project}/)${tail}`;
}

/** The address of a file; its name where the index is known without addresses. */
export function fileUrl(file: IndexFile, source: CandidateSource): string {
  switch (source.kind) {
    case 'find-links':
      return FILE_SCHEME + quotePath(`${source.directory}/${file.filename}`);
    case 'direct':
      return source.url;
    case 'simple':
    case 'installed':
      return file.url ?? file.filename;
  }
}

/**
 * The path of a file on this disk; undefined if it is elsewhere. A folder laid out as an index stands
 * for a server: pip itself reads index.json from servers only.
 */
export function filePath(file: IndexFile, source: CandidateSource): string | undefined {
  if (source.kind === 'simple') return undefined;
  if (source.kind === 'find-links') return `${source.directory}/${file.filename}`;
  const url = fileUrl(file, source);
  return url.startsWith(FILE_SCHEME) ? decodePath(url.slice(FILE_SCHEME.length)) : undefined;
}

/** A path as pip shows it: below the working directory it starts with a dot. */
export function displayPath(path: string, { workingDirectory }: Request): string {
  const below = workingDirectory !== undefined && path.startsWith(`${workingDirectory}/`);
  return below ? `.${path.slice(workingDirectory.length)}` : path;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
