// Options that exclude one another: pip's own refusals, in its words (pip 26.3: cli/cmdoptions.py).

import type { ForeignTarget } from '../../packaging/foreign-target.ts';
import type { Settings } from './settings.ts';
import { ToolFailure } from './tool-failure.ts';

/** What pip looks at before anything else. */
export interface Usage {
  readonly settings: Settings;
  readonly pre: boolean;
  readonly noDeps: boolean;
  readonly onlyDeps: boolean;
  readonly isLegacy: boolean;
  readonly hasRequirementFile: boolean;
  readonly hasGroup: boolean;
  readonly foreign: ForeignTarget | undefined;
}

/** Refuses what pip refuses, in pip's order. */
export function checkUsage(usage: Usage): void {
  checkOnlyDeps(usage);
  checkForeign(usage);
  const { yes, no } = usage.settings.preReleases;
  if (usage.pre && yes.size + no.size > 0)
    throw new ToolFailure('ERROR: --pre cannot be used with --all-releases or --only-final.');
}

function checkOnlyDeps(usage: Usage): void {
  if (!usage.onlyDeps) return;
  const conflicts = [
    ...(usage.noDeps ? ["'--no-deps'"] : []),
    ...(usage.isLegacy ? ["'--use-deprecated legacy-resolver'"] : []),
    ...(usage.hasRequirementFile ? ["'--requirement'"] : []),
    ...(usage.hasGroup ? ["'--group'"] : []),
  ];
  const last = conflicts.pop();
  if (last === undefined) return;
  const listed = conflicts.length === 0 ? last : `${conflicts.join(', ')}, or ${last}`;
  throw new ToolFailure(
    `ERROR: Cannot use '--only-dependencies' in combination with ${listed}. ` +
      'If this is unexpected, please refer to the user guide:\n\n' +
      '    https://pip.pypa.io/en/stable/user_guide/#installing-only-dependencies',
  );
}

/** Wheels for elsewhere cannot be mixed with what is built here. */
function checkForeign({ foreign, settings, noDeps }: Usage): void {
  const { yes, no } = settings.binary;
  const isBinaryOnly = no.size === 0 && yes.size === 1 && yes.has(':all:');
  if (foreign === undefined || isBinaryOnly || noDeps) return;
  throw new ToolFailure(
    'ERROR: When restricting platform and interpreter constraints using --python-version, ' +
      '--platform, --abi, or --implementation, either --no-deps must be set, or ' +
      '--only-binary=:all: must be set and --no-binary must not be set (or must be set to :none:).',
  );
}
