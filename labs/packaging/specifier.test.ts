import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SpecifierSet } from './specifier.ts';
import {
  contains,
  filterVersions,
  intersectSpecifierSets,
  NO_SPECIFIERS,
  parseSpecifierSet,
} from './specifier.ts';
import { compareVersions, parseVersion } from './version.ts';
import type { Version } from './version.ts';

const TEXT = fc
  .tuple(
    fc.constantFrom('0', '1', '1.0', '1.1', '2', '2.0.1', '1!0'),
    fc.constantFrom('', '', 'a1', 'rc2'),
    fc.constantFrom('', '', '.post1', '.dev0', '.post1.dev2'),
  )
  .map((parts) => parts.join(''));
const VERSION = TEXT.map(version);
const SPECIFIER = fc.oneof(
  fc
    .tuple(fc.constantFrom('==', '!=', '<', '<=', '>', '>=', '==='), TEXT)
    .map((two) => two.join('')),
  fc.constantFrom('==1.*', '!=1.0.*', '~=1.0', '~=2.0.1', ''),
);
const SET = fc.array(SPECIFIER, { maxLength: 3 }).map((all) => set(all.join(',')));
const RUNS = { seed: 440, numRuns: 1_000 };

function version(text: string): Version {
  const parsed = parseVersion(text);
  assert.ok(parsed, text);
  return parsed;
}

function set(text: string): SpecifierSet {
  const parsed = parseSpecifierSet(text);
  assert.ok(parsed, text);
  return parsed;
}

test('a set is written sorted, each specifier once', () => {
  assert.equal(set(' <2 , >= 1.0,==1.5,==1.5.0, <2').text, '<2,==1.5,>=1.0');
});

test('both sets together admit what each admits', () => {
  fc.assert(
    fc.property(SET, SET, VERSION, (a, b, each) => {
      const both = intersectSpecifierSets(a, b);
      assert.equal(contains(both, each), contains(a, each) && contains(b, each));
    }),
    RUNS,
  );
});

test('comparisons agree with the order of versions, apart from what PEP 440 leaves out', () => {
  fc.assert(
    fc.property(VERSION, VERSION, (a, b) => {
      const order = compareVersions(b, a);
      assert.equal(contains(set(`>=${a.text}`), b), order >= 0);
      assert.equal(contains(set(`<=${a.text}`), b), order <= 0);
      assert.equal(contains(set(`==${a.text}`), b), order === 0);
      assert.equal(contains(set(`!=${a.text}`), b), order !== 0);
      if (contains(set(`>${a.text}`), b)) assert.ok(order > 0);
      if (contains(set(`<${a.text}`), b)) assert.ok(order < 0);
    }),
    RUNS,
  );
});

test('~= is >= with the prefix one shorter', () => {
  fc.assert(
    fc.property(VERSION, (each) => {
      assert.equal(contains(set('~=1.0a1'), each), contains(set('>=1.0a1,==1.*'), each));
      assert.equal(contains(set('~=2.0.1'), each), contains(set('>=2.0.1,==2.0.*'), each));
    }),
    RUNS,
  );
});

test('a filter keeps order and takes pre-releases only where the rule lets it', () => {
  const versions = ['2.0a1', '1.0', '3.0rc1', '2.0'].map(version);
  const kept = (text: string, prereleases?: boolean): string[] =>
    filterVersions(set(text), versions, { prereleases }).map((each) => each.text);
  assert.deepEqual(
    [
      kept(''),
      kept('', true),
      kept('>2.0'),
      kept('>2.0', false),
      kept('>=2.0a1'),
      kept('>=2.0a1', false),
      kept('<2'),
    ],
    [
      ['1.0', '2.0'],
      ['2.0a1', '1.0', '3.0rc1', '2.0'],
      ['3.0rc1'],
      [],
      ['2.0a1', '3.0rc1', '2.0'],
      ['2.0'],
      ['1.0'],
    ],
  );
});

test('one version alone has no alternative, so a pre-release is only refused by wish', () => {
  const candidate = version('2.0rc1');
  assert.deepEqual(
    [undefined, true, false].map((prereleases) => contains(set('>1'), candidate, { prereleases })),
    [true, true, false],
  );
  assert.equal(contains(NO_SPECIFIERS, candidate), true);
});
