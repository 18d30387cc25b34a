import { evaluateMarker, type Marker } from '../../packaging/marker.ts';
import type { IndexFile } from '../../packaging/project-page.ts';
import { normalizeName } from '../../packaging/names.ts';
import { parseRequirement } from '../../packaging/requirement.ts';
import { SNAPSHOT_TARGETS } from '../../packaging/snapshot-select.ts';
import { targetEnvironment } from '../../packaging/target-environment.ts';

/** A project that something requires, with one of its extras or ('') without. */
export interface Wanted {
  readonly project: string;
  readonly extra: string;
}

const ENVIRONMENTS = SNAPSHOT_TARGETS.map(targetEnvironment);

/** What the files require on some machine, when `extra` is asked for; sorted, each once. */
export function requiredByFiles(files: readonly IndexFile[], extra: string): readonly Wanted[] {
  const texts = new Set<string>();
  for (const { metadata } of files)
    if (typeof metadata === 'object') for (const text of metadata.requiresDist) texts.add(text);
  const wanted = new Map<string, Wanted>();
  for (const text of texts) {
    const requirement = parseRequirement(text);
    if (!('project' in requirement) || requirement.url !== undefined) continue;
    if (!canHold(requirement.marker, extra)) continue;
    for (const each of ['', ...requirement.extras]) {
      const want = { project: requirement.project, extra: normalizeName(each) };
      wanted.set(keyOf(want), want);
    }
  }
  return [...wanted.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** A text that is equal for equal wishes. */
export function keyOf({ project, extra }: Wanted): string {
  return `${project}[${extra}]`;
}

function canHold(marker: Marker | undefined, extra: string): boolean {
  return marker === undefined || ENVIRONMENTS.some((each) => evaluateMarker(marker, each, extra));
}
