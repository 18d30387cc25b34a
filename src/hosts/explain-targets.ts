export { PLATFORMS } from '../../labs/packaging/target.ts';

/** A Python that a reader can choose, by its minor version, and the release that is meant. */
const RELEASES: Readonly<Record<string, string>> = {
  '3.8': '3.8.20',
  '3.9': '3.9.23',
  '3.10': '3.10.18',
  '3.11': '3.11.13',
  '3.12': '3.12.11',
  '3.13': '3.13.5',
  '3.14': '3.14.0',
};

/** The Pythons to choose from, oldest first. */
export const PYTHONS: readonly string[] = Object.keys(RELEASES);

/** What is chosen until the reader chooses. */
export const PREFERRED = { python: '3.11', platform: 'linux-64' } as const;

/** `3.11` as a full version. */
export const fullPython = (minor: string): string => RELEASES[minor] ?? '3.12.11';
