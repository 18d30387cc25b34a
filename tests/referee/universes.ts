// Small random indexes, hard on purpose: the same seed gives the same question for ever.
//
// What makes them hard is that releases follow each other as real ones do: a newer release asks for newer
// neighbours, inside a narrow window, so that the newest of everything rarely fits and the search has to go back.

import type { Dice } from '../../labs/core/dice.ts';
import { diceOf } from '../../labs/core/dice.ts';
import type { Target } from '../../labs/packaging/tags.ts';
import type { Question, Release, Universe } from './question.ts';
import { ENDS, EXTRAS, MARKERS, MISSING, NAMES, PYTHONS, REQUIRES_PYTHON, TAGS } from './words.ts';

/** What the questions of consecutive seeds amount to; asserted wherever they are asked. */
export const MIX = {
  medianCandidatesAtLeast: 25,
  unsolvableAtLeast: 0.3,
  /** Five or more rejected candidates and backtracks together. */
  searchingAtLeast: 0.3,
} as const;

interface Project {
  readonly name: string;
  /** Oldest first. */
  readonly versions: readonly string[];
  readonly extras: readonly string[];
}

/** The question of this seed. */
export function questionOf(seed: number): Question {
  const dice = diceOf(seed);
  const count = 4 + dice.below(6);
  const projects = NAMES.slice(0, count).map((name) => project(dice, name));
  // How many versions of a neighbour one release accepts: the smaller, the more searching.
  const width = 1 + dice.below(3);
  const density = 0.45 + 0.5 * dice.next();
  const universe: Record<string, Record<string, Release>> = {};
  for (const [index, each] of projects.entries())
    universe[each.name] = releases(dice, each, neighbours(dice, projects, index), width, density);
  const target: Target = {
    python: dice.pick(PYTHONS),
    platform: dice.pick(['linux-64', 'linux-64', 'win-64', 'osx-arm64', 'musl-64']),
    implementation: 'cp',
  };
  const wanted = roots(dice, projects, width);
  // Dice of their own: what was added later leaves the universes of old seeds as they are.
  const extra = diceOf(seed ^ 0x5eed);
  const onPages = diceOf(seed ^ 0x9a9e5).next() < 0.5;
  return {
    universe: onPages ? withYanked(diceOf(seed ^ 0xa4c), universe) : universe,
    ...asked(extra, projects, wanted, width),
    ...(onPages ? { index: 'simple' } : {}),
    target,
  };
}

/** Some releases withdrawn, which only the pages of an index can say. */
function withYanked(dice: Dice, universe: Universe): Universe {
  const projects = Object.entries(universe).map(([name, releases]) => [
    name,
    Object.fromEntries(
      Object.entries(releases).map(([version, release]) => [
        version,
        dice.next() < 0.08 ? { ...release, yanked: dice.pick(['', 'broken metadata']) } : release,
      ]),
    ),
  ]);
  return Object.fromEntries(projects);
}

/** How many files the index of this universe offers. */
export function countCandidates(universe: Universe): number {
  return Object.values(universe)
    .flatMap((releases) => Object.values(releases))
    .reduce((sum, release) => sum + (release.tags?.length ?? 1), 0);
}

function project(dice: Dice, name: string): Project {
  const most = 2 + dice.below(9);
  const versions: string[] = [];
  let major = dice.below(2);
  let minor = dice.below(3);
  while (versions.length < most) {
    if (dice.next() < 0.25) [major, minor] = [major + 1, 0];
    else minor += dice.next() < 0.1 ? 9 : 1;
    versions.push(`${dice.next() < 0.02 ? '1!' : ''}${major}.${minor}${dice.pick(ENDS)}`);
  }
  const extras = EXTRAS.filter(() => dice.next() < 0.2);
  return { name, versions: [...new Set(versions)], extras };
}

/** Mostly projects further on, as in real graphs; now and then one that closes a circle. */
function neighbours(dice: Dice, projects: readonly Project[], index: number): readonly Project[] {
  return projects.filter((_, other) => other !== index && (other > index || dice.next() < 0.15));
}

function releases(
  dice: Dice,
  own: Project,
  others: readonly Project[],
  width: number,
  density: number,
): Record<string, Release> {
  const out: Record<string, Release> = {};
  for (const [index, version] of own.versions.entries()) {
    const age = (index + 1) / own.versions.length;
    const asked = others.filter(() => dice.next() < density);
    const requires = asked.map((other) => dependency(dice, other, age, width));
    if (dice.next() < 0.02) requires.push(dice.pick(MISSING));
    const extras = own.extras.map((extra): [string, readonly string[]] => [
      extra,
      extraRequires(dice, own, others, age, width),
    ]);
    out[version] = {
      requires,
      ...(dice.next() < 0.12 ? { requires_python: dice.pick(REQUIRES_PYTHON) } : {}),
      ...(extras.length > 0 ? { extras: Object.fromEntries(extras) } : {}),
      ...(dice.next() < 0.06 ? { tags: dice.pick(TAGS) } : {}),
    };
  }
  return out;
}

function extraRequires(
  dice: Dice,
  own: Project,
  others: readonly Project[],
  age: number,
  width: number,
): readonly string[] {
  const wanted = others.filter(() => dice.next() < 0.3).slice(0, 2);
  const requires = wanted.map((other) => dependency(dice, other, age, width));
  // `all` of one's own extras: a project that requires itself.
  if (own.extras.length > 1 && dice.next() < 0.15) requires.push(`${own.name}[${own.extras[0]}]`);
  return requires;
}

function dependency(dice: Dice, other: Project, age: number, width: number): string {
  const extra = other.extras.length > 0 && dice.next() < 0.25 ? `[${dice.pick(other.extras)}]` : '';
  const unknown = extra === '' && dice.next() < 0.01 ? '[nosuch]' : '';
  const marker = dice.next() < 0.12 ? `; ${dice.pick(MARKERS)}` : '';
  return `${other.name}${extra}${unknown}${specifier(dice, other, age, width)}${marker}`;
}

/** Around the release of `other` that is as old, `width` releases wide, in one of the spellings people use. */
function specifier(dice: Dice, other: Project, age: number, width: number): string {
  const last = other.versions.length - 1;
  const middle = Math.round(age * last + (dice.next() - 0.5) * 2);
  const at = (index: number) => plain(other.versions[Math.max(0, Math.min(last, index))] ?? '1.0');
  const low = at(middle - dice.below(width));
  const high = at(middle + dice.below(width));
  switch (dice.below(11)) {
    case 0:
    case 1:
      return '';
    case 2:
    case 3:
      return `>=${low}`;
    case 4:
    case 5:
      return `>=${low},<=${high}`;
    case 6:
      return `<${high}`;
    case 7:
      return `==${other.versions[Math.max(0, Math.min(last, middle))]}`;
    case 8:
      return `~=${low}`;
    case 9:
      return `!=${high},>=${low}`;
    default:
      return dice.next() < 0.2 ? `===${low}` : `==${release(low)}.*`;
  }
}

function roots(dice: Dice, projects: readonly Project[], width: number): readonly string[] {
  const count = 2 + dice.below(3);
  const out: string[] = [];
  for (let index = 0; index < count; index++) {
    const wanted = dice.pick(dice.next() < 0.8 ? projects.slice(0, 4) : projects);
    const free = dice.next() < 0.6;
    out.push(free ? wanted.name : dependency(dice, wanted, 0.5 + dice.next() / 2, width + 1));
  }
  if (dice.next() < 0.02) out.push(dice.pick(MISSING));
  return out;
}

/** Where the user wrote what she wants: on the command line, in a file, or some in each; perhaps with constraints. */
function asked(
  dice: Dice,
  projects: readonly Project[],
  wanted: readonly string[],
  width: number,
): Pick<Question, 'request' | 'requirements' | 'constraints'> {
  const onLine = dice.next() < 0.6 ? wanted.length : dice.below(wanted.length);
  const bounds = dice.next() < 0.3 ? 1 + dice.below(3) : 0;
  const constraints = Array.from({ length: bounds }, () =>
    dependency(dice, { ...dice.pick(projects), extras: [] }, 0.3 + 0.7 * dice.next(), width + 2),
  ).filter((line) => !line.includes('['));
  return {
    request: wanted.slice(0, onLine),
    ...(onLine < wanted.length ? { requirements: wanted.slice(onLine) } : {}),
    ...(constraints.length > 0 ? { constraints } : {}),
  };
}

/** The version without its local part, which only `==` may name. */
function plain(version: string): string {
  return version.split('+')[0] ?? version;
}

/** Epoch and the first two numbers: what may stand before `.*`. */
function release(version: string): string {
  return /^(?:\d+!)?\d+(?:\.\d+)?/.exec(version)?.[0] ?? version;
}
