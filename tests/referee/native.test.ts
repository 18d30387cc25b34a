import assert from 'node:assert/strict';
import test from 'node:test';
import type { Target } from '../../labs/packaging/tags.ts';
import { readUniverses } from '../oracles/pip-universes.ts';
import type { UniverseCase } from '../oracles/pip-universes.ts';
import { firstDifference } from '../../labs/resolve/referee/compare.ts';
import type { Answer } from '../../labs/resolve/referee/question.ts';
import type { Question, Release, Universe } from './question.ts';
import { startRealPip, withoutRealPip } from './real-pip.ts';

/** Of the recorded universes, one in so many: all 200 agreed when this was written. */
const ONE_IN = 4;

test(
  'pip in Pyodide does what pip on CPython 3.11 on Linux was recorded to do',
  { skip: withoutRealPip ?? false },
  async () => {
    const { python, cases } = readUniverses();
    const target: Target = { python: python['26.3'], platform: 'linux-64', implementation: 'cp' };
    const pip = await startRealPip();
    const asked = cases.filter((_, index) => index % ONE_IN === 0);
    const differences = asked.map((one) => {
      const seen = pip.ask(caseToQuestion(one, target));
      const difference = firstDifference(recordedAnswer(one), seen);
      return difference && { id: one.id, ...difference };
    });
    assert.deepEqual(
      differences.filter((difference) => difference !== undefined),
      [],
    );
  },
);

function caseToQuestion({ universe, request }: UniverseCase, target: Target): Question {
  const releases = ([
    requires,
    python,
    extras,
  ]: UniverseCase['universe'][string][string]): Release => ({
    requires,
    ...(python ? { requires_python: python } : {}),
    ...(extras ? { extras } : {}),
  });
  const entries = Object.entries(universe).map(([name, versions]) => [
    name,
    Object.fromEntries(
      Object.entries(versions).map(([text, release]) => [text, releases(release)]),
    ),
  ]);
  return {
    universe: Object.fromEntries(entries) satisfies Universe,
    request,
    target,
  };
}

function recordedAnswer({ id, results }: UniverseCase): Answer {
  const [rc, installed, printed, events = []] = results['26.3'];
  const place = new RegExp(`[^\\s"(]*rand/${id}(?=/)`, 'g');
  return {
    rc,
    pins: rc === 0 ? installed : null,
    // Kept as the same lists; only the folder of the wheels was another.
    events: JSON.parse(JSON.stringify(events).replaceAll(place, '$WHEELS')) as Answer['events'],
    output: `${printed.replaceAll(place, '$WHEELS')}\n`,
    milliseconds: 0,
  };
}
