import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { cutIndex, decodeIndexCut } from '../../labs/packaging/index-cut.ts';
import type { SnapshotPage } from '../../labs/packaging/snapshot.ts';
import { decodeSnapshotPage } from '../../labs/packaging/snapshot.ts';
import { readLines } from '../../labs/resolve/bench-lines.ts';
import { runHere } from '../../labs/resolve/follow-file.ts';
import { claimOfFile } from '../../labs/resolve/referee/claim.ts';
import { holdAgainstPip } from '../../labs/resolve/referee/hold.ts';
import lab from '../../labs/scenarios/tensorflow-pydantic/lab.ts';
import { startRealPip, withoutRealPip } from './real-pip.ts';
import type { RealPip } from './real-pip.ts';

const SNAPSHOT = new URL('../../public/snapshot/', import.meta.url);
const skip = withoutRealPip ?? false;

/** The real pip reads the whole snapshot for each: the start and the solutions, or all that is run. */
const moves = process.env['REFEREE_ALL'] ? [...lab.solutions, ...lab.nearMisses] : lab.solutions;

/** Every text that is run on the way and that pip can read. */
const texts = [lab.setup.requirements, ...moves.flatMap(({ events }) => textsRun(events))].filter(
  (text, index, all) => all.indexOf(text) === index && isReadable(text),
);

describe(`the real pip on the whole snapshot and ours on the cut of ${lab.id}`, () => {
  const { target, wanted } = lab.setup;
  const whole = new Map(
    readdirSync(SNAPSHOT)
      .map((file) => file.replace(/\.json$/, ''))
      .filter((project) => project !== 'index')
      .flatMap((project) => {
        const page = readPage(project);
        return page === undefined ? [] : [[project, decodeSnapshotPage(page)] as const];
      }),
  );
  const cut = decodeIndexCut(cutIndex(wanted, target, readPage));
  let pip: RealPip;
  before(async () => {
    if (withoutRealPip === undefined) pip = await startRealPip();
  });

  for (const text of texts)
    test(`agree on ${text.trim().replaceAll('\n', ', ')}`, { skip }, async () => {
      const run = await runHere({ text, tool: 'pip', target }, { pages: cut });
      const { difference } = await holdAgainstPip(
        claimOfFile(run),
        (project) => whole.get(project),
        (question) => Promise.resolve(pip.askAsPage(question)),
      );
      assert.equal(difference, undefined);
    });
});

/** The texts that a `ran` follows. */
function textsRun(events: (typeof lab.solutions)[number]['events']): readonly string[] {
  return events.flatMap((event, index) =>
    'text' in event && events.slice(index).some(({ type }) => type === 'ran') ? [event.text] : [],
  );
}

function isReadable(text: string): boolean {
  return readLines(text).problems.length === 0;
}

function readPage(project: string): SnapshotPage | undefined {
  const file = new URL(`${project}.json`, SNAPSHOT);
  // Written by `womm snapshot`.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SnapshotPage) : undefined;
}
