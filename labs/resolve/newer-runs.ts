import type { Version } from '../packaging/version.ts';
import type { NewerVersion } from './why.ts';

/** Newer versions that are not pinned for one and the same reason, newest first. */
export interface NewerRun {
  readonly versions: readonly Version[];
  readonly reason: NewerVersion;
}

/** The newer versions by reason: a reader wants three reasons, not eighty versions. */
export function newerToRuns(newer: readonly NewerVersion[]): readonly NewerRun[] {
  const runs: { readonly versions: Version[]; readonly reason: NewerVersion }[] = [];
  for (const one of newer) {
    const known = runs.find(({ reason }) => isSameReason(reason, one));
    if (known) known.versions.push(one.version);
    else runs.push({ versions: [one.version], reason: one });
  }
  return runs;
}

function isSameReason(a: NewerVersion, b: NewerVersion): boolean {
  if (a.because !== b.because) return false;
  const [mine, theirs] = [grounds(a), grounds(b)];
  return mine.length === theirs.length && mine.every((ground, i) => ground === theirs[i]);
}

// The grounds are objects of the run itself: the same requirement is the same object.
const grounds = (one: NewerVersion): readonly unknown[] =>
  'causes' in one
    ? one.causes.flatMap(({ requirement, parent }) => [requirement, parent])
    : 'lines' in one
      ? one.lines
      : [];
