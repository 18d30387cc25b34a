// Replays what PyPA packaging 26.3 answered (recorded by record/packaging/) and wants the same
// answer to the letter. A case that differs by decision stands in DIFFERENCES, with its reason.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatMarker, parseMarker, tryMarker } from '../../labs/packaging/marker.ts';
import type { Marker, MarkerEnvironment, MarkerSets } from '../../labs/packaging/marker.ts';
import { normalizeName } from '../../labs/packaging/names.ts';
import { formatParseError, parseRequirement } from '../../labs/packaging/requirement.ts';
import { contains, filterVersions, parseSpecifierSet } from '../../labs/packaging/specifier.ts';
import type { Target } from '../../labs/packaging/tags.ts';
import { supportedTags } from '../../labs/packaging/tags.ts';
import type { Version } from '../../labs/packaging/version.ts';
import { compareVersions, parseVersion } from '../../labs/packaging/version.ts';
import { readSdistFilename, readWheelFilename } from '../../labs/packaging/wheel-filename.ts';

type Row<Answer> = readonly [input: string, ...answer: readonly Answer[]];

interface Recording {
  readonly packaging: string;
  readonly pool: readonly string[];
  readonly environments: readonly MarkerEnvironment[];
  readonly extras: readonly string[];
  readonly tags: {
    readonly platforms: readonly (readonly string[])[];
    readonly targets: readonly (readonly [
      python: string,
      platform: Target['platform'],
      system: readonly [number, number] | null,
      runs: readonly string[],
    ])[];
  };
  readonly versions: readonly Row<string | 1>[];
  readonly order: readonly (readonly [text: string, rank: number])[];
  readonly specifiers: readonly Row<string>[];
  readonly contains: readonly Row<string>[];
  readonly filter: readonly Row<readonly number[]>[];
  readonly names: readonly Row<string>[];
  readonly wheels: readonly Row<string | readonly string[]>[];
  readonly sdists: readonly Row<string>[];
  readonly requirements: readonly Row<string | readonly string[] | null>[];
  readonly markers: readonly Row<string>[];
}

/** `group: input` → why we answer otherwise. The list may not grow. */
const DIFFERENCES: Readonly<Record<string, string>> = {};

const MODES = [undefined, true, false] as const;
const LOCK_SETS: MarkerSets = { extras: ['Foo.x', 'b'], dependency_groups: [] };

const recording: Recording = JSON.parse(
  readFileSync(new URL('packaging.json', import.meta.url), 'utf8'),
);

function replay<Answer>(
  group: string,
  rows: readonly Row<Answer>[],
  answer: (input: string, row: Row<Answer>) => readonly unknown[],
): void {
  test(`${group}: ${rows.length} cases as packaging ${recording.packaging} answers them`, () => {
    const wrong: unknown[] = [];
    for (const row of rows) {
      const [input, ...expected] = row;
      if (DIFFERENCES[`${group}: ${input}`] !== undefined) continue;
      const actual = answer(input, row);
      if (JSON.stringify(actual) !== JSON.stringify(expected)) {
        wrong.push({ input, expected, actual });
      }
    }
    assert.deepEqual(wrong, []);
  });
}

function version(text: string): Version {
  const parsed = parseVersion(text);
  assert.ok(parsed, `${text} is a version`);
  return parsed;
}

replay('versions', recording.versions, (input) => {
  const parsed = parseVersion(input);
  if (parsed === undefined) return [];
  return parsed.isPrerelease ? [parsed.text, 1] : [parsed.text];
});

test(`order: every pair of ${recording.order.length} versions`, () => {
  const versions = recording.order.map(([text, rank]) => ({ version: version(text), rank }));
  const wrong: unknown[] = [];
  for (const a of versions) {
    for (const b of versions) {
      const actual = Math.sign(compareVersions(a.version, b.version));
      if (actual !== Math.sign(a.rank - b.rank)) wrong.push([a.version.text, b.version.text]);
    }
  }
  assert.deepEqual(wrong, []);
});

replay('specifiers', recording.specifiers, (input) => {
  const set = parseSpecifierSet(input);
  return set === undefined ? [] : [set.text];
});

const pool = recording.pool.map(version);

replay('contains', recording.contains, (input) => {
  const set = parseSpecifierSet(input);
  assert.ok(set, `${input} is a set`);
  const digits = pool.map((each) =>
    MODES.reduce(
      (sum, prereleases, index) => sum + (contains(set, each, { prereleases }) ? 1 << index : 0),
      0,
    ),
  );
  return [digits.join('')];
});

replay('filter', recording.filter, (input, [, chosen]) => {
  const set = parseSpecifierSet(input);
  assert.ok(set && chosen, `${input} is a set`);
  const versions = chosen.map((index) => version(recording.pool[index] ?? ''));
  // packaging finds the first of equal versions; so do we here.
  const first = (each: Version): number => pool.findIndex((one) => one.key === each.key);
  return [
    chosen,
    ...MODES.map((prereleases) => filterVersions(set, versions, { prereleases }).map(first)),
  ];
});

replay('names', recording.names, (input) => [normalizeName(input)]);

replay('wheels', recording.wheels, (input) => {
  const wheel = readWheelFilename(input);
  if (wheel.kind === 'filename-fault') return [wheel.message];
  const build = wheel.build === undefined ? [] : wheel.build.map(String);
  return [wheel.project, wheel.version.text, build, wheel.tags.toSorted()];
});

replay('sdists', recording.sdists, (input) => {
  const sdist = readSdistFilename(input);
  return sdist.kind === 'filename-fault' ? [sdist.message] : [sdist.project, sdist.version.text];
});

replay('requirements', recording.requirements, (input) => {
  const requirement = parseRequirement(input);
  if ('kind' in requirement) return [formatParseError(requirement, input)];
  const { text, name, project, extras, url } = requirement;
  return [text, name, project, extras.toSorted(), url ?? null];
});

replay('markers', recording.markers, (input) => {
  const marker = parseMarker(input);
  if (marker.kind === 'parse-error') return [formatParseError(marker, input)];
  const digits = recording.environments.flatMap((environment) =>
    recording.extras.map((extra) => digit(marker, environment, extra)),
  );
  const [first] = recording.environments;
  assert.ok(first);
  return [formatMarker(marker), digits.join('') + digit(marker, first, undefined, LOCK_SETS)];
});

function digit(
  marker: Marker,
  environment: MarkerEnvironment,
  extra?: string,
  sets?: MarkerSets,
): string {
  const answer = tryMarker(marker, environment, extra, sets);
  if (typeof answer === 'boolean') return answer ? '1' : '0';
  return answer.kind === 'undefined-comparison' ? 'c' : 'n';
}

for (const [python, platform, system, runs] of recording.tags.targets) {
  test(`tags: CPython ${python} on ${platform} ${system?.join('.') ?? ''}`, () => {
    const expected = runs.flatMap((run) => {
      const [pair = '', list = ''] = run.split(' ');
      return (recording.tags.platforms[Number(list)] ?? []).map((each) => `${pair}-${each}`);
    });
    const target: Target = {
      python,
      platform,
      implementation: 'cp',
      ...(system === null ? {} : { system }),
    };
    assert.deepEqual(supportedTags(target), expected);
  });
}
