// A big index made by rule: every release asks for neighbours of its own age, and every tenth project's newest
// releases ask for something older, so that the newest of everything does not fit.

import type { Question, Release, Universe } from '../../referee/question.ts';
import type { Target } from '../../../labs/packaging/tags.ts';

const NEIGHBOURS = [1, 2, 7];

/** All `projects`, each of `releases` releases, reached from the first one. */
export function ladder(projects: number, releases: number): Question {
  const universe: Record<string, Record<string, Release>> = {};
  for (let index = 0; index < projects; index++) {
    const own: Record<string, Release> = {};
    for (let release = 0; release < releases; release++)
      own[version(release)] = { requires: requires(index, release, projects, releases) };
    universe[name(index)] = own;
  }
  const target: Target = { python: '3.12.1', platform: 'linux-64', implementation: 'cp' };
  return {
    universe: universe satisfies Universe,
    request: [name(0)],
    target,
  };
}

function requires(index: number, release: number, projects: number, releases: number): string[] {
  const stale = index % 10 === 5 && release > releases - 4;
  return NEIGHBOURS.map((step) => index + step)
    .filter((other) => other < projects)
    .map((other) => {
      const low = version(Math.max(0, release - 8));
      return stale ? `${name(other)}<${low}` : `${name(other)}>=${low},!=${version(release + 3)}`;
    });
}

function name(index: number): string {
  return `project-${index}`;
}

function version(release: number): string {
  return `${Math.floor(release / 10)}.${release % 10}`;
}
