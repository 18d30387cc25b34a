import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldOwnVersion, unfoldOwnVersion } from './own-version.ts';

test('the version of the release has a place of its own, and only where it stands whole', () => {
  const folded = (text: string): string => foldOwnVersion(text, '1.35.9');
  assert.equal(folded('botocore<1.36.0,>=1.35.9'), 'botocore<1.36.0,>=$v');
  assert.equal(folded('core[s3] (==1.35.9) ; extra == "all"'), 'core[s3] (==$v) ; extra == "all"');
  assert.equal(
    folded('a>=1.35.90,!=11.35.9,!=1.35.9.post1'),
    'a>=1.35.90,!=11.35.9,!=1.35.9.post1',
  );
  assert.equal(folded('a==1.35.9.*'), 'a==1.35.9.*');
  assert.equal(foldOwnVersion('numpy>=1.20', '1.20'), 'numpy>=1.20');
});

test('what is folded unfolds, dollars and all', () => {
  const versions = ['1.35.9', '2.0', '0.48b0', '1!2.3.4+cu12', '$v'];
  const texts = versions.flatMap((version) => [
    `a==${version}`,
    `a @ https://x.example/$v/$$/${version}`,
    `$${version}$v$$${version}$`,
  ]);
  for (const version of versions)
    for (const text of texts)
      assert.equal(unfoldOwnVersion(foldOwnVersion(text, version), version), text);
});
