// "Could not find a version that satisfies the requirement": pip's factory.py and package_finder.py.

import { normalizeName } from '../../packaging/names.ts';
import type { PastedNotFound } from './pasted.ts';
import { between, type Screen } from './screen.ts';

const NO_VERSION = 'Could not find a version that satisfies the requirement ';
const NO_FINAL_VERSION = 'Could not find a final version that satisfies the requirement ';
const NO_MATCH = 'No matching distribution found for ';
const FROM_VERSIONS = '(from versions: ';
const YANKED = 'Ignored the following yanked versions: ';
const OTHER_PYTHON = 'Ignored the following versions that require a different python version: ';
const INDEXES = /^Looking in indexes: (\S.{0,2000})$/;
const PUBLIC = /^https:\/\/pypi\.org\/simple\/?$/;
const NAME = /^([A-Za-z0-9](?:[\w.-]{0,200}[A-Za-z0-9])?)/;
const FROM = /^(.{1,1000}?) \(from ([^()]{1,500}(?:\(line \d+\))?)\)$/;
const NEXT_MESSAGE = /ERROR: |WARNING: |HINT: | \[notice\]/;
const MOST_VERSIONS = 20_000;

/** What could not be found, or undefined if the text does not say so. */
export function readNotFound({ lines, flat }: Screen): PastedNotFound | undefined {
  const listed = wantedAndVersions(flat);
  const wanted = listed?.wanted ?? firstOf(flat, NO_MATCH)?.split(' ')[0];
  if (wanted === undefined || wanted === '') return undefined;
  const [, requirement = wanted, from] = FROM.exec(wanted) ?? [];
  const indexes = lines.flatMap((line) => INDEXES.exec(line)?.[1]?.split(', ') ?? []);
  return {
    kind: 'not-found',
    requirement,
    project: normalizeName(NAME.exec(requirement)?.[1] ?? requirement),
    from,
    versions: listed?.versions ?? [],
    yanked: (firstOf(flat, YANKED) ?? '').split(', ').filter((each) => each !== ''),
    otherPython: (firstOf(flat, OTHER_PYTHON) ?? '').split('; ').filter((each) => each !== ''),
    indexes: indexes.filter((index) => !PUBLIC.test(index)),
  };
}

function wantedAndVersions(
  flat: string,
): { readonly wanted: string; readonly versions: readonly string[] } | undefined {
  for (const start of [NO_VERSION, NO_FINAL_VERSION]) {
    const wanted = between(flat, start, ` ${FROM_VERSIONS}`, { most: 2_000 });
    if (wanted === undefined) continue;
    const list = between(flat, FROM_VERSIONS, ')', { from: flat.indexOf(start) }) ?? 'none';
    const versions = list === 'none' ? [] : list.split(', ', MOST_VERSIONS);
    return { wanted, versions };
  }
  return undefined;
}

/** What follows a mark, up to pip's next message. */
function firstOf(flat: string, mark: string): string | undefined {
  const at = flat.indexOf(mark);
  if (at < 0) return undefined;
  const rest = flat.slice(at + mark.length, at + mark.length + 200_000);
  const end = rest.search(NEXT_MESSAGE);
  return (end < 0 ? rest : rest.slice(0, end)).trim();
}
