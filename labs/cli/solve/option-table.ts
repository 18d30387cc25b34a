import type { OptionShape } from '../words.ts';

/** Options that are ours, and pip's that decide nothing about what is resolved. */
const OURS: Readonly<Record<string, OptionShape>> = {
  '--tool': 'value',
  '--pip': 'value',
  '--python': 'value',
  '--index': 'value',
  '--installed': 'value',
  '--at': 'value',
  '--install': 'flag',
  '--pylock': 'flag',
  '--json': 'flag',
  '--trace': 'flag',
  '--dry-run': 'flag',
};

/** Options of `pip install` that decide a resolution (pip 26.3: cli/cmdoptions.py, commands/install.py). */
const PIPS: Readonly<Record<string, OptionShape>> = {
  '--requirement': 'value',
  '--constraint': 'value',
  '--editable': 'value',
  '--group': 'value',
  '--index-url': 'value',
  '--extra-index-url': 'value',
  '--find-links': 'value',
  '--no-index': 'flag',
  '--pre': 'flag',
  '--all-releases': 'value',
  '--only-final': 'value',
  '--no-deps': 'flag',
  '--only-dependencies': 'flag',
  '--only-binary': 'value',
  '--no-binary': 'value',
  '--prefer-binary': 'flag',
  '--upgrade': 'flag',
  '--upgrade-strategy': 'value',
  '--uploaded-prior-to': 'value',
  '--ignore-installed': 'flag',
  '--force-reinstall': 'flag',
  '--ignore-requires-python': 'flag',
  '--require-hashes': 'flag',
  '--python-version': 'value',
  '--implementation': 'value',
  '--abi': 'value',
  '--platform': 'value',
  '--target': 'value',
  '--use-deprecated': 'value',
};

/** Every option of `womm solve`, by its long name. */
export const SHAPES: Readonly<Record<string, OptionShape>> = { ...OURS, ...PIPS };

/** Other spellings. */
export const ALIASES: Readonly<Record<string, string>> = {
  '-r': '--requirement',
  '-c': '--constraint',
  '-e': '--editable',
  '-i': '--index-url',
  '--pypi-url': '--index-url',
  '-f': '--find-links',
  '-I': '--ignore-installed',
  '-U': '--upgrade',
  '-t': '--target',
  '--only-deps': '--only-dependencies',
  '--no-dependencies': '--no-deps',
};
