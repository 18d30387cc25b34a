import assert from 'node:assert/strict';
import test from 'node:test';
import { parseRequirementLine } from '../../packaging/requirement-line.ts';
import type { ProjectPage } from '../../packaging/project-page.ts';
import { classifyFilename } from '../../packaging/project-page.ts';
import { runHere } from '../follow-file.ts';
import type { RootLine } from '../types.ts';
import { withoutAddresses } from './addresses.ts';
import { claimOfFile, retyped } from './claim.ts';
import { fileAddress, pageAddress, pageDocuments, readAddress } from './documents.ts';
import { holdAgainstPip } from './hold.ts';

const target = { python: '3.12.1', platform: 'linux-64', implementation: 'cp' } as const;

function page(project: string, version: string, ...requires: readonly string[]): ProjectPage {
  const filename = `${project}-${version}-py3-none-any.whl`;
  const meaning = classifyFilename(filename, project);
  if (typeof meaning === 'string') throw new Error(meaning);
  const said = { requiresPython: undefined, yanked: false, uploadTime: undefined } as const;
  const file = { ...meaning, ...said, filename, size: undefined, url: undefined, hashes: {} };
  const metadata = { name: project, version, requiresPython: undefined, providesExtra: [] };
  return { project, files: [{ ...file, metadata: { ...metadata, requiresDist: requires } }] };
}

const pages = new Map([
  ['alpha', page('alpha', '1.0', 'beta!=3')],
  ['beta', page('beta', '2!1.0')],
  ['other', page('other', '1.0')],
]);
const source = (project: string) => pages.get(project);
const run = await runHere({ text: 'alpha\n', tool: 'pip', target }, { pages });

/** Answers as real_pip.py would, and lacks one address after the other. */
function pipThatLacks(...addresses: readonly string[]) {
  const asked: string[][] = [];
  const ask = (question: string): Promise<string> => {
    const { documents } = JSON.parse(question) as { documents: Record<string, unknown> };
    asked.push(Object.keys(documents));
    const lacks = addresses.filter((address) => !(address in documents)).slice(0, 1);
    const rc = lacks.length > 0 ? 'lacking' : 1;
    return Promise.resolve(JSON.stringify({ rc, lacks, pins: null, events: [], output: '' }));
  };
  return { asked, ask };
}

test('the real pip is given what the run has read', async () => {
  const { asked, ask } = pipThatLacks();
  await holdAgainstPip(claimOfFile(run), source, ask);
  assert.deepEqual(asked, [
    [
      pageAddress('alpha'),
      `${fileAddress('alpha-1.0-py3-none-any.whl')}.metadata`,
      pageAddress('beta'),
      'https://index.invalid/files/beta-2%211.0-py3-none-any.whl.metadata',
    ],
  ]);
});

test('what it lacks is brought; what is on no index is told to be; a whole file is not brought', async () => {
  const wheel = fileAddress('alpha-1.0-py3-none-any.whl');
  const { asked, ask } = pipThatLacks(pageAddress('other'), pageAddress('nowhere'), wheel);
  const { ends, real } = await holdAgainstPip(claimOfFile(run), source, ask);
  assert.deepEqual(
    asked.map(({ length }) => length),
    [4, 6, 7],
  );
  assert.deepEqual(real.lacks, [wheel]);
  assert.equal(ends.real, 'builds');
  assert.deepEqual(pageDocuments('nowhere', undefined), { [pageAddress('nowhere')]: null });
});

test('where a file lies is no difference; which file it is, is one', () => {
  const shown = (file: string, index: string) => `a 1.0 (from ${file} (from ${index}/a/))`;
  const told = (text: string) =>
    withoutAddresses({ events: [['add', text, 'a', null]], output: `${text}\n` });
  const ours = told(shown('a-1.0-py3-none-any.whl', 'https://pypi.org/simple'));
  assert.deepEqual(ours.events, [
    ['add', 'a 1.0 (from a-1.0-py3-none-any.whl (from a))', 'a', null],
  ]);
  const real = fileAddress('a-1.0-py3-none-any.whl');
  assert.deepEqual(told(shown(real, 'https://index.invalid/simple')), ours);
  const other = fileAddress('a-1.0-py2-none-any.whl');
  assert.notDeepEqual(told(shown(other, 'https://index.invalid/simple')), ours);
});

test('an address is read as it was written', () => {
  assert.deepEqual(readAddress(pageAddress('zope-interface')), {
    kind: 'page',
    project: 'zope-interface',
  });
  const filename = 'a-1!2+cu.1-py3-none-any.whl';
  assert.deepEqual(readAddress(fileAddress(filename)), { kind: 'file', filename });
  assert.deepEqual(readAddress(`${fileAddress(filename)}.metadata`), {
    kind: 'metadata',
    filename,
  });
});

test('lines are typed again where pip will say that they stand', () => {
  const line = (text: string, comesFrom?: string, constraint = false): RootLine => {
    const read = parseRequirementLine(text);
    if (read.kind !== 'requirement') throw new Error(text);
    return { text, requirement: read.requirement, constraint, comesFrom };
  };
  const typed = (...lines: readonly RootLine[]) => {
    const { request, command } = retyped({ lines, target, version: '26.3' });
    const { words, files } = command;
    return { words, files, places: request.lines.map(({ comesFrom }) => comesFrom) };
  };
  assert.deepEqual(
    typed(line('a', '-r requirements.txt (line 2)'), line('b<2', '-r requirements.txt (line 5)')),
    {
      words: ['-r', 'requirements.txt'],
      files: { 'requirements.txt': '\na\n\n\nb<2\n' },
      places: ['-r requirements.txt (line 2)', '-r requirements.txt (line 5)'],
    },
  );
  assert.deepEqual(
    typed(line('a', 'pyproject.toml (line 7)'), line('b', 'pyproject.toml (line 7)')),
    {
      words: ['-r', 'requirements.txt'],
      files: { 'requirements.txt': 'a\nb\n' },
      places: ['-r requirements.txt (line 1)', '-r requirements.txt (line 2)'],
    },
  );
  assert.deepEqual(typed(line('c<3', undefined, true), line('a')), {
    words: ['-c', 'constraints.txt', 'a'],
    files: { 'constraints.txt': 'c<3\n' },
    places: ['-c constraints.txt (line 1)', undefined],
  });
});
