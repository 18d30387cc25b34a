import type { Fate } from './specifier-bench.ts';
import type { Version } from './version.ts';

/** Neighbours on the line that share a fate. */
export interface FateRun {
  readonly isIn: boolean;
  readonly clauses: readonly string[];
  readonly versions: readonly Version[];
}

/** The fates of all releases in as few rows as can be, oldest first; what is held back stands apart. */
export function runsOfFates(fates: readonly Fate[]): {
  readonly runs: readonly FateRun[];
  readonly heldBack: readonly Version[];
} {
  const runs: { isIn: boolean; clauses: readonly string[]; versions: Version[] }[] = [];
  for (const { version, isIn, clauses, isHeldBack } of fates) {
    if (isHeldBack) continue;
    const last = runs.at(-1);
    if (last?.isIn === isIn && last.clauses.join() === clauses.join()) last.versions.push(version);
    else runs.push({ isIn, clauses, versions: [version] });
  }
  const heldBack = fates.filter((fate) => fate.isHeldBack).map(({ version }) => version);
  return { runs, heldBack };
}
