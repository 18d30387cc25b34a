// The real pip, unmodified, in Pyodide: asked what our own resolver claims to know.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Platform } from '../../labs/packaging/tags.ts';
import { startPython } from './memory.ts';
import { pageDocuments } from './page-documents.ts';
import type { Answer, Question } from './question.ts';
import { asksForHashes, questionCommand } from './question.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The pip that answers. */
export const PIP_VERSION = '26.3';
/** Its wheel, where `npm run vendor` puts it. */
export const WHEEL = here(`../../.cache/vendor/pip-${PIP_VERSION}-py3-none-any.whl`);

/** What runs beside it, one after the other in one namespace. */
export const PROGRAM_FILES = ['stub_wheels.py', 'simple_index.py', 'referee.py', 'target.py'].map(
  here,
);

/** Why the real pip cannot be asked in this copy, or undefined when it can. */
export const withoutRealPip: string | undefined = existsSync(WHEEL)
  ? undefined
  : `pip ${PIP_VERSION} is not in .cache/vendor (npm run vendor brings it)`;

/** How one question is put. */
export interface AskOptions {
  /** Runs of more steps are given up. */
  readonly mostEvents?: number;
}

/** A running pip. The same question always has the same answer. */
export interface RealPip {
  ask(question: Question, options?: AskOptions): Answer;
}

interface Machine {
  readonly system: 'glibc' | 'musl' | 'macos' | 'windows';
  readonly systemVersion: readonly [number, number];
  readonly arch: string;
}

const MACHINES: Readonly<Record<Platform, Machine>> = {
  'linux-64': { system: 'glibc', systemVersion: [2, 36], arch: 'x86_64' },
  'linux-aarch64': { system: 'glibc', systemVersion: [2, 36], arch: 'aarch64' },
  'linux-armv7l': { system: 'glibc', systemVersion: [2, 36], arch: 'armv7l' },
  'musl-64': { system: 'musl', systemVersion: [1, 2], arch: 'x86_64' },
  'musl-aarch64': { system: 'musl', systemVersion: [1, 2], arch: 'aarch64' },
  'osx-64': { system: 'macos', systemVersion: [14, 0], arch: 'x86_64' },
  'osx-arm64': { system: 'macos', systemVersion: [14, 0], arch: 'arm64' },
  'win-64': { system: 'windows', systemVersion: [10, 0], arch: 'win_amd64' },
};

/** Starts it: half a second from a kept snapshot, some five without. */
export async function startRealPip(): Promise<RealPip> {
  const wheel = new Uint8Array(readFileSync(WHEEL));
  const program = PROGRAM_FILES.map((file) => readFileSync(file, 'utf8')).join('\n');
  const python = await startPython(wheel, program);
  const ask = python.globals.get('ask');
  return {
    ask(question, options) {
      const documents = pageDocuments(question.pages ?? new Map());
      python.globals.set('document_elsewhere', documents);
      // The answer is made by referee.py, whose last line writes this shape.
      return JSON.parse(ask(questionToJson(question, options))) as Answer;
    },
  };
}

/** The question as referee.py reads it. */
export function questionToJson(question: Question, options: AskOptions = {}): string {
  const { target, index = 'find-links', second, installed = [], universe, environment } = question;
  const { mostEvents = 20_000 } = options;
  const { words, files } = questionCommand(question);
  return JSON.stringify({
    ...{
      universe,
      index,
      second: second ?? null,
      installed,
      environment,
      words,
      files,
      mostEvents,
    },
    target: { python: target.python, ...MACHINES[target.platform] },
    withHashes: asksForHashes(question),
  });
}
