import type { ForeignTarget } from '../../packaging/foreign-target.ts';
import type { Target } from '../../packaging/target.ts';
import type { PipVersion, Request, Upgrade } from '../../resolve/types.ts';
import { BadInput } from '../bad-input.ts';
import { readBefore } from '../read-before.ts';
import { oneOf, readWords, type GivenOption } from '../words.ts';
import { ALIASES, SHAPES } from './option-table.ts';
import { DEFAULT_SETTINGS, withSetting, type Settings } from './settings.ts';
import { readForeign, readTarget } from './target-options.ts';
import { checkUsage } from './usage.ts';

/** What `womm solve` was asked. */
export interface SolveOptions {
  readonly tool: 'pip' | 'pip-legacy';
  readonly version: PipVersion;
  readonly target: Target;
  readonly foreign: ForeignTarget | undefined;
  readonly settings: Settings;
  /** Uploads of this second (UTC) and later do not exist. */
  readonly before: number | undefined;
  readonly upgrade: Upgrade;
  readonly reinstall: Request['reinstall'];
  readonly noDeps: boolean;
  readonly onlyDeps: boolean;
  readonly ignoreRequiresPython: boolean;
  /** Print as a real install does, not as a dry run. */
  readonly asInstall: boolean;
  readonly installedFile: string | undefined;
  readonly output: 'text' | 'json' | 'pylock';
  readonly trace: boolean;
  /** Of -c, -r, -e and --group, in the order given. */
  readonly constraintFiles: readonly string[];
  readonly requirementFiles: readonly string[];
  readonly editables: readonly string[];
  readonly groups: readonly string[];
  readonly words: readonly string[];
}

const TOOLS = ['pip', 'pip-legacy'] as const;
const PIPS = ['26.3', '23.2'] as const;
const STRATEGIES = ['only-if-needed', 'eager'] as const;
const OLD_WAYS = ['legacy-resolver'] as const;
const DATES = ['--at', '--uploaded-prior-to'];

/** Reads the words after `womm solve`. */
export function readSolveOptions(words: readonly string[]): SolveOptions {
  const { options, rest } = readWords(SHAPES, words, ALIASES);
  const has = (name: string): boolean => options.some((option) => option.name === name);
  const all = (name: string): readonly string[] =>
    options.filter((option) => option.name === name).map(({ value }) => value);
  const last = (name: string): string | undefined => all(name).at(-1);
  const choose = <Choice extends string>(
    name: string,
    choices: readonly Choice[],
    otherwise: Choice,
  ): Choice => oneOf(name, choices, last(name) ?? otherwise);

  if (has('--use-deprecated')) choose('--use-deprecated', OLD_WAYS, 'legacy-resolver');
  const tool = choose('--tool', TOOLS, has('--use-deprecated') ? 'pip-legacy' : 'pip');
  const strategy = choose('--upgrade-strategy', STRATEGIES, 'only-if-needed');
  const settings = readSettings(options);
  const foreign = readForeign(all);
  const date = options.findLast(({ name }) => DATES.includes(name));
  const asked = {
    requirementFiles: all('--requirement'),
    editables: all('--editable'),
    groups: all('--group'),
    words: rest.filter((word) => word.trim() !== ''),
  };
  const noDeps = has('--no-deps');
  const onlyDeps = has('--only-dependencies');
  const target = readTarget(last('--python'), all('--platform'));
  const version = choose('--pip', PIPS, '26.3');
  checkUsage({
    settings,
    pre: has('--pre'),
    noDeps,
    onlyDeps,
    isLegacy: tool === 'pip-legacy',
    hasRequirementFile: asked.requirementFiles.length > 0,
    hasGroup: asked.groups.length > 0,
    foreign,
  });
  if (Object.values(asked).every((list) => list.length === 0))
    throw new BadInput('expected at least one requirement, or -r FILE');
  return {
    ...asked,
    tool,
    version,
    target,
    foreign,
    settings: has('--pre') ? withSetting(settings, { name: 'pre', value: '' }) : settings,
    before: date === undefined ? undefined : readBefore(date),
    upgrade: has('--upgrade') ? strategy : 'to-satisfy-only',
    reinstall: reinstallOf(has),
    noDeps,
    onlyDeps,
    ignoreRequiresPython: has('--ignore-requires-python'),
    asInstall: has('--install') && !has('--dry-run'),
    installedFile: last('--installed'),
    output: has('--pylock') ? 'pylock' : has('--json') ? 'json' : 'text',
    trace: has('--trace'),
    constraintFiles: all('--constraint'),
  };
}

/** A target folder starts empty, whatever else is installed. */
function reinstallOf(has: (name: string) => boolean): Request['reinstall'] {
  if (has('--ignore-installed') || has('--target')) return 'ignore-installed';
  return has('--force-reinstall') ? 'force' : undefined;
}

/** The index first, whatever the order of the options; --pre waits until it is checked. */
function readSettings(options: readonly GivenOption[]): Settings {
  const given = options.map(({ name, value }) => ({
    name: name === '--index' ? 'index-url' : name.slice(2),
    value,
  }));
  const isIndex = ({ name }: GivenOption): boolean => name === 'index-url';
  const ordered = [...given.filter(isIndex), ...given.filter((option) => !isIndex(option))];
  return ordered
    .filter(({ name }) => name !== 'pre')
    .reduce<Settings>(withSetting, DEFAULT_SETTINGS);
}
