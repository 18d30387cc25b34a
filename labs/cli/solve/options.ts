import { isPlatform, pythonVersion, type Target } from '../../packaging/target.ts';
import { parseUtcSeconds } from '../../packaging/utc-seconds.ts';
import { parseVersion } from '../../packaging/version.ts';
import type { PipVersion } from '../../resolve/types.ts';
import { BadInput } from '../bad-input.ts';
import { readWords, type GivenOption, type OptionShape } from '../words.ts';
import { readFormats, type Formats } from './formats.ts';

/** What `womm solve` was asked. */
export interface SolveOptions {
  readonly tool: 'pip' | 'pip-legacy';
  readonly version: PipVersion;
  readonly target: Target;
  readonly source: SourceOption;
  /** Uploads of this second (UTC) and later do not exist. */
  readonly before: number | undefined;
  readonly formats: Formats;
  readonly json: boolean;
  readonly trace: boolean;
  /** Of -c and -r, in the order given. */
  readonly constraintFiles: readonly string[];
  readonly requirementFiles: readonly string[];
  readonly words: readonly string[];
}

/** Where the files are. */
export type SourceOption =
  | { readonly kind: 'snapshot' }
  /** A folder with `simple/<name>/index.json`. */
  | { readonly kind: 'index'; readonly folder: string }
  /** A folder of wheels. */
  | { readonly kind: 'find-links'; readonly folder: string };

/** `pip install` options that decide nothing in an empty environment or in a dry run. */
const WITHOUT_EFFECT = ['--dry-run', '--ignore-installed', '--force-reinstall', '--upgrade'];

const SHAPES: Readonly<Record<string, OptionShape>> = {
  '--tool': 'value',
  '--json': 'flag',
  '--trace': 'flag',
  '--python': 'value',
  '--platform': 'value',
  '--pip': 'value',
  '--index': 'value',
  '--no-index': 'flag',
  '--find-links': 'value',
  '--requirement': 'value',
  '--constraint': 'value',
  '--at': 'value',
  '--only-binary': 'value',
  '--no-binary': 'value',
  ...Object.fromEntries(WITHOUT_EFFECT.map((name) => [name, 'flag' as const])),
};

const ALIASES: Readonly<Record<string, string>> = {
  '-r': '--requirement',
  '-c': '--constraint',
  '-f': '--find-links',
  '-i': '--index',
  '-I': '--ignore-installed',
  '-U': '--upgrade',
  '--index-url': '--index',
  '--uploaded-prior-to': '--at',
};

const TOOLS = ['pip', 'pip-legacy'] as const;
const PIPS = ['26.3', '23.2'] as const;
const MACHINES = 'linux-64, linux-aarch64, musl-64, musl-aarch64, win-64, osx-64 or osx-arm64';
const PYTHON = /^3\.\d{1,2}(?:\.\d{1,3})?(?:(?:a|b|rc)\d{1,3})?$/;
const ADDRESS = /^[a-z][a-z0-9+.-]+:\/\//i;

/** Reads the words after `womm solve`. */
export function readSolveOptions(words: readonly string[]): SolveOptions {
  const { options, rest } = readWords('solve', SHAPES, words, ALIASES);
  const has = (name: string): boolean => options.some((option) => option.name === name);
  const all = (name: string): readonly string[] =>
    options.filter((option) => option.name === name).map(({ value }) => value);
  const tool = oneOf('--tool', TOOLS, all('--tool').at(-1) ?? 'pip');
  const requirementFiles = all('--requirement');
  if (rest.length === 0 && requirementFiles.length === 0)
    throw new BadInput('solve: expected at least one requirement, or -r FILE');
  return {
    tool,
    version: oneOf('--pip', PIPS, all('--pip').at(-1) ?? '26.3'),
    target: readTarget(all('--python').at(-1) ?? '3.12.1', all('--platform').at(-1) ?? 'linux-64'),
    source: readSource(options),
    before: readBefore(all('--at').at(-1)),
    formats: readFormats(options),
    json: has('--json'),
    trace: has('--trace'),
    constraintFiles: all('--constraint'),
    requirementFiles,
    words: rest,
  };
}

function readTarget(python: string, platform: string): Target {
  if (!isPlatform(platform))
    throw new BadInput(`solve: --platform '${platform}': expected ${MACHINES}`);
  if (!PYTHON.test(python) || pythonVersion(python) === undefined || !parseVersion(python))
    throw new BadInput(`solve: --python '${python}': expected a version of Python 3 like 3.12.1`);
  const full = python.split('.').length === 2 && /\d$/.test(python) ? `${python}.0` : python;
  return { python: full, platform, implementation: 'cp' };
}

function readSource(options: readonly GivenOption[]): SourceOption {
  const last = (name: string): string | undefined =>
    options.findLast((o) => o.name === name)?.value;
  const folders = options.filter(({ name }) => name === '--find-links');
  const noIndex = options.some(({ name }) => name === '--no-index');
  const [folder] = folders;
  if (noIndex !== (folder !== undefined) || folders.length > 1)
    throw new BadInput('solve: expected --no-index together with one --find-links DIR');
  if (folder !== undefined) return { kind: 'find-links', folder: asFolder(folder.value) };
  const index = last('--index');
  if (index === undefined || index === 'snapshot') return { kind: 'snapshot' };
  return { kind: 'index', folder: asFolder(index) };
}

function asFolder(text: string): string {
  if (ADDRESS.test(text)) throw new BadInput(`solve: '${text}': expected a folder or 'snapshot'`);
  return text;
}

function readBefore(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = parseUtcSeconds(text);
  if (seconds === undefined)
    throw new BadInput(
      `solve: --at '${text}': expected a day or an instant like 2026-11-15T00:00:00Z`,
    );
  return seconds;
}

function oneOf<Choice extends string>(
  option: string,
  choices: readonly Choice[],
  value: string,
): Choice {
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw new BadInput(`solve: ${option} '${value}': expected ${choices.join(' or ')}`);
}
