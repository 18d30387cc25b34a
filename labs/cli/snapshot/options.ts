import { BadInput } from '../bad-input.ts';
import { readWords, type OptionShape } from '../words.ts';
import { normalizeName } from '../../packaging/names.ts';
import { parseRequirement } from '../../packaging/requirement.ts';
import type { SpecifierSet } from '../../packaging/specifier.ts';
import { parseUtcSeconds } from '../../packaging/utc-seconds.ts';

/** What `womm snapshot` was asked for. */
export interface SnapshotOptions {
  readonly out: string;
  /** Uploads of this day (UTC) and later are left out. */
  readonly at: string;
  readonly indexUrl: string;
  /** Whose data it is, in words. */
  readonly source: string;
  readonly cache: string;
  /** Take everything from the cache; ask nobody. */
  readonly offline: boolean;
  /** Projects beyond this many are named in the snapshot, not read. */
  readonly limit: number;
  readonly roots: readonly SnapshotRoot[];
}

/** A project to start from: the extras whose requirements are followed, and of which releases. */
export interface SnapshotRoot {
  readonly project: string;
  readonly extras: readonly string[];
  readonly specifier: SpecifierSet;
}

const SHAPES: Readonly<Record<string, OptionShape>> = {
  '--out': 'value',
  '--at': 'value',
  '--index-url': 'value',
  '--source': 'value',
  '--cache': 'value',
  '--limit': 'value',
  '--offline': 'flag',
};

const PYPI = 'https://pypi.org/simple';
const DAY = /^\d{4}-\d\d-\d\d$/;
const WHOLE_NUMBER = /^[1-9]\d{0,5}$/;

/** Reads the words after `womm snapshot`. */
export function readSnapshotOptions(words: readonly string[]): SnapshotOptions {
  const { options, rest } = readWords(SHAPES, words);
  const last = (name: string): string | undefined =>
    options.findLast((o) => o.name === name)?.value;
  const at = last('--at');
  if (at === undefined) throw new BadInput("'--at' is missing: expected a day like 2026-11-23");
  if (!DAY.test(at) || parseUtcSeconds(at) === undefined)
    throw new BadInput(`--at '${at}': expected a day like 2026-11-23`);
  const limit = last('--limit') ?? '110';
  if (!WHOLE_NUMBER.test(limit))
    throw new BadInput(`--limit '${limit}': expected a number of projects`);
  const indexUrl = last('--index-url') ?? PYPI;
  if (!URL.canParse(indexUrl))
    throw new BadInput(`--index-url '${indexUrl}': expected an address like ${PYPI}`);
  if (rest.length === 0) throw new BadInput('expected at least one project');
  return {
    out: last('--out') ?? 'public/snapshot',
    at,
    indexUrl,
    source: last('--source') ?? (indexUrl === PYPI ? 'PyPI' : indexUrl),
    cache: last('--cache') ?? '.cache/snapshot',
    offline: options.some((o) => o.name === '--offline'),
    limit: Number(limit),
    roots: rest.map(readRoot),
  };
}

function readRoot(word: string): SnapshotRoot {
  const read = parseRequirement(word);
  if (!('project' in read) || read.url !== undefined || read.marker !== undefined)
    throw new BadInput(`'${word}': expected a project like numpy or 'pydantic[email]>=1.10'`);
  return {
    project: read.project,
    extras: read.extras.map(normalizeName),
    specifier: read.specifier,
  };
}
