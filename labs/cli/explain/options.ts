import { targetEnvironment } from '../../packaging/target-environment.ts';
import type { Target } from '../../packaging/target.ts';
import type { Language } from '../../resolve/wording/pieces.ts';
import { BadInput } from '../bad-input.ts';
import { readBefore } from '../read-before.ts';
import { DEFAULT_SETTINGS, withSetting, type Settings } from '../solve/settings.ts';
import type { OpenOptions } from '../solve/source.ts';
import { readTarget } from '../solve/target-options.ts';
import { oneOf, readWords, type OptionShape } from '../words.ts';

/** What `womm explain` was asked. */
export interface ExplainOptions {
  /** `-`: standard input. */
  readonly file: string;
  readonly target: Target;
  readonly settings: Settings;
  /** Uploads of this second (UTC) and later do not exist. */
  readonly before: number | undefined;
  /** Of a pyproject.toml: what is wanted besides its dependencies. */
  readonly extras: readonly string[];
  readonly groups: readonly string[];
  readonly language: Language;
  readonly json: boolean;
}

const SHAPES: Readonly<Record<string, OptionShape>> = {
  '--python': 'value',
  '--platform': 'value',
  '--at': 'value',
  '--index': 'value',
  '--extra': 'value',
  '--group': 'value',
  '--lang': 'value',
  '--json': 'flag',
};
const ALIASES: Readonly<Record<string, string>> = { '-i': '--index', '--index-url': '--index' };
const LANGUAGES = ['en', 'zh-cn'] as const;

/** Reads the words after `womm explain`. */
export function readExplainOptions(words: readonly string[]): ExplainOptions {
  const { options, rest } = readWords(SHAPES, words, ALIASES);
  const all = (name: string): readonly string[] =>
    options.filter((option) => option.name === name).map(({ value }) => value);
  const last = (name: string): string | undefined => all(name).at(-1);
  const [file] = rest;
  if (file === undefined || rest.length > 1)
    throw new BadInput(
      'expected one file: requirements.txt, pyproject.toml, pylock.toml, what pip printed, or - for standard input',
    );
  const at = last('--at');
  const index = last('--index');
  return {
    file,
    target: readTarget(last('--python'), all('--platform')),
    settings:
      index === undefined
        ? DEFAULT_SETTINGS
        : withSetting(DEFAULT_SETTINGS, { name: 'index-url', value: index }),
    before: at === undefined ? undefined : readBefore({ name: '--at', value: at }),
    extras: all('--extra'),
    groups: all('--group'),
    language: oneOf('--lang', LANGUAGES, last('--lang') ?? 'en'),
    json: options.some(({ name }) => name === '--json'),
  };
}

/** What the places are opened with where files come from. */
export function openOptions(
  { before, target }: ExplainOptions,
  tell: OpenOptions['tell'],
): OpenOptions {
  return { before, environments: [targetEnvironment(target)], tell };
}
