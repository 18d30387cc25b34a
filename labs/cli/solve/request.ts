import type { Request, RootLine } from '../../resolve/types.ts';
import type { SolveOptions } from './options.ts';
import type { Settings } from './settings.ts';
import type { Sources } from './sources.ts';

/** What the resolver is asked, from the options, the lines and where files come from. */
export function requestOf(
  options: Pick<SolveOptions, 'target' | 'before'> & Partial<SolveOptions>,
  given: { readonly lines: readonly RootLine[]; readonly settings: Settings },
  sources: Pick<Sources, 'main' | 'more'>,
  installed?: Request['installed'],
): Request {
  const { settings } = given;
  return {
    lines: given.lines,
    target: options.target,
    version: options.version ?? '26.3',
    index: sources.main,
    moreIndexes: sources.more,
    installed,
    upgrade: options.upgrade,
    reinstall: options.reinstall,
    noDeps: options.noDeps,
    onlyDeps: options.onlyDeps,
    binary: settings.binary,
    preferBinary: settings.preferBinary,
    preReleases: settings.preReleases,
    uploadedPriorTo: options.before,
    ignoreRequiresPython: options.ignoreRequiresPython,
    requireHashes: settings.requireHashes,
    foreign: options.foreign,
    dryRun: options.asInstall !== true,
    workingDirectory: process.cwd(),
  };
}
