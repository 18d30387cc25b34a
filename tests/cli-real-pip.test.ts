// The bundled snapshot and the resolver together, against what the real pip said of the real PyPI.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { main } from '../labs/cli/main.ts';
import { folderOf } from './cli-folder.ts';

interface Recorded {
  readonly commands: readonly {
    readonly requirements: readonly string[];
    readonly exit: number;
    readonly end: string;
  }[];
  readonly files: readonly {
    readonly id: string;
    readonly requirements: readonly string[];
    readonly rounds: number;
    readonly pins?: Readonly<Record<string, string>>;
    readonly causes?: readonly (readonly [requirement: string, parent: string | null])[];
    readonly message?: string;
  }[];
}

interface Answer {
  readonly pins?: readonly { readonly name: string; readonly version: string }[];
  readonly rounds?: number;
  readonly causes?: readonly {
    readonly requirement: string;
    readonly parent: { readonly name: string; readonly version: string } | null;
  }[];
  readonly message?: string;
  readonly events: readonly (readonly unknown[])[];
}

const FILE = new URL('cli-real-pip.json', import.meta.url);
const RECORDED = JSON.parse(readFileSync(FILE, 'utf8')) as Recorded;
const ON_THE_MACHINE = ['solve', '--python', '3.11.7', '--only-binary', ':all:'];

async function run(words: readonly string[]): Promise<{ code: number; lines: readonly string[] }> {
  const lines: string[] = [];
  const take = (text: string): void => void lines.push(text);
  const code = await main([...ON_THE_MACHINE, ...words], { print: take, complain: take });
  return { code, lines: lines.join('').trimEnd().split('\n') };
}

for (const { requirements, exit, end } of RECORDED.commands)
  test(`pip install ${requirements.join(' ')}`, async () => {
    const { code, lines } = await run(requirements);
    const first = exit === 0 ? -1 : lines.findIndex((line) => line.startsWith('ERROR'));
    assert.equal(lines.slice(first).join('\n'), end);
    assert.equal(code, exit);
  });

for (const recorded of RECORDED.files)
  test(`pip install -r requirements.txt: ${recorded.id}`, async () => {
    process.chdir(folderOf({ 'requirements.txt': recorded.requirements.join('\n') }));
    const { lines } = await run(['--json', '--trace', '-r', 'requirements.txt']);
    const answer = JSON.parse(lines.join('\n')) as Answer;
    const pins = answer.pins?.map(({ name, version }) => [name, version] as const);
    assert.deepEqual(pins && Object.fromEntries(pins), recorded.pins);
    const causes = answer.causes?.map(({ requirement, parent }) => [
      requirement,
      parent && `${parent.name}==${parent.version}`,
    ]);
    assert.deepEqual(causes, recorded.causes);
    assert.equal(answer.message, recorded.message);
    assert.equal(answer.events.filter(([type]) => type === 'round').length, recorded.rounds);
  });
