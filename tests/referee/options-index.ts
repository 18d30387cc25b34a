// What an index says of its files beyond their names, and a second index.

import type { Dice } from '../../labs/core/dice.ts';
import type { Thrown } from './options.ts';
import type { Question } from './question.ts';
import { anyProject, anyVersion, mapReleases, withFile, withWords } from './question-parts.ts';
import { REQUIRES_PYTHON } from './words.ts';

/** The options about indexes, dates, hashes and files named outright. */
export const INDEX_OPTIONS: readonly Thrown[] = [
  { name: 'Requires-Python on the page', share: 0.15, apply: withPagePythons },
  { name: '--uploaded-prior-to', share: 0.15, apply: withDates },
  { name: 'second index', share: 0.15, apply: withSecond },
  { name: 'direct reference', share: 0.06, apply: withDirect },
  { name: 'hashes', share: 0.08, apply: withHashes },
];

/** The first wheel of a release; that of a release of sdists is on no index. */
function wheelOf({ universe }: Question, name: string, version: string): string {
  const tags = universe[name]?.[version]?.tags?.filter((tag) => tag !== 'sdist');
  return `${name}-${version}-${tags?.[0] ?? 'py3-none-any'}.whl`;
}

function withPagePythons(question: Question, dice: Dice): Question | undefined {
  if (question.index !== 'simple') return undefined;
  const universe = mapReleases(question.universe, (release) =>
    dice.next() < 0.25
      ? { ...release, page_python: dice.pick(['', '', ...REQUIRES_PYTHON]) }
      : release,
  );
  return { ...question, universe };
}

/** A project's releases of four years, the last of them in 2025; now and then a page keeps a date to itself. */
function withDates(question: Question, dice: Dice): Question {
  const forgetful = dice.next() < 0.1;
  const universe = mapReleases(question.universe, (release, age) => {
    const month = Math.floor(age * 47.9 + dice.next());
    const [year, ofYear] = [2022 + Math.floor(month / 12), (month % 12) + 1];
    const day = `${year}-${String(ofYear).padStart(2, '0')}-15`;
    if (forgetful && dice.next() < 0.1) return release;
    return { ...release, uploaded: `${day}T${dice.pick(['08:30:00', '23:59:59.999999'])}Z` };
  });
  const before = `202${3 + dice.below(3)}-${dice.pick(['01-01', '06-15', '10-16'])}`;
  const time = dice.pick(['', '', 'T00:00:00Z', 'T08:30:00+00:00']);
  return withWords({ ...question, universe }, '--uploaded-prior-to', `${before}${time}`);
}

function withSecond(question: Question, dice: Dice): Question {
  const universe = mapReleases(question.universe, (release) => {
    const chance = dice.next();
    if (chance < 0.65) return release;
    return { ...release, place: chance < 0.85 ? 'second' : 'both' };
  });
  return { ...question, universe, second: dice.pick(['simple', 'find-links']) };
}

/** One requirement more, or a constraint, that names a file instead of an index. */
function withDirect(question: Question, dice: Dice): Question | undefined {
  const name = anyProject(question, dice);
  const version = anyVersion(question, name, dice);
  const tags = question.universe[name]?.[version]?.tags ?? ['py3-none-any'];
  if (tags.every((tag) => tag === 'sdist')) return undefined;
  const file = wheelOf(question, name, version);
  const place = question.universe[name]?.[version]?.place === 'second' ? 'second' : 'first';
  const isSimple = (place === 'second' ? question.second : question.index) === 'simple';
  const base = isSimple
    ? `https://index.invalid/${place === 'second' ? 'second/' : ''}files`
    : `file://${place === 'second' ? '$SECOND' : '$WHEELS'}`;
  const url = `${base}/${encodeURIComponent(file).replaceAll('!', '%21')}`;
  const line = `${name} @ ${url}`;
  if (dice.next() < 0.3)
    return { ...question, constraints: [...(question.constraints ?? []), line] };
  return { ...question, request: [...question.request, dice.next() < 0.5 ? line : url] };
}

/** Everything pinned in a file with its hash, as a careful reader's file is; mostly with some fault. */
function withHashes(question: Question, dice: Dice): Question | undefined {
  if (question.index !== 'simple' || question.second !== undefined) return undefined;
  const lines = Object.keys(question.universe)
    .filter(() => dice.next() < 0.9)
    .map((name) => {
      const version = anyVersion(question, name, dice);
      const file = dice.next() < 0.95 ? wheelOf(question, name, version) : undefined;
      const hash = file === undefined ? '0'.repeat(64) : `{${file.toLowerCase()}}`;
      const bound = dice.next() < 0.97 ? `==${version}` : '';
      return `${name}${bound} --hash=sha256:${hash}`;
    });
  const asConstraints = dice.next() < 0.3;
  const asked = withFile(question, 'hashed.txt', lines);
  const more = dice.next() < 0.5 ? ['--no-deps'] : dice.next() < 0.2 ? ['--require-hashes'] : [];
  return withWords(
    asConstraints ? asked : { ...asked, request: [] },
    ...more,
    asConstraints ? '-c' : '-r',
    'hashed.txt',
  );
}
