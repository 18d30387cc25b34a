// The same wheel on a CPython of this machine: what the benches compare with, beside Pyodide.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Answer } from '../../labs/resolve/referee/question.ts';
import type { Question } from './question.ts';
import { PROGRAM_FILES, questionToJson, WHEEL } from './real-pip.ts';

const PROGRAM = `
import sys
sys.path.insert(0, sys.argv[1])
for file in sys.argv[2:]: exec(compile(open(file).read(), file, 'exec'))
for line in sys.stdin: print(ask_universe(line), flush=True)
`;

/** A pip in a process of its own, which imports it once and then answers question after question. */
export interface NativePip {
  /** The interpreter's version. */
  readonly python: string;
  ask(question: Question): Promise<Answer>;
  stop(): void;
}

/** Starts it, or undefined where there is no python3. */
export function startNativePip(): NativePip | undefined {
  const found = spawnSync('python3', ['-c', 'import sys; print(sys.version.split()[0])']);
  if (found.status !== 0) return undefined;
  const universes = mkdtempSync(join(tmpdir(), 'universes-'));
  const child = spawn('python3', ['-c', PROGRAM, WHEEL, ...PROGRAM_FILES], {
    env: { ...process.env, PYTHONHASHSEED: '0', COLUMNS: '100', REFEREE_UNIVERSES: universes },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    python: String(found.stdout).trim(),
    async ask(question) {
      child.stdin.write(`${questionToJson(question)}\n`);
      const { value } = await lines.next();
      // One line for each question, in the shape that referee.py writes.
      return JSON.parse(value ?? 'null') as Answer;
    },
    stop() {
      child.kill();
      rmSync(universes, { recursive: true, force: true });
    },
  };
}
