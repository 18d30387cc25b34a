import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ProjectPage } from '../packaging/project-page.ts';
import { resolvePip } from './pip.ts';
import { textToRootLine } from './roots.ts';
import { drain } from './run.ts';
import type { PipVersion, RootLine } from './types.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';

const PAGES = withHashes(fixturePages({ app: { '1.0': ['lib>=1'] }, lib: { '1.0': [] } }));
const WRONG = `sha256:${'0'.repeat(64)}`;

it('takes a file whose hash is named, and pins what has one', () => {
  assert.deepEqual(solve(line('lib>=1', 'sha256:lib-1.0')), ['lib 1.0']);
});

it('wanted a version pinned in 23.2 all the same', () => {
  assert.equal(
    solve(line('lib>=1', 'sha256:lib-1.0'), '23.2'),
    [
      'ERROR: In --require-hashes mode, all requirements must have their versions pinned with ==. These do not:',
      '    lib>=1 from https://files.example/lib-1.0-py3-none-any.whl',
    ].join('\n'),
  );
});

it('says which hash it met instead', () => {
  assert.equal(
    solve(line('lib==1.0', WRONG, `sha256:${'1'.repeat(64)}`)),
    [
      'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions, please update the hashes. Otherwise, examine the package contents carefully; someone may have tampered with them.',
      '    lib==1.0 from https://files.example/lib-1.0-py3-none-any.whl:',
      `        Expected sha256 ${'0'.repeat(64)}`,
      `        Expected     or ${'1'.repeat(64)}`,
      '             Got        lib-1.0',
      '',
    ].join('\n'),
  );
});

it('wants a hash for what a file brings along', () => {
  assert.equal(
    solve(line('app==1.0', 'sha256:app-1.0')),
    [
      'ERROR: In --require-hashes mode, all requirements must have their versions pinned with ==. These do not:',
      '    lib>=1 from https://files.example/lib-1.0-py3-none-any.whl (from app==1.0)',
    ].join('\n'),
  );
});

it('wants the hash of a file that is named outright on its own line, not among constraints', () => {
  const link = 'https://files.example/lib-1.0-py3-none-any.whl';
  const bound = { ...line('lib==1.0', 'sha256:lib-1.0'), constraint: true };
  assert.equal(
    solve({ ...line('lib'), link }, '26.3', bound),
    [
      'ERROR: Hashes are required in --require-hashes mode, but they are missing from some requirements. Here is a list of those requirements along with the hashes their downloaded archives actually had. Add lines like these to your requirements files to prevent tampering. (If you did not enable --require-hashes manually, note that it turns on automatically when any package has a hash.)',
      `    ${link} --hash=sha256:lib-1.0`,
    ].join('\n'),
  );
});

function solve(
  asked: RootLine,
  version: PipVersion = '26.3',
  ...bounds: readonly RootLine[]
): readonly string[] | string {
  const request = { ...fixtureRequest([]), lines: [...bounds, asked], version };
  const { outcome } = drain(resolvePip(request), (project) => PAGES.get(project));
  if (!outcome.ok) return outcome.message;
  return outcome.installs.map((pin) => `${pin.project} ${pin.version.text}`);
}

function line(text: string, ...hashes: string[]): RootLine {
  const read = textToRootLine(text);
  if ('kind' in read) throw new Error(read.message);
  return { ...read, hashes };
}

// The hash of a file is its project and version.
function withHashes(pages: ReadonlyMap<string, ProjectPage>): ReadonlyMap<string, ProjectPage> {
  return new Map(
    [...pages].map(([project, page]) => {
      const files = page.files.map((file) => ({
        ...file,
        hashes: { sha256: `${project}-${file.version.text}` },
      }));
      return [project, { ...page, files }];
    }),
  );
}
