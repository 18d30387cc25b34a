import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ProjectPage } from '../packaging/project-page.ts';
import { resolvePip } from './pip.ts';
import { drain, follow } from './run.ts';
import { fixturePages, fixtureRequest } from './universe.fixture.ts';

const pages = fixturePages({
  app: { '1.0': ['lib<2'], '2.0': ['lib>=2', 'gone'] },
  lib: { '1.0': [], '2.0': [] },
});
const request = fixtureRequest(['app', 'lib<2']);
const whole = drain(resolvePip(request), (project) => pages.get(project));

it('a resolver that waits for its pages takes the same steps', async () => {
  const asked: string[] = [];
  const later = async (project: string): Promise<ProjectPage | undefined> => {
    asked.push(project);
    await Promise.resolve();
    return pages.get(project);
  };
  assert.deepEqual(await follow(resolvePip(request), later), whole);
  assert.deepEqual(asked, ['app', 'lib'], 'each page once');
});

it('pages at hand and pages to be fetched may come from one source', async () =>
  assert.deepEqual(
    await follow(resolvePip(request), (project) =>
      project === 'app' ? pages.get(project) : Promise.resolve(pages.get(project)),
    ),
    whole,
  ));

it('what a source rejects with ends the run', async () => {
  const broken = new Error('no network');
  await assert.rejects(
    follow(resolvePip(request), () => Promise.reject(broken)),
    broken,
  );
});

it('a search is given up after as many steps as it may take', async () => {
  const { steps, outcome } = await follow(resolvePip(request), (project) => pages.get(project), {
    mostSteps: 3,
  });
  assert.deepEqual(steps, whole.steps.slice(0, 3));
  assert.deepEqual(outcome, {
    ok: false,
    causes: [],
    message: '',
    rounds: 0,
    printed: [],
    stopped: { kind: 'out-of-steps', steps: 3 },
  });
});
