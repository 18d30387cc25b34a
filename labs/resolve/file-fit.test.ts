import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseProjectPage, type IndexFile } from '../packaging/project-page.ts';
import type { Target } from '../packaging/target.ts';
import { fileFit } from './file-fit.ts';

const FILENAME = 'demo-1.0-cp312-cp312-manylinux_2_27_x86_64.whl';

function theFile(): IndexFile {
  const page = parseProjectPage(JSON.stringify({ files: [{ url: FILENAME }] }), 'demo');
  assert.ok('files' in page && page.files[0]);
  return page.files[0];
}

test('two machines that differ only in their glibc are two machines', () => {
  const file = theFile();
  const fits = (target: Target): boolean =>
    fileFit(file, { lines: [], target, version: '26.3' }).fits;
  const target: Target = { python: '3.12.1', platform: 'linux-64', implementation: 'cp' };
  assert.equal(fits({ ...target, system: [2, 36] }), true);
  assert.equal(fits({ ...target, system: [2, 17] }), false);
  assert.equal(fits({ ...target, platform: 'linux-armv7l' }), false);
});
