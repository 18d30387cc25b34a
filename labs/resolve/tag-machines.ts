import type { Platform, SystemVersion, Target } from '../packaging/target.ts';

/** A computer to choose at the bench, as pip sees it. */
export interface TagMachine {
  readonly id: string;
  readonly platform: Platform;
  /** Of glibc, musl or macOS; nothing that counts on Windows. */
  readonly system?: SystemVersion;
}

/** What is put together at the bench: a computer, its Python, and what pip is asked for. */
export interface TagChoice {
  /** The id of a machine. */
  readonly machine: string;
  /** `3.12` */
  readonly python: string;
  readonly requirement: string;
}

/** The computers that students meet. Their names stand with the words of the page, by id. */
export const TAG_MACHINES: readonly TagMachine[] = [
  { id: 'ubuntu', platform: 'linux-64', system: [2, 39] },
  { id: 'windows', platform: 'win-64' },
  { id: 'mac', platform: 'osx-arm64', system: [14, 0] },
  { id: 'rosetta', platform: 'osx-64', system: [14, 0] },
  { id: 'alpine', platform: 'musl-64', system: [1, 2] },
  { id: 'raspberry-64', platform: 'linux-aarch64', system: [2, 36] },
  { id: 'raspberry-32', platform: 'linux-armv7l', system: [2, 36] },
  { id: 'cluster', platform: 'linux-64', system: [2, 17] },
];

/** The Pythons to choose from: pip 26.3 runs on 3.10 and later. */
export const TAG_PYTHONS: readonly string[] = ['3.10', '3.11', '3.12', '3.13', '3.14'];

/** The machine of an id; the first one where no machine has it. */
export const tagMachine = (id: string): TagMachine =>
  // `as`: the list is not empty.
  TAG_MACHINES.find((machine) => machine.id === id) ?? (TAG_MACHINES[0] as TagMachine);

/** What pip resolves for. */
export const machineToTarget = ({ platform, system }: TagMachine, python: string): Target => ({
  python: `${python}.0`,
  platform,
  implementation: 'cp',
  system,
});
