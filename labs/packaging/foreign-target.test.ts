import assert from 'node:assert/strict';
import { it } from 'node:test';
import { foreignPython, foreignTags } from './foreign-target.ts';
import type { Target } from './target.ts';

const TARGET: Target = { python: '3.11.7', platform: 'linux-64', implementation: 'cp' };

it('takes what is not given from the interpreter that runs', () => {
  const tags = foreignTags({ platforms: ['win_amd64'] }, TARGET);
  assert.deepEqual(tags.slice(0, 3), [
    'cp311-cp311-win_amd64',
    'cp311-abi3-win_amd64',
    'cp311-none-win_amd64',
  ]);
  assert.equal(tags.at(-1), 'py30-none-any');
});

it('widens an old manylinux and a Mac, and nothing else', () => {
  const platformsOf = (platform: string): readonly string[] => {
    const tags = foreignTags({ platforms: [platform], python: [3] }, TARGET);
    return tags.filter((tag) => tag.startsWith('cp3-none-')).map((tag) => tag.slice(9));
  };
  assert.deepEqual(platformsOf('manylinux2014_x86_64').slice(0, 3), [
    'manylinux2014_x86_64',
    'manylinux2010_x86_64',
    'manylinux1_x86_64',
  ]);
  assert.deepEqual(platformsOf('manylinux_2_28_x86_64').slice(0, 1), ['manylinux_2_28_x86_64']);
  assert.deepEqual(platformsOf('macosx_11_0_arm64').slice(0, 3), [
    'macosx_11_0_arm64',
    'macosx_11_0_universal2',
    'macosx_10_16_universal2',
  ]);
});

it('knows other implementations', () => {
  const tags = foreignTags({ platforms: ['any'], implementation: 'py' }, TARGET);
  assert.deepEqual(tags.slice(0, 3), ['py311-cp311-any', 'py311-none-any', 'py311-none-any']);
});

it('fills a short --python-version with zeros', () => {
  assert.deepEqual(
    [undefined, [3], [3, 12], [3, 12, 4]].map((python) => foreignPython({ python }, TARGET)),
    ['3.11.7', '3.0.0', '3.12.0', '3.12.4'],
  );
});
