// What of a solution is to be done: Resolver.resolve in pip/_internal/resolution/resolvelib/resolver.py.

import type { Metadata } from '../packaging/metadata.ts';
import { compareVersions } from '../packaging/version.ts';
import type { Distribution } from './distributions.ts';
import { filePath } from './links.ts';
import { yankedWarning } from './output-lines.ts';
import { projectOfName } from './requirements.ts';
import type { Resolving } from './resolving.ts';
import type { Candidate } from './types.ts';

/** What pip installs and uninstalls, and what it says while it finds that out. */
export interface InstallPlan {
  readonly installs: readonly Candidate[];
  readonly uninstalls: readonly Metadata[];
  readonly printed: readonly string[];
}

/** The pins that are not there yet, and what stands in their way. */
export function planInstall(resolving: Resolving, pins: readonly Candidate[]): InstallPlan {
  const { request, requestedOrder, installed } = resolving;
  const installs: Candidate[] = [];
  const uninstalls: Metadata[] = [];
  const printed: string[] = [];
  const asked = new Set([...requestedOrder.keys()].map(projectOfName));
  for (const pin of pins) {
    if (pin.source.kind === 'installed') continue;
    const present = installed.get(pin.project);
    const isForced = request.reinstall === 'force';
    if (present !== undefined && !isForced && isSame(present, pin)) {
      if (filePath(pin.file, pin.source) !== undefined) printed.push(alreadyThere(pin));
      continue;
    }
    printed.push(...yankedWarning(pin.name, pin));
    if (request.onlyDeps === true && asked.has(pin.project)) continue;
    installs.push(pin);
    if (present !== undefined) uninstalls.push(present.metadata);
  }
  return { installs, uninstalls, printed };
}

function isSame(present: Distribution, pin: Candidate): boolean {
  return compareVersions(present.version, pin.version) === 0;
}

function alreadyThere({ origin }: Candidate): string {
  return (
    `${origin.requirement.name} is already installed with the same version as the provided wheel. ` +
    'Use --force-reinstall to force an installation of the wheel.'
  );
}
