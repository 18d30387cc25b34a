// Where we do otherwise than the recorded pip, by case, each with its reason. The list may not grow.

import type { Label } from './pip-universes.ts';

const OLD_WORDS = '23.2 says of a line that it cannot read what it says; we say what 26.3 says';

export const DISAGREEMENTS: Readonly<Record<Label, Readonly<Record<string, string>>>> = {
  '26.3': {
    130: 'before it refuses a name pip warns that no such file is there, which a reader without a disk cannot know',
  },
  '23.2': {
    60: 'packaging 21.3 compares the extra in a marker as it is written: Fast_IO is not fast_io',
    110: 'the projects ask for one another in circles, and pip walks a set in the order of hashes',
    120: OLD_WORDS,
    130: OLD_WORDS,
    138: OLD_WORDS,
    164: OLD_WORDS,
  },
  legacy: { 120: OLD_WORDS, 130: OLD_WORDS, 138: OLD_WORDS, 164: OLD_WORDS },
};
