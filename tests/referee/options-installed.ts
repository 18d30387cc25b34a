// What is installed already, and what becomes of it.

import type { Dice } from '../../labs/core/dice.ts';
import type { Thrown } from './options.ts';
import type { Question } from './question.ts';
import { anyVersion, withWords } from './question-parts.ts';

/** The installed releases, and the options about them. */
export const INSTALLED_OPTIONS: readonly Thrown[] = [
  { name: 'installed', share: 0.4, apply: withInstalled },
  { name: '--upgrade', share: 0.15, apply: (question) => withWords(question, '--upgrade') },
  {
    name: '--upgrade --upgrade-strategy eager',
    share: 0.15,
    apply: (question) => withWords(question, '-U', '--upgrade-strategy', 'eager'),
  },
  {
    name: '--force-reinstall',
    share: 0.06,
    apply: (question) => withWords(question, '--force-reinstall'),
  },
  { name: '--ignore-installed', share: 0.05, apply: (question) => withWords(question, '-I') },
];

function withInstalled(question: Question, dice: Dice): Question {
  const some = 0.3 + 0.7 * dice.next();
  const projects = Object.keys(question.universe).filter(() => dice.next() < some);
  return {
    ...question,
    installed: projects.map((project) => [project, anyVersion(question, project, dice)]),
  };
}
