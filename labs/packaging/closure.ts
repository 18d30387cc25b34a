// What a resolution could ever reach: names only, whatever the versions.

import { evaluateMarker, type MarkerEnvironment } from './marker.ts';
import { normalizeName } from './names.ts';
import type { IndexFile } from './project-page.ts';
import { parseRequirement } from './requirement.ts';

/** A project that something requires, with one of its extras or ('') without. */
export interface Wanted {
  readonly project: string;
  readonly extra: string;
}

/** A text that is equal for equal wishes. */
export const keyOf = ({ project, extra }: Wanted): string => `${project}[${extra}]`;

/** What the files require on one of these machines, when `extra` is asked for; sorted, each once. */
export function requiredByFiles(
  files: readonly IndexFile[],
  extra: string,
  environments: readonly MarkerEnvironment[],
): readonly Wanted[] {
  const texts = new Set<string>();
  for (const { metadata } of files)
    if (typeof metadata === 'object') for (const text of metadata.requiresDist) texts.add(text);
  const wanted = new Map<string, Wanted>();
  for (const text of texts) {
    const requirement = parseRequirement(text);
    if (!('project' in requirement) || requirement.url !== undefined) continue;
    const { marker } = requirement;
    if (marker && !environments.some((each) => evaluateMarker(marker, each, extra))) continue;
    for (const each of ['', ...requirement.extras]) {
      const want = { project: requirement.project, extra: normalizeName(each) };
      wanted.set(keyOf(want), want);
    }
  }
  return [...wanted.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
