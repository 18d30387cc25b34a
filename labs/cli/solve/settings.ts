// What decides which files are looked at. pip takes these options at the prompt and in requirements
// files, where they act on the whole run (req/req_file.py: handle_option_line).

import { extendChoice, NO_CHOICE, type NameChoice } from '../../packaging/name-choice.ts';
import type { GivenOption } from '../words.ts';

/** Where files are looked for, and which of them will do. */
export interface Settings {
  /** The indexes, in order; 'snapshot' is the bundled one. */
  readonly indexes: readonly string[];
  readonly findLinks: readonly string[];
  readonly noIndex: boolean;
  readonly binary: NameChoice;
  readonly preReleases: NameChoice;
  readonly preferBinary: boolean;
  readonly requireHashes: boolean;
}

/** Before any option. */
export const DEFAULT_SETTINGS: Settings = {
  indexes: ['snapshot'],
  findLinks: [],
  noIndex: false,
  binary: NO_CHOICE,
  preReleases: NO_CHOICE,
  preferBinary: false,
  requireHashes: false,
};

/** The settings after one option more, named without its dashes; other options change nothing. */
export function withSetting(settings: Settings, { name, value }: GivenOption): Settings {
  const { noIndex, indexes, binary, preReleases } = settings;
  switch (name) {
    case 'index-url':
      return noIndex ? settings : { ...settings, indexes: [value] };
    case 'extra-index-url':
      return noIndex ? settings : { ...settings, indexes: [...indexes, value] };
    case 'no-index':
      return { ...settings, noIndex: true, indexes: [] };
    case 'find-links':
      return { ...settings, findLinks: [...settings.findLinks, value] };
    case 'only-binary':
      return { ...settings, binary: extendChoice(binary, 'yes', value) };
    case 'no-binary':
      return { ...settings, binary: extendChoice(binary, 'no', value) };
    case 'all-releases':
      return { ...settings, preReleases: extendChoice(preReleases, 'yes', value) };
    case 'only-final':
      return { ...settings, preReleases: extendChoice(preReleases, 'no', value) };
    case 'pre':
      return {
        ...settings,
        preReleases: { ...preReleases, yes: new Set([...preReleases.yes, ':all:']) },
      };
    case 'prefer-binary':
      return { ...settings, preferBinary: true };
    case 'require-hashes':
      return { ...settings, requireHashes: true };
    default:
      return settings;
  }
}
