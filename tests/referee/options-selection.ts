// Which releases and files count, and what of them is wanted.

import type { Dice } from '../../labs/core/dice.ts';
import type { Thrown } from './options.ts';
import type { Question } from './question.ts';
import { anyProject, mapReleases, withWords } from './question-parts.ts';

/** The options about releases, files and what they require. */
export const SELECTION_OPTIONS: readonly Thrown[] = [
  { name: 'pre-releases', share: 0.2, apply: withPreReleases },
  { name: '--only-binary', share: 0.06, apply: named('--only-binary') },
  { name: '--no-binary', share: 0.06, apply: named('--no-binary') },
  {
    name: '--prefer-binary',
    share: 0.05,
    apply: (question) => withWords(question, '--prefer-binary'),
  },
  { name: 'sdists', share: 0.08, apply: withSdists },
  { name: '--no-deps', share: 0.05, apply: (question) => withWords(question, '--no-deps') },
  { name: '--only-deps', share: 0.05, apply: withOnlyDeps },
  {
    name: '--ignore-requires-python',
    share: 0.08,
    apply: (question) => withWords(question, '--ignore-requires-python'),
  },
  { name: 'extras', share: 0.15, apply: withExtras },
];

function named(option: string): Thrown['apply'] {
  return (question, dice) =>
    withWords(question, option, dice.next() < 0.15 ? ':all:' : anyProject(question, dice));
}

function withPreReleases(question: Question, dice: Dice): Question {
  const one = anyProject(question, dice);
  switch (dice.below(5)) {
    case 0:
    case 1:
      return withWords(question, '--pre');
    case 2:
      return withWords(question, '--all-releases', one);
    case 3:
      return withWords(question, '--only-final', one);
    default:
      return withWords(question, '--all-releases', ':all:', '--only-final', one);
  }
}

// pip refuses it beside -r.
function withOnlyDeps(question: Question): Question | undefined {
  return question.requirements === undefined ? withWords(question, '--only-deps') : undefined;
}

/** Releases with an sdist, some without a wheel: they are passed over, or come last. */
function withSdists(question: Question, dice: Dice): Question {
  const universe = mapReleases(question.universe, (release) => {
    const chance = dice.next();
    if (chance > 0.4) return release;
    return { ...release, tags: chance < 0.12 ? ['sdist'] : ['sdist', 'py3-none-any'] };
  });
  const option = dice.next() < 0.6 ? ['--prefer-binary'] : ['--only-binary', ':all:'];
  return withWords({ ...question, universe }, ...option);
}

/** Every extra of what is asked for on the command line. */
function withExtras(question: Question): Question {
  const request = question.request.map((text) => {
    const releases = Object.values(question.universe[text] ?? {});
    const extras = Object.keys(releases.at(-1)?.extras ?? {});
    return extras.length > 0 ? `${text}[${extras.join(',')}]` : text;
  });
  return { ...question, request };
}
