// What the tests ask the real pip and ours: one `pip install` in one small universe.

import type { Target } from '../../labs/packaging/tags.ts';
import type { Command } from '../../labs/resolve/referee/question.ts';

/** One version of a project: the wheel that a small index offers, by what its METADATA says. */
export interface Release {
  readonly requires?: readonly string[];
  readonly requires_python?: string;
  readonly extras?: Readonly<Record<string, readonly string[]>>;
  /** Why the release was yanked ('' if no reason was given); only an index can say it, no folder. */
  readonly yanked?: string;
  /** The wheels' tags, one file each, or `sdist`; one of pure Python when left out. */
  readonly tags?: readonly string[];
  /** What the page states of it, if that is not what its METADATA says; '' for nothing. */
  readonly page_python?: string;
  /** When it was uploaded, as the page says it. */
  readonly uploaded?: string;
  /** On which of two indexes it is; on the first when left out. */
  readonly place?: 'second' | 'both';
}

/** A small index: the releases of each project, by version. */
export type Universe = Readonly<Record<string, Readonly<Record<string, Release>>>>;

/** One `pip install` in one universe, on one machine. */
export interface Question {
  readonly universe: Universe;
  /** A folder of wheels (the default), or an index with pages and metadata. */
  readonly index?: 'find-links' | 'simple';
  /** A second place to look. */
  readonly second?: 'find-links' | 'simple';
  /** Options, as they are typed. */
  readonly options?: readonly string[];
  /** The requirements on the command line. */
  readonly request: readonly string[];
  /** The lines of `-r requirements.txt`, if there is one. */
  readonly requirements?: readonly string[];
  /** The lines of `-c constraints.txt`, if there is one. */
  readonly constraints?: readonly string[];
  /** Files beside these two, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** The releases that are installed before. */
  readonly installed?: readonly (readonly [name: string, version: string])[];
  readonly target: Target;
}

/**
 * The words after `pip install`, but for where it looks and for what machine, and the files they name. The working
 * directory is written `$DIR`, the folders of wheels `$WHEELS` and `$SECOND`, the environment `$ENV`, a file's hash
 * its name in braces; so it is in the answer.
 */
export function questionCommand(question: Question): Command {
  const {
    options = [],
    request,
    requirements = [],
    constraints = [],
    files = {},
    target,
  } = question;
  const named = [
    ['-c', 'constraints.txt', constraints],
    ['-r', 'requirements.txt', requirements],
  ] as const;
  const written = named.filter(([, , lines]) => lines.length > 0);
  return {
    words: [...options, ...request, ...written.flatMap(([flag, file]) => [flag, file])],
    files: {
      ...files,
      ...Object.fromEntries(written.map(([, file, lines]) => [file, `${lines.join('\n')}\n`])),
    },
    target,
  };
}

/** Whether a question is about the hashes of files. */
export function asksForHashes(question: Question): boolean {
  const { words, files } = questionCommand(question);
  return [...words, ...Object.values(files)].some((text) => text.includes('-hash'));
}
