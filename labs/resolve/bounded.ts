// Where every METADATA must be fetched, a proof over all versions of many projects could ask for
// thousands. It is worth some hundreds.

import type { Asking } from './asking.ts';
import type { Fixes } from './fixes/fix.ts';

/** As many METADATA as are fetched to explain a failure, and again to mend it. */
export const MOST_DOCUMENTS = 300;

/** The work as long as it needs no more METADATA than that; undefined: it would. */
export function* withinBounds<Answer>(asking: Asking<Answer>): Asking<Answer | undefined> {
  const seen = new Set<string>();
  let next = asking.next();
  while (next.done !== true) {
    if (next.value.file !== undefined) seen.add(next.value.file);
    if (seen.size > MOST_DOCUMENTS) return undefined;
    next = asking.next(yield next.value);
  }
  return next.value;
}

/** The work with the METADATA of these projects alone; that of others could not be had, it is told. */
export function* withMetadataOf<Answer>(
  projects: ReadonlySet<string>,
  asking: Asking<Answer>,
): Asking<Answer> {
  let next = asking.next();
  while (next.done !== true) {
    const { file, project } = next.value;
    const isWithheld = file !== undefined && !projects.has(project);
    next = asking.next(isWithheld ? undefined : yield next.value);
  }
  return next.value;
}

/** The search for fixes, with so many METADATA: a change that would need more counts as not tried. */
export function* rationed(finding: Asking<Fixes>): Asking<Fixes> {
  const seen = new Set<string>();
  let next = finding.next();
  while (next.done !== true) {
    const { file } = next.value;
    const isSpent = file !== undefined && !seen.has(file) && seen.size >= MOST_DOCUMENTS;
    if (file !== undefined && !isSpent) seen.add(file);
    next = finding.next(isSpent ? undefined : yield next.value);
  }
  const fixes = next.value;
  return seen.size >= MOST_DOCUMENTS ? { ...fixes, isCutShort: true } : fixes;
}
