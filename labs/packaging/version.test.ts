import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareVersions, parseVersion } from './version.ts';
import type { Version } from './version.ts';

const NUMBER = fc.oneof(fc.nat({ max: 12 }), fc.bigInt({ min: 0n, max: 10n ** 40n })).map(String);
const PART = (spellings: readonly string[]) =>
  fc.oneof(
    fc.constant(''),
    fc.tuple(fc.constantFrom(...spellings), NUMBER).map((pair) => pair.join('')),
  );

/** Any spelling of a valid version. */
const SPELLING = fc
  .tuple(
    fc.constantFrom('', 'v', '0!', '1!'),
    fc.array(NUMBER, { minLength: 1, maxLength: 4 }).map((numbers) => numbers.join('.')),
    PART(['a', '.b-', 'RC', '_preview.', 'c']),
    PART(['.post', '-', 'r', '_REV.']),
    PART(['.dev', 'dev', '-DEV_']),
    fc.constantFrom('', '+local', '+1', '+Cu_118', '+1.0-x'),
  )
  .map((parts) => parts.join(''));
const VERSION = SPELLING.map(version);
const RUNS = { seed: 440, numRuns: 1_000 };

function version(text: string): Version {
  const parsed = parseVersion(text);
  assert.ok(parsed, text);
  return parsed;
}

test('a version says its parts', () => {
  const { epoch, release, pre, post, dev, local, text } = version(
    ' v1!02.0-ALPHA.3_post4dev+Ab-01 ',
  );
  assert.deepEqual(
    { epoch, release, pre, post, dev, local, text },
    {
      epoch: 1,
      release: [2, 0],
      pre: ['a', 3],
      post: 4,
      dev: 0,
      local: 'ab.1',
      text: '1!2.0a3.post4.dev0+ab.1',
    },
  );
});

test('numbers beyond 2^53 keep their digits', () => {
  const texts = ['9007199254740991', '9007199254740992', '9007199254740993', '90071992547409930'];
  assert.deepEqual(
    texts
      .map(version)
      .toSorted(compareVersions)
      .map(({ text }) => text),
    texts,
  );
});

test('the normal form reads as the same version, and is its own normal form', () => {
  fc.assert(
    fc.property(SPELLING, (spelling) => {
      const read = version(spelling);
      const again = version(read.text);
      assert.equal(again.text, read.text);
      assert.equal(compareVersions(again, read), 0);
    }),
    RUNS,
  );
});

test('the order is total', () => {
  fc.assert(
    fc.property(VERSION, VERSION, VERSION, (a, b, c) => {
      assert.equal(Math.sign(compareVersions(a, b)), -Math.sign(compareVersions(b, a)));
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
        assert.ok(compareVersions(a, c) <= 0);
      }
    }),
    RUNS,
  );
});

test('development, pre-, final and post-releases and local builds stand in the order of PEP 440', () => {
  fc.assert(
    fc.property(fc.array(NUMBER, { minLength: 1, maxLength: 3 }), (numbers) => {
      const base = numbers.join('.');
      const suffixes = [
        '.dev1',
        'a1.dev1',
        'a1',
        'b1',
        'rc1',
        'rc1.post1',
        '',
        '+a',
        '+1',
        '.post1',
      ];
      const sorted = suffixes.map((suffix) => version(base + suffix));
      assert.deepEqual(sorted.toReversed().toSorted(compareVersions), sorted);
    }),
    { ...RUNS, numRuns: 100 },
  );
});
