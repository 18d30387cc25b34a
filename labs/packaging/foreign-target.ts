// What files may be built for when pip is told so by option: pip/_internal/models/target_python.py
// and utils/compatibility_tags.py. Not simulated: iOS and Android.

import { macPlatforms } from './platform-tags.ts';
import type { MacArchitecture } from './platform-tags.ts';
import { compatibleTags, cpythonTags, platformTags } from './tags.ts';
import type { PythonVersion, Target } from './target.ts';
import { pythonVersion } from './target.ts';

/** Another interpreter or machine than the one that runs pip, as far as options say. */
export interface ForeignTarget {
  /** --platform, as written, in order; none: this machine. */
  readonly platforms?: readonly string[] | undefined;
  /** --python-version: `3`, `3.12` or `3.12.1` in numbers. */
  readonly python?: readonly number[] | undefined;
  /** --implementation. */
  readonly implementation?: string | undefined;
  /** --abi, as written, in order. */
  readonly abis?: readonly string[] | undefined;
}

const MAC = /^macosx_(\d{1,3})_(\d{1,3})_(x86_64|arm64)$/;
const OLD_MANYLINUX: Readonly<Record<string, readonly string[]>> = {
  manylinux2014: ['manylinux2014', 'manylinux2010', 'manylinux1'],
  manylinux2010: ['manylinux2010', 'manylinux1'],
};
const FOR_INTEL = /^(?:i686|x86_64)$/;

/** A text that two foreign targets share only if they are the same. */
export function foreignKey(foreign: ForeignTarget | undefined): string {
  return foreign === undefined ? '' : JSON.stringify(foreign);
}

/** The Python that Requires-Python is held against: what is not given counts as 0. */
export function foreignPython(foreign: ForeignTarget | undefined, target: Target): string {
  if (foreign?.python === undefined) return target.python;
  const [major = 0, minor = 0, patch = 0] = foreign.python;
  return `${major}.${minor}.${patch}`;
}

/** All tags that would do, the most specific first. */
export function foreignTags(foreign: ForeignTarget, target: Target): readonly string[] {
  const own = pythonVersion(target.python) ?? [3];
  const version = givenVersion(foreign) ?? own;
  const platforms = givenPlatforms(foreign) ?? platformTags(target.platform, target.system);
  const implementation = foreign.implementation ?? 'cp';
  const interpreter = `${implementation}${version.join('')}`;
  const built =
    implementation === 'cp'
      ? cpythonTags(version, foreign.abis ?? ownAbis(version), platforms)
      : genericTags(interpreter, foreign.abis ?? [`cp${own.join('')}`], platforms);
  return [...built, ...compatibleTags(version, interpreter, platforms)];
}

function givenVersion({ python }: ForeignTarget): PythonVersion | undefined {
  const [major, minor] = python ?? [];
  if (major === undefined) return undefined;
  return minor === undefined ? [major] : [major, minor];
}

function ownAbis(version: PythonVersion): readonly string[] {
  return version.length === 1 ? [] : [`cp${version.join('')}`];
}

function genericTags(
  interpreter: string,
  abis: readonly string[],
  platforms: readonly string[],
): string[] {
  return [...abis.filter((abi) => abi !== 'none'), 'none'].flatMap((abi) =>
    platforms.map((platform) => `${interpreter}-${abi}-${platform}`),
  );
}

function givenPlatforms({ platforms }: ForeignTarget): readonly string[] | undefined {
  if (platforms === undefined || platforms.length === 0) return undefined;
  return [...new Set(platforms.flatMap(compatiblePlatforms))];
}

function compatiblePlatforms(platform: string): readonly string[] {
  const mac = MAC.exec(platform);
  if (mac !== null) {
    const [, major, minor, arch] = mac;
    return macPlatforms(arch as MacArchitecture, [Number(major), Number(minor)]);
  }
  const [prefix = '', ...rest] = platform.split('_');
  const arch = rest.join('_');
  const names = FOR_INTEL.test(arch) ? OLD_MANYLINUX[prefix] : undefined;
  return names === undefined ? [platform] : names.map((name) => `${name}_${arch}`);
}
