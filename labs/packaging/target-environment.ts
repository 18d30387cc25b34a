// What a CPython on each kind of machine answers to the variables of PEP 508.

import type { MarkerEnvironment, MarkerVariable } from './marker.ts';
import type { Platform, Target } from './target.ts';
import { pythonVersion } from './target.ts';

type MachineFacts = Readonly<
  Record<Extract<MarkerVariable, 'os_name' | 'sys_platform' | `platform_${string}`>, string>
>;

const LINUX = {
  os_name: 'posix',
  sys_platform: 'linux',
  platform_system: 'Linux',
  platform_release: '6.1.0-28-amd64',
  platform_version: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.119-1 (2024-11-22)',
  platform_python_implementation: 'CPython',
} as const;

const MAC = {
  os_name: 'posix',
  sys_platform: 'darwin',
  platform_system: 'Darwin',
  platform_release: '23.6.0',
  platform_version: 'Darwin Kernel Version 23.6.0',
  platform_python_implementation: 'CPython',
} as const;

const WINDOWS = {
  os_name: 'nt',
  sys_platform: 'win32',
  platform_system: 'Windows',
  platform_release: '11',
  platform_version: '10.0.22631',
  platform_python_implementation: 'CPython',
} as const;

const MACHINES: Readonly<Record<Platform, MachineFacts>> = {
  'linux-64': { ...LINUX, platform_machine: 'x86_64' },
  'linux-aarch64': { ...LINUX, platform_release: '6.1.0-28-arm64', platform_machine: 'aarch64' },
  'linux-armv7l': {
    ...LINUX,
    platform_release: '6.12.47+rpt-rpi-v7',
    platform_machine: 'armv7l',
  },
  'musl-64': { ...LINUX, platform_release: '6.12.8-0-lts', platform_machine: 'x86_64' },
  'musl-aarch64': { ...LINUX, platform_release: '6.12.8-0-lts', platform_machine: 'aarch64' },
  'win-64': { ...WINDOWS, platform_machine: 'AMD64' },
  'osx-64': { ...MAC, platform_machine: 'x86_64' },
  'osx-arm64': { ...MAC, platform_machine: 'arm64' },
};

/** What markers see on the target. */
export function targetEnvironment(target: Target): MarkerEnvironment {
  const version = pythonVersion(target.python);
  return {
    ...MACHINES[target.platform],
    implementation_name: 'cpython',
    implementation_version: target.python,
    python_full_version: target.python,
    python_version: version === undefined ? target.python : version.join('.'),
  };
}
