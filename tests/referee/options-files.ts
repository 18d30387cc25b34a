// Requirements spread over files, and options that stand in them.

import type { Dice } from '../../labs/core/dice.ts';
import type { Thrown } from './options.ts';
import type { Question } from './question.ts';
import { anyProject, anyVersion, withFile, withWords } from './question-parts.ts';

/** The options about files. */
export const FILE_OPTIONS: readonly Thrown[] = [
  { name: 'a file in a file', share: 0.12, apply: withNested },
  { name: 'several files', share: 0.1, apply: withSeveral },
  { name: 'options in a file', share: 0.06, apply: withFileOptions },
  { name: 'a group', share: 0.04, apply: withGroup },
  { name: 'a constraint that is none', share: 0.02, apply: withFaultyConstraint },
];

/** Some lines of requirements.txt, or of all that was asked, in a file that it includes. */
function withNested(question: Question, dice: Dice): Question | undefined {
  if (isOnlyDeps(question)) return undefined;
  const lines = question.requirements ?? question.request;
  const left = lines.slice(0, dice.below(lines.length + 1));
  const name = dice.pick(['more.txt', 'sub/more.txt']);
  const bound = `${anyProject(question, dice)}>0`;
  const deeper = dice.next() < 0.3 ? [`-c ${dice.pick(['bounds.txt', '../bounds.txt'])}`] : [];
  const isFound = name.includes('/') === deeper.some((line) => line.includes('/'));
  const nested = withFile(question, name, [
    ...(isFound ? deeper : []),
    ...lines.slice(left.length),
  ]);
  return {
    ...(isFound && deeper.length > 0
      ? withFile(nested, 'bounds.txt', ['# bounds', bound])
      : nested),
    requirements: [`--requirement ${name}`, ...left],
    ...(question.requirements === undefined ? { request: [] } : {}),
  };
}

/** A second -r or -c, given before. */
function withSeveral(question: Question, dice: Dice): Question {
  const name = anyProject(question, dice);
  const line = dice.pick([
    `${name}>=${anyVersion(question, name, dice).split('+')[0]}`,
    `${name}<=${anyVersion(question, name, dice).split('+')[0]}`,
    `${name} != ${anyVersion(question, name, dice)}   # broken`,
    name.toUpperCase(),
  ]);
  const isBound = isOnlyDeps(question) || dice.next() < 0.5;
  const file = isBound ? 'other-bounds.txt' : 'dev.txt';
  return withWords(withFile(question, file, ['', line]), isBound ? '-c' : '-r', file);
}

function withFileOptions(question: Question, dice: Dice): Question | undefined {
  if (isOnlyDeps(question) || question.options?.some((word) => word.includes('-')) === true)
    return undefined;
  const option = dice.pick([
    '--pre',
    '--prefer-binary',
    `--only-binary ${anyProject(question, dice)}`,
  ]);
  const lines = question.requirements ?? question.request;
  return {
    ...question,
    requirements: [option, ...lines],
    ...(question.requirements === undefined ? { request: [] } : {}),
  };
}

function withGroup(question: Question): Question | undefined {
  if (isOnlyDeps(question) || question.request.some((text) => /["$]/.test(text))) return undefined;
  const listed = question.request.map((text) => `"${text}"`).join(', ');
  const file = ['[dependency-groups]', `test = [${listed}]`];
  return {
    ...withWords(withFile(question, 'pyproject.toml', file), '--group', 'test'),
    request: [],
  };
}

function withFaultyConstraint(question: Question, dice: Dice): Question {
  const name = anyProject(question, dice);
  const line = dice.pick([`${name}[x]<9`, `-e ./${name}`, `${name} >>1`]);
  return { ...question, constraints: [...(question.constraints ?? []), line] };
}

// pip refuses it beside -r.
function isOnlyDeps({ options = [] }: Question): boolean {
  return options.includes('--only-deps');
}
