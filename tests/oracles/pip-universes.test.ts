import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveLegacy } from '../../labs/resolve/pip-legacy.ts';
import { resolvePip } from '../../labs/resolve/pip.ts';
import { textToRootLine } from '../../labs/resolve/roots.ts';
import { drain, printedLines } from '../../labs/resolve/run.ts';
import type { Event } from '../../labs/resolve/trace.ts';
import { stepsToEvents } from '../../labs/resolve/trace.ts';
import type { Outcome, PipVersion, Request, RootLine } from '../../labs/resolve/types.ts';
import type { Label, UniverseCase } from './pip-universes.ts';
import { readUniverses, universeToPages } from './pip-universes.ts';

const { python, cases } = readUniverses();

// pip 23.2 carries packaging 21.3, which reads `x===1.0; marker` as a version `1.0;` and then stops
// at the marker: an InvalidRequirement traceback, exit code 2. A bug of that pip, fixed in 24.1.
const CRASHES_IN_23: readonly number[] = [24, 62, 168, 238, 258, 272, 338];

const CRASHES_IN_LEGACY: readonly number[] = [24, 48, 62, 168, 192, 238, 272];

const ROOT_PATH = /\(from [^()]*\)/g;

describe('200 universes', () => {
  it('has all of them', () => assert.equal(cases.length, 200));
  it('pip 26.3 does the same, step for step and line for line', () => {
    for (const one of cases) compare(one, '26.3');
  });
  it('pip 23.2 does the same, step for step and line for line', () => {
    for (const one of cases) {
      if (CRASHES_IN_23.includes(one.id)) compareCrash(one, '23.2');
      else compare(one, '23.2');
    }
  });
  it('legacy pip does the same, line for line', () => {
    for (const one of cases) {
      if (CRASHES_IN_LEGACY.includes(one.id)) compareCrash(one, 'legacy');
      else compareLegacy(one);
    }
  });
});

function compareCrash(one: UniverseCase, label: Label): void {
  const request = universeRequest(one, label);
  const pages = universeToPages(one.universe);
  const resolver = label === 'legacy' ? resolveLegacy : resolvePip;
  const { outcome } = drain(resolver(request), (project) => pages.get(project));
  const stopped = outcome.ok ? undefined : outcome.stopped?.kind;
  assert.deepEqual([stopped, one.results[label][0]], ['unreadable-metadata', 2], `case ${one.id}`);
}

function compareLegacy(one: UniverseCase): void {
  const [code, installed, output] = one.results.legacy;
  const request = universeRequest(one, 'legacy');
  const pages = universeToPages(one.universe);
  const run = drain(resolveLegacy(request), (project) => pages.get(project));
  const { outcome } = run;
  const seen = {
    code: outcome.ok ? 0 : 1,
    installed: installedBy(outcome),
    output: printedLines(run).join('\n'),
    message: outcome.ok ? '' : outcome.message,
  };
  assert.deepEqual(seen, { code, installed, output, message: fromError(output) }, `case ${one.id}`);
}

function compare(one: UniverseCase, version: PipVersion): void {
  const [code, installed, output, events = []] = one.results[version];
  const request = universeRequest(one, version);
  const pages = universeToPages(one.universe);
  const run = drain(resolvePip(request), (project) => pages.get(project));
  const { outcome } = run;
  const seen = {
    code: outcome.ok ? 0 : 1,
    installed: installedBy(outcome),
    events: stepsToEvents(run.steps, request).map(withoutPath),
    output: printedLines(run).join('\n'),
    message: outcome.ok ? '' : outcome.message,
  };
  const message = fromError(output);
  const expected = { code, installed, events: events.map(withoutPath), output, message };
  assert.deepEqual(seen, expected, `case ${one.id}`);
}

function universeRequest(one: UniverseCase, label: Label): Request {
  return {
    lines: one.request.map(rootLine),
    target: { python: python[label], platform: 'linux-64', implementation: 'cp' },
    version: label === 'legacy' ? '23.2' : label,
    index: { kind: 'find-links', directory: `./rand/${one.id}` },
  };
}

function installedBy(outcome: Outcome): Readonly<Record<string, string>> {
  if (!outcome.ok) return {};
  return Object.fromEntries(outcome.pins.map((pin) => [pin.project, pin.version.text]));
}

function fromError(output: string): string {
  const at = output.indexOf('ERROR:');
  return at < 0 ? '' : output.slice(at);
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
