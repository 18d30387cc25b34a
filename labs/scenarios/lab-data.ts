import type { Lab } from '../core/lab.ts';
import type { LabEvent } from '../core/engine.ts';
import { cutToFiles, releasesOf } from '../packaging/files-cut.ts';
import { cutIndex } from '../packaging/index-cut.ts';
import type { SnapshotPage } from '../packaging/snapshot.ts';
import { SNAPSHOT } from '../packaging/snapshot-shelf.ts';
import { specifierBench, type SpecifierLab } from '../packaging/specifier-bench.ts';
import { parseRequirement } from '../packaging/requirement.ts';
import { pythonBench, type PythonLab } from '../python/bench.ts';
import { resolverBench, type ResolverLab } from '../resolve/bench.ts';
import { choosingBench, type ChoosingLab } from '../resolve/choosing/choosing.ts';
import { doors, type DoorsLab } from '../resolve/doors.ts';
import { tagBench, type TagLab } from '../resolve/tag-bench.ts';
import { timeMachine, type TimeMachineLab } from '../resolve/time-machine.ts';

/** A lab of any kind: what its states mean, only its engine and the bench of that kind know. */
export type AnyLab = Lab<unknown, unknown, LabEvent, unknown>;

/** Is it a lab of the resolver's bench? */
export const isResolverLab = (lab: AnyLab): lab is AnyLab & ResolverLab =>
  lab.engine.kind === resolverBench.kind;

/** Is it a lab in which the reader chooses the versions? */
export const isChoosingLab = (lab: AnyLab): lab is AnyLab & ChoosingLab =>
  lab.engine.kind === choosingBench.kind;

/** Is it a lab of the bench for specifiers? */
export const isSpecifierLab = (lab: AnyLab): lab is AnyLab & SpecifierLab =>
  lab.engine.kind === specifierBench.kind;

/** Is it a lab of the bench for tags? */
export const isTagLab = (lab: AnyLab): lab is AnyLab & TagLab => lab.engine.kind === tagBench.kind;

/** Is it a lab in which two days meet? */
export const isTimeMachineLab = (lab: AnyLab): lab is AnyLab & TimeMachineLab =>
  lab.engine.kind === timeMachine.kind;

/** Is it a lab in which commands change what is installed? */
export const isDoorsLab = (lab: AnyLab): lab is AnyLab & DoorsLab => lab.engine.kind === doors.kind;

/** Is it a lab in which real Python runs? */
export const isPythonLab = (lab: AnyLab): lab is AnyLab & PythonLab =>
  lab.engine.kind === pythonBench.kind;

/** What a lab loads when it starts, cut out of the snapshot; undefined where it needs nothing. */
export function labData(
  lab: AnyLab,
  snapshot: (project: string) => SnapshotPage | undefined,
): unknown {
  if (isResolverLab(lab) && lab.setup.index === SNAPSHOT) return undefined; // page by page
  if (isResolverLab(lab) || isChoosingLab(lab) || isTimeMachineLab(lab) || isDoorsLab(lab))
    return cutIndex(lab.setup.wanted, lab.setup.target, snapshot);
  if (isSpecifierLab(lab)) {
    const page = snapshot(lab.setup.project);
    return page && releasesOf(page);
  }
  if (!isTagLab(lab)) return undefined;
  const projects = new Set(lab.setup.requirements.map(projectOf));
  const pages = [...projects].flatMap((project) => snapshot(project) ?? []);
  return { pages: pages.map(cutToFiles) };
}

const projectOf = (text: string): string => {
  const requirement = parseRequirement(text);
  return 'project' in requirement ? requirement.project : text;
};
