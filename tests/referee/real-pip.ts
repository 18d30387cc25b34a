// The real pip, unmodified, in Pyodide: asked what our own resolver claims to know.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { REAL_PIP } from '../../labs/resolve/referee/pip-version.ts';
import { commandForPip, readAnswer } from '../../labs/resolve/referee/question.ts';
import type { Answer } from '../../labs/resolve/referee/question.ts';
import { startPython } from './memory.ts';
import type { Question } from './question.ts';
import { asksForHashes, questionCommand } from './question.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Its wheel, where `npm run vendor` puts it. */
export const WHEEL = here(`../../.cache/vendor/pip-${REAL_PIP}-py3-none-any.whl`);

/** What runs beside it, one after the other in one namespace: what a page has, and the universes of the tests. */
export const PROGRAM_FILES = [
  ...['documents', 'real_pip', 'target', 'remembered', 'warm_up'].map((name) =>
    here(`../../src/hosts/referee/${name}.py`),
  ),
  ...['stub_wheels', 'simple_index', 'universe'].map((name) => here(`${name}.py`)),
];

/** Why the real pip cannot be asked in this copy, or undefined when it can. */
export const withoutRealPip: string | undefined = existsSync(WHEEL)
  ? undefined
  : `pip ${REAL_PIP} is not in .cache/vendor (npm run vendor brings it)`;

/** How one question is put. */
export interface AskOptions {
  /** Runs of more steps are given up. */
  readonly mostEvents?: number;
}

/** A running pip. The same question always has the same answer. */
export interface RealPip {
  ask(question: Question, options?: AskOptions): Answer;
  /** As a page asks it: a question about an index of documents, as text, and the answer. */
  askAsPage(question: string): string;
}

/** Starts it: half a second from a kept snapshot, some five without. */
export async function startRealPip(): Promise<RealPip> {
  const wheel = new Uint8Array(readFileSync(WHEEL));
  const program = PROGRAM_FILES.map((file) => readFileSync(file, 'utf8')).join('\n');
  const python = await startPython(wheel, program);
  const askUniverse = python.globals.get('ask_universe');
  return {
    ask: (question, options) => readAnswer(askUniverse(questionToJson(question, options))),
    askAsPage: python.globals.get('ask'),
  };
}

/** The question as universe.py reads it. */
export function questionToJson(question: Question, options: AskOptions = {}): string {
  const { index = 'find-links', second = null, installed = [], universe } = question;
  const { mostEvents = 20_000 } = options;
  return JSON.stringify({
    ...commandForPip(questionCommand(question), mostEvents),
    ...{ universe, index, second, installed, withHashes: asksForHashes(question) },
  });
}
