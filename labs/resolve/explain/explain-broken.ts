import type { Broken } from '../conflict-lines.ts';
import type { Request, RootLine } from '../types.ts';
import type { BrokenInstalled } from './explanation.ts';

/** What pip mentions after installing, and still ends with 0: who is broken, and by which of the user's lines. */
export function explainBroken(
  broken: readonly Broken[],
  { lines, target }: Request,
): BrokenInstalled {
  const named = lines.filter((line) => broken.some((each) => isAbout(line, each)));
  return { kind: 'breaks-installed', lines: named, isMinimal: false, target, traps: [], broken };
}

const isAbout = ({ requirement: { project } }: RootLine, { pin, requirement }: Broken): boolean =>
  project === pin.project || project === requirement.project;
