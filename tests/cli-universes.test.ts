// The 200 random universes of the oracle at the prompt, as a folder of wheels and as an index: what
// womm prints is what the real pip did.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { zipSync, strToU8 } from 'fflate';
import { main } from '../labs/cli/main.ts';
import type { Metadata } from '../labs/packaging/metadata.ts';
import type { Event } from '../labs/resolve/trace.ts';
import { folderOf } from './cli-folder.ts';
import type { Label, UniverseCase } from './oracles/pip-universes.ts';
import { readUniverses, universeToPages } from './oracles/pip-universes.ts';

// pip 23.2 and its legacy resolver end in a traceback over `x===1.0; marker`: tests/oracles/pip-universes.test.ts.
const CRASHES: Readonly<Record<Label, readonly number[]>> = {
  '26.3': [],
  '23.2': [24, 62, 168, 238, 258, 272, 338],
  legacy: [24, 48, 62, 168, 192, 238, 272],
};
const WHERE = /\(from [^()]*\)/g;
const OPTIONS: Readonly<Record<Label, readonly string[]>> = {
  '26.3': [],
  '23.2': ['--pip', '23.2'],
  legacy: ['--tool', 'pip-legacy', '--pip', '23.2'],
};

interface Answer {
  readonly ok: boolean;
  readonly pins?: readonly { readonly name: string; readonly version: string }[];
  readonly message?: string;
  readonly events: readonly Event[];
}

const { cases, python } = readUniverses();
const folder = folderOf({});
const before = process.cwd();
process.chdir(folder);
after(() => process.chdir(before));
for (const one of cases) writeUniverse(one);

for (const label of ['26.3', '23.2', 'legacy'] as const)
  test(`${label}: outcome, pins, events and message`, async () => {
    let [compared, unsolvable] = [0, 0];
    for (const one of cases) {
      if (CRASHES[label].includes(one.id)) continue;
      await compare(one, label);
      compared += 1;
      if (one.results[label][0] !== 0) unsolvable += 1;
    }
    assert.equal(compared, 200 - CRASHES[label].length);
    assert.ok(unsolvable > 50, `${unsolvable} unsolvable`);
  });

async function compare(one: UniverseCase, label: Label): Promise<void> {
  const [code, installed, output, events = []] = one.results[label];
  const words = ['--no-index', '--find-links', `rand/${one.id}`, '--python', python[label]];
  let out = '';
  const terminal = { print: (text: string) => void (out += text), complain: () => undefined };
  const ended = await main(
    ['solve', '--json', '--trace', ...OPTIONS[label], ...words, ...one.request],
    terminal,
  );
  const answer = JSON.parse(out) as Answer;
  const at = output.indexOf('ERROR:');
  assert.deepEqual(
    {
      code: ended,
      ok: answer.ok,
      pins: Object.fromEntries(
        (answer.pins ?? []).map(({ name, version }) => [norm(name), version]),
      ),
      events: label === 'legacy' ? [] : answer.events.map(withoutPlace),
      message: answer.message ?? '',
    },
    {
      code,
      ok: code === 0,
      pins: Object.fromEntries(
        Object.entries(installed).map(([name, version]) => [norm(name), version]),
      ),
      events: events.map(withoutPlace),
      message: at < 0 ? '' : output.slice(at),
    },
    `case ${one.id}`,
  );
}

function writeUniverse({ id, universe }: UniverseCase): void {
  const place = join(folder, 'rand', String(id));
  mkdirSync(place, { recursive: true });
  for (const { files } of universeToPages(universe).values())
    for (const { filename, metadata } of files) {
      if (typeof metadata !== 'object') throw new Error(`${filename}: expected a wheel`);
      const inside = { 'x-1.dist-info/METADATA': strToU8(metadataText(metadata)) };
      writeFileSync(join(place, filename), zipSync(inside, { level: 0 }));
    }
}

function metadataText(metadata: Metadata): string {
  const { name, version, requiresPython, requiresDist, providesExtra } = metadata;
  return [
    `Name: ${name}`,
    `Version: ${version}`,
    ...(requiresPython === undefined ? [] : [`Requires-Python: ${requiresPython}`]),
    ...providesExtra.map((extra) => `Provides-Extra: ${extra}`),
    ...requiresDist.map((each) => `Requires-Dist: ${each}`),
    '',
  ].join('\n');
}

const norm = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');

// Where the recorded run kept its files is no part of what pip does.
function withoutPlace(event: Event): unknown {
  return JSON.parse(JSON.stringify(event).replace(WHERE, '(from …)'));
}
