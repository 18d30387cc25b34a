// What the random universes are made of. Repetition is weight.

/** Names in the order in which they depend on each other; some need normalising. */
export const NAMES: readonly string[] = [
  'alpha',
  'Beta',
  'gamma_ray',
  'delta',
  'epsilon.io',
  'zeta',
  'eta',
  'theta',
  'iota',
];

export const EXTRAS: readonly string[] = ['x', 'Fast_IO', 'gpu'];

/** Projects that the index does not have. */
export const MISSING: readonly string[] = ['missing-pkg', 'nowhere>=1'];

/** The ends of version numbers. */
export const ENDS: readonly string[] = [
  ...Array.from({ length: 14 }, () => ''),
  '.0',
  '.3',
  'a1',
  'rc2',
  '.dev3',
  '.post1',
  '+cu118',
];

export const PYTHONS: readonly string[] = ['3.9.18', '3.11.7', '3.12.1', '3.12.1', '3.13.0'];

export const REQUIRES_PYTHON: readonly string[] = [
  '>=3.8',
  '>=3.8',
  '<3.12',
  '>=3.12',
  '>=3.10,<4',
  '!=3.11.*',
  '>=3.9, !=3.12.0',
];

export const MARKERS: readonly string[] = [
  'python_version >= "3.8"',
  'python_version < "3.12"',
  'sys_platform == "win32"',
  'sys_platform != "win32"',
  'platform_system == "Linux" and python_version > "3.5"',
  'python_full_version < "3.12.1" or platform_machine == "arm64"',
  'implementation_name == "cpython"',
  'os_name == "nt" or python_version in "3.11 3.12"',
];

/** The wheels of one release, for some machines only, or better for some. */
export const TAGS: readonly (readonly string[])[] = [
  ['cp312-cp312-manylinux_2_17_x86_64', 'py3-none-any'],
  ['cp39-abi3-manylinux2014_x86_64', 'cp39-abi3-win_amd64', 'cp39-abi3-macosx_11_0_arm64'],
  ['cp311-cp311-manylinux_2_28_x86_64', 'cp312-cp312-manylinux_2_28_x86_64'],
  ['py2.py3-none-any'],
  ['cp312-cp312-musllinux_1_2_x86_64', 'cp312-cp312-macosx_10_9_universal2'],
  ['py3-none-win_amd64'],
];
