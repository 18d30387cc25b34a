// A search that is plainly complete: whatever is asked, try every version, in every combination.

import { evaluateMarker } from '../packaging/marker.ts';
import type { IndexFile, ProjectPage } from '../packaging/project-page.ts';
import type { Requirement } from '../packaging/requirement.ts';
import { parseRequirement } from '../packaging/requirement.ts';
import { contains, parseSpecifierSet } from '../packaging/specifier.ts';
import { targetEnvironment } from '../packaging/target-environment.ts';
import { parseVersion } from '../packaging/version.ts';
import type { Request } from './types.ts';

interface Chosen {
  readonly file: IndexFile;
  readonly extras: ReadonlySet<string>;
}

/** Whether any choice of files meets the request. */
export function isSolvable(request: Request, pages: ReadonlyMap<string, ProjectPage>): boolean {
  const asked = request.lines.filter(({ constraint }) => !constraint);
  const bounds = request.lines.filter(({ constraint }) => constraint);
  const environment = targetEnvironment(request.target);
  const python = parseVersion(request.target.python);

  const wants = (file: IndexFile, extra: string): Requirement[] => {
    if (file.metadata === undefined || file.metadata === 'unknown') return [];
    return file.metadata.requiresDist.flatMap((line) => {
      const requirement = parseRequirement(line);
      if ('kind' in requirement) return [];
      const { marker } = requirement;
      return marker === undefined || evaluateMarker(marker, environment, extra)
        ? [requirement]
        : [];
    });
  };

  const fits = (file: IndexFile): boolean => {
    const stated = parseSpecifierSet(file.requiresPython ?? '');
    if (stated === undefined || python === undefined || !contains(stated, python)) return false;
    return bounds.every(
      ({ requirement }) =>
        requirement.project !== file.filename.split('-')[0] ||
        contains(requirement.specifier, file.version),
    );
  };

  const search = (
    pending: readonly Requirement[],
    chosen: ReadonlyMap<string, Chosen>,
  ): boolean => {
    const [first, ...rest] = pending;
    if (first === undefined) return true;
    const { project, specifier } = first;
    const known = chosen.get(project);
    const files = known === undefined ? (pages.get(project)?.files ?? []) : [known.file];
    return files.some((file) => {
      if (!contains(specifier, file.version) || !fits(file)) return false;
      const fresh = first.extras.filter((extra) => known?.extras.has(extra) !== true);
      const extras = new Set([...(known?.extras ?? []), ...fresh]);
      const more = fresh.flatMap((extra) => wants(file, extra));
      if (known === undefined) more.push(...wants(file, ''));
      return search([...rest, ...more], new Map([...chosen, [project, { file, extras }]]));
    });
  };
  return search(
    asked.map(({ requirement }) => requirement),
    new Map(),
  );
}
