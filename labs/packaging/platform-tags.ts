// The platform part of tags, most specific first, as packaging 26.3 lists it on such a machine
// (tags.py, _manylinux.py, _musllinux.py; PEPs 513, 571, 599, 600, 656).

import type { SystemVersion } from './target.ts';

/** CPUs for which Linux and macOS wheels are built. */
export type LinuxArchitecture = 'x86_64' | 'aarch64' | 'armv7l';
export type MacArchitecture = 'x86_64' | 'arm64';

const LEGACY_MANYLINUX: Readonly<Record<number, string>> = {
  17: 'manylinux2014',
  12: 'manylinux2010',
  5: 'manylinux1',
};
const OLDEST_GLIBC_MINOR = { x86_64: 5, aarch64: 17, armv7l: 17 } as const;

/** Tags of a Linux with glibc 2.x: its own, then every manylinux down to the oldest. */
export function manylinuxPlatforms(arch: LinuxArchitecture, glibc: SystemVersion): string[] {
  const tags = [`linux_${arch}`];
  const [major, newest] = glibc;
  if (major !== 2) return tags;
  for (let minor = newest; minor >= OLDEST_GLIBC_MINOR[arch]; minor -= 1) {
    tags.push(`manylinux_2_${minor}_${arch}`);
    const legacy = LEGACY_MANYLINUX[minor];
    if (legacy !== undefined) tags.push(`${legacy}_${arch}`);
  }
  return tags;
}

/** Tags of a Linux with musl, such as Alpine. */
export function musllinuxPlatforms(arch: LinuxArchitecture, musl: SystemVersion): string[] {
  const tags = [`linux_${arch}`];
  const [major, newest] = musl;
  for (let minor = newest; minor >= 0; minor -= 1) tags.push(`musllinux_${major}_${minor}_${arch}`);
  return tags;
}

/** Tags of a Mac: every release it can stand for, and every way of bundling its CPU. */
export function macPlatforms(arch: MacArchitecture, version: SystemVersion): string[] {
  const [major, minor] = version;
  const tags: string[] = [];
  if (major === 10) {
    for (let old = minor; old >= 0; old -= 1) {
      for (const format of macFormats(arch, old)) tags.push(`macosx_10_${old}_${format}`);
    }
    return tags;
  }
  for (let release = major; release > 10; release -= 1) {
    for (const format of macFormats(arch, Infinity)) tags.push(`macosx_${release}_0_${format}`);
  }
  // Macs of before 11.0 had no arm64, but universal2 files may be labelled for them.
  for (let old = 16; old >= 4; old -= 1) {
    const formats = arch === 'x86_64' ? macFormats(arch, old) : ['universal2'];
    for (const format of formats) tags.push(`macosx_10_${old}_${format}`);
  }
  return tags;
}

/** `minor` counts within macOS 10; Infinity stands for macOS 11 and later. */
function macFormats(arch: MacArchitecture, minor: number): readonly string[] {
  if (arch === 'arm64') return ['arm64', 'universal2'];
  if (minor < 4) return [];
  return ['x86_64', 'intel', 'fat64', 'fat3', 'universal2', 'universal'];
}
