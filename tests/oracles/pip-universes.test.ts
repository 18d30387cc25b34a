import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolvePip } from '../../labs/resolve/pip.ts';
import { textToRootLine } from '../../labs/resolve/roots.ts';
import { drain, printedLines } from '../../labs/resolve/run.ts';
import type { Event } from '../../labs/resolve/trace.ts';
import { stepsToEvents } from '../../labs/resolve/trace.ts';
import type { PipVersion, Request, RootLine } from '../../labs/resolve/types.ts';
import type { UniverseCase } from './pip-universes.ts';
import { readUniverses, universeToPages } from './pip-universes.ts';

const { python, cases } = readUniverses();

// pip 23.2 carries packaging 21.3, which reads `x===1.0; marker` as a version `1.0;` and then stops
// at the marker: an InvalidRequirement traceback, exit code 2. A bug of that pip, fixed in 24.1.
const CRASHES_IN_23: readonly number[] = [24, 62, 168, 238, 258, 272, 338];

const ROOT_PATH = /\(from [^()]*\)/g;

describe('200 universes', () => {
  it('has all of them', () => assert.equal(cases.length, 200));
  it('pip 26.3 does the same, step for step and line for line', () => {
    for (const one of cases) compare(one, '26.3');
  });
  it('pip 23.2 does the same, step for step and line for line', () => {
    for (const one of cases) {
      if (CRASHES_IN_23.includes(one.id)) assert.equal(one.results['23.2'][0], 2);
      else compare(one, '23.2');
    }
  });
});

function compare(one: UniverseCase, version: PipVersion): void {
  const [code, installed, output, events = []] = one.results[version];
  const request: Request = {
    lines: one.request.map(rootLine),
    target: { python: python[version], platform: 'linux-64', implementation: 'cp' },
    version,
    index: { kind: 'find-links', directory: `./rand/${one.id}` },
  };
  const pages = universeToPages(one.universe);
  const run = drain(resolvePip(request), (project) => pages.get(project));
  const { outcome } = run;
  const seen = {
    code: outcome.ok ? 0 : 1,
    installed: outcome.ok
      ? Object.fromEntries(outcome.pins.map((pin) => [pin.project, pin.version.text]))
      : {},
    events: stepsToEvents(run.steps, request).map(withoutPath),
    output: printedLines(run).join('\n'),
    message: outcome.ok ? '' : outcome.message,
  };
  const at = output.indexOf('ERROR:');
  const message = at < 0 ? '' : output.slice(at);
  const expected = { code, installed, events: events.map(withoutPath), output, message };
  assert.deepEqual(seen, expected, `case ${one.id}`);
}

function rootLine(text: string): RootLine {
  const line = textToRootLine(text);
  if ('kind' in line) throw new Error(`${text}: ${line.message}`);
  return line;
}

// Where the recorded run kept its files is no part of what pip does.
function withoutPath(event: Event): unknown {
  return JSON.parse(JSON.stringify(event).replace(ROOT_PATH, '(from …)'));
}
