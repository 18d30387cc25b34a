// Where something is to be installed: an interpreter on a kind of machine.

/**
 * A kind of machine, named as conda names its subdirs; musl is a Linux such as Alpine, armv7l the
 * Linux of a 32-bit Raspberry Pi, for which the snapshot keeps no files.
 */
export type Platform =
  | 'linux-64'
  | 'linux-aarch64'
  | 'linux-armv7l'
  | 'musl-64'
  | 'musl-aarch64'
  | 'win-64'
  | 'osx-64'
  | 'osx-arm64';

/** Major and minor number: of glibc, of musl, or of macOS. */
export type SystemVersion = readonly [major: number, minor: number];

/** Where something is to be installed. */
export interface Target {
  /** The interpreter's full version: '3.12.1'. */
  readonly python: string;
  readonly platform: Platform;
  readonly implementation: 'cp';
  /** Of glibc, musl or macOS; if not given, 2.36, 1.2 and 14.0. */
  readonly system?: SystemVersion | undefined;
}

/** Major and, if known, minor version of Python, as pip's --python-version may give it. */
export type PythonVersion = readonly [major: number, minor?: number];

const MAJOR_MINOR = /^([0-9]{1,3})\.([0-9]{1,3})(?:[.+a-z][0-9a-z.+]{0,40})?$/;

/** Every kind of machine for which a snapshot keeps files, and which a command may name. */
export const PLATFORMS: readonly Platform[] = [
  'linux-64',
  'linux-aarch64',
  'musl-64',
  'musl-aarch64',
  'win-64',
  'osx-64',
  'osx-arm64',
];

/** Major and minor of a full version, or undefined if it is not written so. */
export function pythonVersion(python: string): readonly [number, number] | undefined {
  const match = MAJOR_MINOR.exec(python);
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

/** Whether a text names one of these kinds of machine. */
export function isPlatform(text: string): text is Platform {
  return PLATFORMS.some((platform) => platform === text);
}
