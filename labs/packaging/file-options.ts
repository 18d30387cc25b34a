// The options that a line of a requirements file may carry, taken apart as pip 26.3 does with
// Python's optparse (req/req_file.py, cli/cmdoptions.py).

import { reprPython } from './python-text.ts';

/** Options that pip knows in a requirements file, by their long names. */
export type FileOptionName = keyof typeof OPTIONS;

/** One option of a line; a flag has the value ''. */
export interface FileOption {
  readonly name: FileOptionName;
  readonly value: string;
}

/** Why pip cannot read the options of a line. */
export interface OptionFault {
  readonly kind: 'option-fault';
  /** A command error stands alone; the others follow the line and `pip: error: `. */
  readonly isCommandError: boolean;
  readonly message: string;
}

type ValueCheck = (value: string, spelling: string) => OptionFault | undefined;

interface OptionRule {
  readonly takesValue: boolean;
  readonly check?: ValueCheck;
}

const FLAG: OptionRule = { takesValue: false };
const VALUE: OptionRule = { takesValue: true };

const FEATURES = [
  'fast-deps',
  'inprocess-build-deps',
  'venv-isolation',
  'truststore',
  'no-binary-enable-wheel-cache',
  'build-constraint',
];
const STRONG_HASHES = ['sha256', 'sha384', 'sha512'];

const OPTIONS = {
  'index-url': VALUE,
  'extra-index-url': VALUE,
  'no-index': FLAG,
  constraint: VALUE,
  requirement: VALUE,
  editable: VALUE,
  'find-links': VALUE,
  'no-binary': { takesValue: true, check: checkFormat },
  'only-binary': { takesValue: true, check: checkFormat },
  'prefer-binary': FLAG,
  'require-hashes': FLAG,
  'no-require-hashes': FLAG,
  pre: FLAG,
  'all-releases': VALUE,
  'only-final': VALUE,
  'trusted-host': VALUE,
  'use-feature': { takesValue: true, check: checkFeature },
  hash: { takesValue: true, check: checkHash },
  'config-settings': { takesValue: true, check: checkSetting },
} as const satisfies Readonly<Record<string, OptionRule>>;

const SHORT: Readonly<Record<string, FileOptionName>> = {
  i: 'index-url',
  c: 'constraint',
  r: 'requirement',
  e: 'editable',
  f: 'find-links',
  C: 'config-settings',
};
const PYPI_URL = 'pypi-url';
const LONG_NAMES: readonly string[] = [...Object.keys(OPTIONS), PYPI_URL];

/** The options among the words of a line. Words that are no options are passed over, as pip does. */
export function readFileOptions(words: readonly string[]): readonly FileOption[] | OptionFault {
  const options: FileOption[] = [];
  for (let index = 0; index < words.length;) {
    const word = words[index] ?? '';
    if (word === '--') break;
    const read = word.startsWith('--')
      ? readLong(word, words[index + 1])
      : word.startsWith('-') && word.length > 1
        ? readShort(word, words[index + 1])
        : undefined;
    if (read !== undefined && 'kind' in read) return read;
    if (read !== undefined) options.push(...read.options);
    index += 1 + (read?.usedNext === true ? 1 : 0);
  }
  return options;
}

interface Read {
  readonly options: readonly FileOption[];
  readonly usedNext: boolean;
}

/** `--name=value`, `--name value`, `--name`, or an unambiguous beginning of a name. */
function readLong(word: string, next: string | undefined): Read | OptionFault {
  const equals = word.indexOf('=');
  const typed = equals < 0 ? word : word.slice(0, equals);
  const attached = equals < 0 ? undefined : word.slice(equals + 1);
  const spelling = completeLong(typed);
  if (typeof spelling !== 'string') return spelling;
  const name = longOption(spelling.slice(2));
  if (!OPTIONS[name].takesValue) {
    if (attached !== undefined) return fault(`${spelling} option does not take a value`);
    return { options: [{ name, value: '' }], usedNext: false };
  }
  return withValue(name, spelling, attached, next);
}

/** `-r value`, `-rvalue`; several letters in one word may only end in one that takes a value. */
function readShort(word: string, next: string | undefined): Read | OptionFault {
  const letter = word.charAt(1);
  const name = Object.hasOwn(SHORT, letter) ? SHORT[letter] : undefined;
  if (name === undefined) return fault(`no such option: -${letter}`);
  const attached = word.length > 2 ? word.slice(2) : undefined;
  return withValue(name, `-${letter}`, attached, next);
}

function withValue(
  name: FileOptionName,
  spelling: string,
  attached: string | undefined,
  next: string | undefined,
): Read | OptionFault {
  const value = attached ?? next;
  if (value === undefined) return fault(`${spelling} option requires 1 argument`);
  const rule: OptionRule = OPTIONS[name];
  const wrong = rule.check?.(value, spelling);
  if (wrong !== undefined) return wrong;
  return { options: [{ name, value }], usedNext: attached === undefined };
}

function completeLong(typed: string): string | OptionFault {
  const name = typed.slice(2);
  if (LONG_NAMES.includes(name)) return typed;
  const [only, ...others] = LONG_NAMES.filter((each) => each.startsWith(name)).toSorted();
  if (only === undefined) return fault(`no such option: ${typed}`);
  if (others.length === 0) return `--${only}`;
  const choices = [only, ...others].map((each) => `--${each}`).join(', ');
  return fault(`ambiguous option: ${typed} (${choices}?)`);
}

function longOption(name: string): FileOptionName {
  // LONG_NAMES are the keys of OPTIONS and this one other spelling.
  return name === PYPI_URL ? 'index-url' : (name as FileOptionName);
}

function checkFeature(value: string, spelling: string): OptionFault | undefined {
  if (FEATURES.includes(value)) return undefined;
  const choices = FEATURES.map(reprPython).join(', ');
  return fault(`option ${spelling}: invalid choice: ${reprPython(value)} (choose from ${choices})`);
}

function checkHash(value: string, spelling: string): OptionFault | undefined {
  const colon = value.indexOf(':');
  if (colon < 0) {
    return fault(
      `Arguments to ${spelling} must be a hash name followed by a value, like --hash=sha256:abcde...`,
    );
  }
  if (STRONG_HASHES.includes(value.slice(0, colon))) return undefined;
  return fault(`Allowed hash algorithms for ${spelling} are ${STRONG_HASHES.join(', ')}.`);
}

function checkSetting(value: string, spelling: string): OptionFault | undefined {
  if (value.includes('=')) return undefined;
  return fault(`Arguments to ${spelling} must be of the form KEY=VAL`);
}

function checkFormat(value: string): OptionFault | undefined {
  if (!value.startsWith('-')) return undefined;
  const message = '--no-binary / --only-binary option requires 1 argument.';
  return { kind: 'option-fault', isCommandError: true, message };
}

function fault(message: string): OptionFault {
  return { kind: 'option-fault', isCommandError: false, message };
}
