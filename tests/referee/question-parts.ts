// What the options take a question apart by.

import type { Dice } from '../../labs/core/dice.ts';
import type { Question, Release, Universe } from './question.ts';

/** The question with more words among its options. */
export function withWords(question: Question, ...words: readonly string[]): Question {
  return { ...question, options: [...(question.options ?? []), ...words] };
}

/** The question with one file more. */
export function withFile(question: Question, name: string, lines: readonly string[]): Question {
  return { ...question, files: { ...question.files, [name]: `${lines.join('\n')}\n` } };
}

/** A project of the question's index. */
export function anyProject({ universe }: Question, dice: Dice): string {
  return dice.pick(Object.keys(universe));
}

/** A release of a project. */
export function anyVersion({ universe }: Question, project: string, dice: Dice): string {
  return dice.pick(Object.keys(universe[project] ?? {}));
}

/** The universe with each release as `change` makes it; `age` is 1 for a project's last. */
export function mapReleases(
  universe: Universe,
  change: (release: Release, age: number) => Release,
): Universe {
  return Object.fromEntries(
    Object.entries(universe).map(([name, releases]) => {
      const entries = Object.entries(releases);
      const changed = entries.map(([version, release], index) => {
        return [version, change(release, (index + 1) / entries.length)] as const;
      });
      return [name, Object.fromEntries(changed)];
    }),
  );
}
