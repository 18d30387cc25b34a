import type { Dice } from '../core/dice.ts';
import { diceOf } from '../core/dice.ts';
import type { ReleaseFixture, UniverseFixture } from './universe.fixture.ts';

/** A small index and what is asked of it. */
export interface RandomUniverse {
  readonly universe: UniverseFixture;
  readonly lines: readonly string[];
}

const NAMES = ['ant', 'bee', 'cat', 'dog', 'elk', 'fox'];
const EXTRA = 'more';

/** The index of a seed: dense, with cycles, extras, constraints and releases for other Pythons. */
export function randomUniverse(seed: number): RandomUniverse {
  const dice = diceOf(seed);
  const names = NAMES.slice(0, 5 + dice.below(2));
  const counts = new Map(names.map((name) => [name, 3 + dice.below(2)]));
  const specifier = (name: string): string => randomSpecifier(dice, counts.get(name) ?? 1);
  const universe = Object.fromEntries(
    names.map((name) => [
      name,
      randomReleases(dice, name, names, counts.get(name) ?? 1, specifier),
    ]),
  );
  const asked = names.filter((_, i) => i < 2 || dice.below(5) === 0);
  const lines = asked.map((name) =>
    dice.below(4) === 0
      ? `${name}[${EXTRA}]`
      : `${name}${dice.below(3) === 0 ? specifier(name) : ''}`,
  );
  const bounded = dice.pick(names);
  if (dice.below(5) === 0) lines.push(`-c ${bounded}${specifier(bounded)}`);
  return { universe, lines };
}

function randomReleases(
  dice: Dice,
  name: string,
  names: readonly string[],
  count: number,
  specifier: (name: string) => string,
): Readonly<Record<string, ReleaseFixture>> {
  const others = names.filter((other) => other !== name);
  const releases: Record<string, ReleaseFixture> = {};
  for (let version = 1; version <= count; version += 1) {
    const requires: string[] = [];
    for (const other of others) {
      if (dice.below(100) >= 50) continue;
      const extra = dice.below(10) === 0 ? `[${EXTRA}]` : '';
      const marker = dice.below(6) === 0 ? `; extra == "${EXTRA}"` : '';
      requires.push(`${other}${extra}${specifier(other)}${marker}`);
    }
    releases[`${version}.0`] = {
      requires,
      extras: [EXTRA],
      ...(dice.below(12) === 0 ? { python: '>=3.13' } : {}),
    };
  }
  return releases;
}

function randomSpecifier(dice: Dice, count: number): string {
  const version = `${1 + dice.below(count)}.0`;
  switch (dice.below(7)) {
    case 0:
      return '';
    case 1:
      return `!=${version}`;
    case 2:
      return `<${version}`;
    case 3:
      return `==${version}`;
    case 4:
      return `<=${version}`;
    default:
      return `>=${version}`;
  }
}
