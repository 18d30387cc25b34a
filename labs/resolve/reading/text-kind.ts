/** What a reader can have pasted or dropped. */
export type TextKind =
  | 'requirements'
  | 'pyproject'
  | 'pylock'
  /** What pip printed. */
  | 'output'
  /** conda's environment.yml. */
  | 'environment'
  | 'empty';

const FILE_NAMES: readonly (readonly [RegExp, TextKind])[] = [
  [/(?:^|[/\\])pyproject\.toml$/i, 'pyproject'],
  [/(?:^|[/\\])pylock(?:\.[\w-]+)?\.toml$/i, 'pylock'],
  [/(?:^|[/\\])environment\.ya?ml$/i, 'environment'],
];

// Each stands at the beginning of a line and nowhere in a file of the other kinds.
const LOCK = /^lock-version[ \t]*=/m;
const PROJECT_TABLE =
  /^\[(?:project|build-system|dependency-groups|tool\.[\w.-]+|project\.optional-dependencies)\][ \t]*(?:#.*)?$/m;
const ENVIRONMENT = /^(?:dependencies|channels):[ \t]*(?:#.*)?$/m;
const OUTPUT =
  /^[ \t]*(?:ERROR: |error: |WARNING: (?:Retrying|Ignoring|You|The|There|Requested)|Collecting |Looking in (?:indexes|links): |Requirement already satisfied|The conflict is caused by:|Successfully installed |pip\._vendor\.|Installing collected packages: |\$ (?:python[\d.]* -m )?pip[\d.]* |INFO: pip is )/m;
const SOMETHING = /\S/;

/** What a text is, by the name of its file where that says it, else by what stands in it. */
export function textKind(text: string, name?: string): TextKind {
  if (!SOMETHING.test(text)) return 'empty';
  const named = FILE_NAMES.find(([pattern]) => name !== undefined && pattern.test(name));
  if (named !== undefined) return named[1];
  if (OUTPUT.test(text)) return 'output';
  if (LOCK.test(text)) return 'pylock';
  if (PROJECT_TABLE.test(text)) return 'pyproject';
  return ENVIRONMENT.test(text) ? 'environment' : 'requirements';
}
