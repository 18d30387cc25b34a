import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProjectPage } from '../packaging/project-page.ts';
import { resolvePip } from './pip.ts';
import type { Run } from './run.ts';
import { drain, printedLines } from './run.ts';
import type { Request } from './types.ts';
import type { UniverseFixture } from './universe.fixture.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';

function solve(
  universe: UniverseFixture,
  lines: readonly string[],
  changes?: Partial<Request>,
): Run {
  const pages = fixturePages(universe);
  return drain(resolvePip(fixtureRequest(lines, changes)), (project) => pages.get(project));
}

function pinsOf({ outcome }: Run): readonly string[] {
  if (!outcome.ok) return [outcome.message];
  return outcome.pins.map(({ project, version, extras }) => {
    const asked = extras.length === 0 ? '' : `[${extras.join(',')}]`;
    return `${project}${asked} ${version.text}`;
  });
}

describe('a resolution as pip 26.3', () => {
  it('asks for each page once, when it first needs it', () => {
    const pages = fixturePages({ app: { '1.0': ['lib'] }, lib: { '2.0': [] } });
    const asked: string[] = [];
    drain(resolvePip(fixtureRequest(['app'])), (project) => {
      asked.push(project);
      return pages.get(project);
    });
    assert.deepEqual(asked, ['app', 'lib']);
  });

  it('asks for the metadata of the files it looks at, and of no others', () => {
    const [page] = fixturePages({ app: { '1.0': [], '2.0': ['nowhere'] } }).values();
    assert.ok(page);
    const bare: ProjectPage = {
      ...page,
      files: page.files.map((file) => ({ ...file, metadata: undefined })),
    };
    const asked: (string | undefined)[] = [];
    const run = drain(resolvePip(fixtureRequest(['app<2'])), (project, file) => {
      asked.push(file);
      return project !== 'app' ? undefined : file === undefined ? bare : page;
    });
    assert.deepEqual(asked, [undefined, 'app-1.0-py3-none-any.whl']);
    assert.deepEqual(pinsOf(run), ['app 1.0']);
  });

  it('knows who forgot -r', () => {
    assert.deepEqual(pinsOf(solve({ lib: { '1.0': [] } }, ['requirements.txt'])), [
      [
        'ERROR: Could not find a version that satisfies the requirement requirements.txt (from versions: none)',
        'HINT: You are attempting to install a package literally named "requirements.txt" (which cannot exist). ' +
          "Consider using the '-r' flag to install the packages listed in requirements.txt",
        'ERROR: No matching distribution found for requirements.txt',
      ].join('\n'),
    ]);
  });

  it('merges the extras of a project into one pin', () => {
    const app = { requires: ['lib; extra == "a"', 'ext; extra == "b"'], extras: ['a', 'b'] };
    const run = solve({ app: { '1.0': app }, lib: { '1.0': ['app[b]'] }, ext: { '1.0': [] } }, [
      'app[a]',
    ]);
    assert.deepEqual(pinsOf(run), ['app[a,b] 1.0', 'lib 1.0', 'ext 1.0']);
  });

  it('takes the best wheel for the target, and no other', () => {
    const tags = ['cp312-cp312-win_amd64', 'cp312-cp312-manylinux_2_17_x86_64', 'py3-none-any'];
    const universe = { app: { '1.0': { tags }, '2.0': { tags: ['cp312-cp312-win_amd64'] } } };
    const { outcome } = solve(universe, ['app']);
    assert.ok(outcome.ok);
    assert.equal(outcome.pins[0]?.file.filename, 'app-1.0-cp312-cp312-manylinux_2_17_x86_64.whl');
  });

  it('never offers what the page says is for another Python, and says so in the end', () => {
    const universe = { app: { '1.0': [], '2.0': { python: '>=3.13' } } };
    assert.deepEqual(pinsOf(solve(universe, ['app'])), ['app 1.0']);
    assert.deepEqual(pinsOf(solve(universe, ['app>1'])), [
      'ERROR: Ignored the following versions that require a different python version: 2.0 Requires-Python >=3.13\n' +
        'ERROR: Could not find a version that satisfies the requirement app>1 (from versions: 1.0)\n' +
        'ERROR: No matching distribution found for app>1',
    ]);
  });

  it('meets Requires-Python in the resolver where no page states it', () => {
    const universe = { app: { '2.0': { python: '>=3.13' } } };
    const index = { kind: 'find-links', directory: './wheels' } as const;
    assert.deepEqual(pinsOf(solve(universe, ['app'], { index })), [
      "ERROR: Package 'app' requires a different Python: 3.12.1 not in '>=3.13'",
    ]);
  });

  it('takes a yanked release only when it is named exactly, and warns', () => {
    const universe = { app: { '1.0': [], '2.0': { yanked: 'broken' } } };
    assert.deepEqual(pinsOf(solve(universe, ['app'])), ['app 1.0']);
    assert.deepEqual(printedLines(solve(universe, ['app==2.0'])), [
      'Collecting app==2.0',
      "WARNING: The candidate selected for download or install is a yanked version: 'app' candidate (version 2.0 at https://files.example/app-2.0-py3-none-any.whl (from https://pypi.org/simple/app/))",
      'Reason for being yanked: broken',
      'Would install app-2.0',
    ]);
  });

  it('takes a pre-release when one is named or nothing else is there', () => {
    const universe = { app: { '1.0': [], '2.0rc1': [] }, new: { '1.0a1': [] } };
    assert.deepEqual(pinsOf(solve(universe, ['app', 'new'])), ['app 1.0', 'new 1.0a1']);
    assert.deepEqual(pinsOf(solve(universe, ['app>=2.0rc1'])), ['app 2.0rc1']);
  });

  it('applies constraints to what is required, and to nothing else', () => {
    const universe = {
      app: { '1.0': ['lib'] },
      lib: { '1.0': [], '2.0': [] },
      idle: { '1.0': [] },
    };
    const run = solve(universe, ['app', '-c lib<2', '-c idle==1.0']);
    assert.deepEqual(pinsOf(run), ['app 1.0', 'lib 1.0']);
  });

  it('stops at a source-only release: what it requires is not known without building it', () => {
    const { outcome } = solve({ app: { '1.0': { tags: [], sdist: true } } }, ['app']);
    assert.ok(!outcome.ok);
    assert.equal(outcome.message, '');
    assert.equal(outcome.stopped?.kind, 'unknown-metadata');
  });

  it('stops at a URL', () => {
    const { outcome } = solve({}, ['app @ https://example.com/app-1.0.whl']);
    assert.equal(outcome.ok ? undefined : outcome.stopped?.kind, 'url-requirement');
  });

  it('passes over a release whose requirements cannot be read', () => {
    const universe = { app: { '1.0': [], '2.0': ['lib>=dev'] } };
    assert.deepEqual(printedLines(solve(universe, ['app'])).slice(0, 5), [
      'Collecting app',
      'WARNING: Ignoring version 2.0 of app since it has invalid metadata:',
      'Requested app from https://files.example/app-2.0-py3-none-any.whl has invalid metadata: Expected semicolon (after name with no version specifier) or end',
      '    lib>=dev',
      '       ^',
    ]);
  });

  it('leaves out a line whose marker is false', () => {
    assert.deepEqual(
      printedLines(solve({ app: { '1.0': [] } }, ['app', 'lib; python_version < "3"'])),
      [
        `Ignoring lib: markers 'python_version < "3"' don't match your environment`,
        'Collecting app',
        'Would install app-1.0',
      ],
    );
  });
});
