// Where pip looks: _internal/index/collector.py. Folders before indexes, each in the order given.

import type { ProjectPage } from '../packaging/project-page.ts';
import type { IndexSource, Request } from './types.ts';

/** Where pip looks when it is told nothing. */
export const PUBLIC_INDEX: IndexSource = { kind: 'simple', url: 'https://pypi.org/simple' };

/** What one place has of a project; no page: it knows no such project. */
export interface SourcePage {
  readonly source: IndexSource;
  readonly page: ProjectPage | undefined;
}

/** The request's `index`, or the public one. */
export function mainSource(request: Request): IndexSource {
  return request.index ?? PUBLIC_INDEX;
}

/** Every place that is looked at. */
export function allSources(request: Request): readonly IndexSource[] {
  const sources = [mainSource(request), ...(request.moreIndexes ?? [])];
  return [
    ...sources.filter(({ kind }) => kind === 'find-links'),
    ...sources.filter(({ kind }) => kind === 'simple'),
  ];
}
