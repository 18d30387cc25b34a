// PEP 425 tags: which built files an interpreter on a machine can use, best first, in the order
// of packaging 26.3 (tags.py).

import { memoizeByText } from './memo.ts';
import { macPlatforms, manylinuxPlatforms, musllinuxPlatforms } from './platform-tags.ts';
import type { Platform, PythonVersion, SystemVersion, Target } from './target.ts';
import { pythonVersion } from './target.ts';

export type { Platform, PythonVersion, SystemVersion, Target } from './target.ts';
export { pythonVersion } from './target.ts';
export { targetEnvironment } from './target-environment.ts';

const OLDEST_ABI3_MINOR = 2;
/** `cp313t`: built without the global lock. */
const THREADED_ABI = /^cp[0-9]+.*t/;

/** All tags that the target can use, the most specific first. */
export function supportedTags(target: Target): readonly string[] {
  if (pythonVersion(target.python) === undefined) return [];
  const system = target.system === undefined ? '' : target.system.join('.');
  return supportedByText(`${target.python} ${target.platform} ${system}`);
}

const supportedByText = memoizeByText(200, (text): readonly string[] => {
  const [python = '', platform = '', system = ''] = text.split(' ');
  const version = pythonVersion(python);
  if (version === undefined) return [];
  const [major, minor] = system.split('.').map(Number);
  const given: SystemVersion | undefined =
    major === undefined || minor === undefined ? undefined : [major, minor];
  const platforms = platformTags(platform as Platform, given); // `as`: supportedTags wrote it
  const name = `cp${version.join('')}`;
  return [...cpythonTags(version, [name], platforms), ...compatibleTags(version, name, platforms)];
});

/** The platform tags of a machine, the most specific first. */
export function platformTags(platform: Platform, system?: SystemVersion): readonly string[] {
  switch (platform) {
    case 'linux-64':
      return manylinuxPlatforms('x86_64', system ?? [2, 36]);
    case 'linux-aarch64':
      return manylinuxPlatforms('aarch64', system ?? [2, 36]);
    case 'linux-armv7l':
      return manylinuxPlatforms('armv7l', system ?? [2, 36]);
    case 'musl-64':
      return musllinuxPlatforms('x86_64', system ?? [1, 2]);
    case 'musl-aarch64':
      return musllinuxPlatforms('aarch64', system ?? [1, 2]);
    case 'win-64':
      return ['win_amd64'];
    case 'osx-64':
      return macPlatforms('x86_64', system ?? [14, 0]);
    case 'osx-arm64':
      return macPlatforms('arm64', system ?? [14, 0]);
  }
}

/** Tags of files built for CPython, its stable ABI included: `packaging.tags.cpython_tags`. */
export function cpythonTags(
  version: PythonVersion,
  abis: readonly string[],
  platforms: readonly string[],
): string[] {
  const [major, minor] = version;
  const name = `cp${version.join('')}`;
  const isThreaded = THREADED_ABI.test(abis[0] ?? '');
  const stable = isThreaded ? 'abi3t' : 'abi3';
  const hasStable =
    minor !== undefined && (major > 3 || (major === 3 && minor >= OLDEST_ABI3_MINOR));
  const own = abis.filter((abi) => abi !== 'none' && abi !== 'abi3' && abi !== stable);
  const pairs = own.map((abi) => `${name}-${abi}`);
  if (hasStable) pairs.push(`${name}-${stable}`);
  pairs.push(`${name}-none`);
  if (hasStable) {
    for (let older = minor - 1; older >= OLDEST_ABI3_MINOR; older -= 1) {
      pairs.push(`cp${major}${older}-${stable}`);
    }
  }
  return pairs.flatMap((pair) => platforms.map((platform) => `${pair}-${platform}`));
}

/** Tags of files for any implementation: `packaging.tags.compatible_tags`. */
export function compatibleTags(
  version: PythonVersion,
  interpreter: string | undefined,
  platforms: readonly string[],
): string[] {
  const pythons = olderPythons(version);
  const bound = pythons.flatMap((python) => platforms.map((each) => `${python}-none-${each}`));
  if (interpreter !== undefined) bound.push(`${interpreter}-none-any`);
  return [...bound, ...pythons.map((python) => `${python}-none-any`)];
}

/** `py312`, `py3`, `py311` … `py30`. */
function olderPythons([major, minor]: PythonVersion): string[] {
  if (minor === undefined) return [`py${major}`];
  const pythons = [`py${major}${minor}`, `py${major}`];
  for (let older = minor - 1; older >= 0; older -= 1) pythons.push(`py${major}${older}`);
  return pythons;
}
