import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { normalizeName } from '../../labs/packaging/names.ts';
import { legacyConflictLines } from '../../labs/resolve/after-check.ts';
import { resolveLegacy } from '../../labs/resolve/pip-legacy.ts';
import { resolvePip } from '../../labs/resolve/pip.ts';
import { textToRootLine } from '../../labs/resolve/roots.ts';
import { drain, printedLines } from '../../labs/resolve/run.ts';
import { stepsToEvents } from '../../labs/resolve/trace.ts';
import type { IndexSource, Outcome, Request, RootLine } from '../../labs/resolve/types.ts';
import type { Label, RichCase } from './pip-universes.ts';
import { readRichCases, universeToPages } from './pip-universes.ts';

// A traceback of pip 23.2.1: its packaging 21.3 takes `eta===2.3; extra == "x"` for no requirement.
const CRASHES_IN_23: readonly number[] = [398];

const INDEXES: Readonly<Record<RichCase['index'], IndexSource>> = {
  simple: { kind: 'simple', url: '$INDEX' },
  'find-links': { kind: 'find-links', directory: '$DIR/files', shown: './files' },
};

describe('66 command lines with constraints, extras, yanked files, tags and nested files', () => {
  const cases = readRichCases();

  it('has all of them', () => assert.equal(cases.length, 66));
  for (const label of ['26.3', '23.2', 'legacy'] as const) {
    it(`pip ${label} does the same`, () => {
      for (const one of cases) {
        if (label === '23.2' && CRASHES_IN_23.includes(one.id)) continue;
        compare(one, label);
      }
    });
  }
});

function compare(one: RichCase, label: Label): void {
  const recorded = one.results[label];
  if (recorded === undefined) return;
  const [code, installed, output, digest, events] = recorded;
  const request: Request = {
    lines: one.lines.map(toRootLine),
    target: { python: '3.11.7', platform: 'linux-64', implementation: 'cp' },
    version: label === '26.3' ? '26.3' : '23.2',
    index: INDEXES[one.index],
  };
  const pages = universeToPages(one.universe);
  const resolver = label === 'legacy' ? resolveLegacy : resolvePip;
  const run = drain(resolver(request), (project) => pages.get(project));
  const { outcome } = run;
  const seen = label === 'legacy' ? [] : stepsToEvents(run.steps, request);
  assert.deepEqual(
    {
      code: exitCode(outcome),
      installed: installedBy(outcome),
      digest: label === 'legacy' ? undefined : [seen.length, sha256(JSON.stringify(seen))],
      events: events === undefined ? undefined : seen,
      output: output === 0 ? 0 : outputLines(one, outcome, printedLines(run)),
    },
    {
      code,
      installed: Object.fromEntries(
        Object.entries(installed).map(([name, version]) => [normalizeName(name), version]),
      ),
      digest,
      events,
      output,
    },
    `case ${one.id}`,
  );
}

// A crash prints a traceback; a dry run says what it would install, a real install what is broken.
function outputLines(one: RichCase, outcome: Outcome, printed: readonly string[]): unknown {
  const lines = printed.filter((line) => !line.startsWith('Would install') && line !== '');
  if (!outcome.ok || one.dry) return lines;
  return [...lines, ...legacyConflictLines(outcome.broken ?? [])];
}

function exitCode(outcome: Outcome): number {
  if (outcome.ok) return 0;
  return outcome.stopped === undefined ? 1 : 2;
}

function installedBy(outcome: Outcome): Readonly<Record<string, string>> {
  if (!outcome.ok) return {};
  return Object.fromEntries(outcome.pins.map((pin) => [pin.project, pin.version.text]));
}

function toRootLine([text, comesFrom, constraint]: RichCase['lines'][number]): RootLine {
  const line = textToRootLine(text, { comesFrom, constraint: constraint === 1 });
  if ('kind' in line) throw new Error(`${text}: ${line.message}`);
  return line;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
