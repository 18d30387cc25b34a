import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { normalizeName } from '../../labs/packaging/names.ts';
import { resolveLegacy } from '../../labs/resolve/pip-legacy.ts';
import { resolvePip } from '../../labs/resolve/pip.ts';
import { drain, printedLines } from '../../labs/resolve/run.ts';
import { stepsToEvents } from '../../labs/resolve/trace.ts';
import { commandToRequest } from './pip-command.ts';
import { DISAGREEMENTS } from './pip-rich-disagreements.ts';
import type { RichCase, RichResult } from './pip-rich.ts';
import { answersOf, installedBefore, readRichCases } from './pip-rich.ts';
import type { Label } from './pip-universes.ts';

const OWN_WORDS: Readonly<Record<Label, readonly string[]>> = {
  '26.3': ['--pip', '26.3'],
  '23.2': ['--pip', '23.2'],
  legacy: ['--pip', '23.2', '--tool', 'pip-legacy'],
};

// What real and simulated run are compared by; what was not recorded is undefined in both.
interface Seen {
  readonly code: number;
  readonly installed: Readonly<Record<string, string>> | undefined;
  readonly order: readonly string[] | undefined;
  readonly uninstalled: Readonly<Record<string, string>> | undefined;
  readonly events: string | undefined;
  readonly output: string | undefined;
}

describe('200 command lines', () => {
  const cases = readRichCases();

  it('has all of them', () => assert.equal(cases.length, 200));
  for (const label of ['26.3', '23.2', 'legacy'] as const) {
    const known = DISAGREEMENTS[label];
    it(`pip ${label} does the same, but for ${Object.keys(known).length}`, () => {
      const differing: string[] = [];
      for (const one of cases) {
        const recorded = one.results[label];
        if (recorded === undefined) continue;
        const [ours, real] = [ourRun(one, label, recorded), realRun(recorded)];
        if (!(one.id in known)) assert.deepEqual(ours, real, `case ${one.id}`);
        else if (!isDeepStrictEqual(ours, real)) differing.push(String(one.id));
      }
      // What agrees by now is to be taken off the list.
      assert.deepEqual(differing, Object.keys(known));
    });
  }
});

function realRun([code, installed, output, events, order, uninstalled]: RichResult): Seen {
  return {
    code,
    installed: installed === null ? undefined : byProject(installed),
    order: order === 0 ? undefined : order,
    uninstalled: uninstalled === 0 ? undefined : uninstalled && byProject(uninstalled),
    events: events === undefined || events === 0 ? undefined : events.join(' '),
    output: output === undefined || output === 0 ? undefined : digestOf(output),
  };
}

function ourRun(one: RichCase, label: Label, recorded: RichResult): Seen {
  const [, , output, events, order, uninstalled] = recorded;
  const request = commandToRequest({
    ...one,
    words: [...one.words, '--python', '3.11.7', ...OWN_WORDS[label]],
    installed: installedBefore(one),
  });
  const isRecorded = {
    output: output !== undefined && output !== 0,
    order: order !== undefined && order !== 0,
  };
  if ('refusal' in request) {
    const refused = events === undefined || events === 0 ? undefined : digest([]);
    return {
      code: 1,
      installed: undefined,
      order: undefined,
      uninstalled: undefined,
      events: refused,
      output: isRecorded.output ? digestOf(request.refusal.split('\n')) : undefined,
    };
  }
  const resolver = label === 'legacy' ? resolveLegacy : resolvePip;
  const run = drain(resolver(request), answersOf(one, request));
  const { outcome } = run;
  const seen = events === undefined || events === 0 ? undefined : stepsToEvents(run.steps, request);
  return {
    code: outcome.ok ? 0 : outcome.stopped === undefined ? 1 : 2,
    installed: outcome.ok
      ? byProject(
          Object.fromEntries(outcome.installs.map((pin) => [pin.project, pin.version.text])),
        )
      : undefined,
    order:
      isRecorded.order && outcome.ok
        ? outcome.installs.map(({ origin }) => origin.requirement.name)
        : undefined,
    uninstalled:
      uninstalled === undefined || uninstalled === 0 || !outcome.ok
        ? undefined
        : byProject(
            Object.fromEntries(
              (outcome.uninstalls ?? []).map(({ name, version }) => [name, version]),
            ),
          ),
    events: seen && digest(seen),
    output: isRecorded.output ? digestOf(trimmed(printedLines(run))) : undefined,
  };
}

function byProject(versions: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(versions)
      .map(([name, version]) => [normalizeName(name), version] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function trimmed(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line !== '');
  return lines.slice(0, last + 1);
}

function digest(events: readonly unknown[]): string {
  return `${events.length} ${sha256(JSON.stringify(events))}`;
}

// Short outputs are kept whole, so that a difference can be read.
function digestOf(lines: readonly (string | number)[]): string {
  const [count, sha] = lines;
  if (typeof count === 'number') return `${count} ${sha}`;
  const text = lines.join('\n');
  return text.length < 1600 ? text : `${lines.length} ${sha256(text)}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
