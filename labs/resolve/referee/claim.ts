// What a run of ours claims that the real pip does, and the command that would show it.

import type { Asked, Run as BenchRun } from '../bench-run.ts';
import { requestOf } from '../bench-run.ts';
import type { Run } from '../run.ts';
import type { Request, RootLine } from '../types.ts';
import type { Command } from './question.ts';

/** A run of ours, and the command whose answer it claims to be. */
export interface Claim {
  readonly run: Run;
  readonly request: Request;
  readonly command: Command;
}

const REQUIREMENTS = 'requirements.txt';
const CONSTRAINTS = 'constraints.txt';
const PLACE = /^-r requirements\.txt \(line (\d+)\)$/;

/** What a bench claims of the file as it was typed. */
export function claimOfFile(run: BenchRun): Claim {
  const request = requestOf(run);
  return { run, request, command: fileCommand(run, request) };
}

const fileCommand = ({ text }: Pick<Asked, 'text'>, { target }: Request): Command => ({
  words: ['-r', REQUIREMENTS],
  files: { [REQUIREMENTS]: text },
  target,
});

/** The same request as somebody would type it: every line stands where pip will say that it does. */
export function retyped(request: Request): {
  readonly request: Request;
  readonly command: Command;
} {
  const bounds = request.lines.filter(({ constraint }) => constraint);
  const typed = request.lines.filter((line) => !line.constraint && line.comesFrom === undefined);
  const written = placed(
    request.lines.filter((line) => !line.constraint && line.comesFrom !== undefined),
  );
  const files: Record<string, string> = {};
  const words: string[] = [];
  if (bounds.length > 0) {
    files[CONSTRAINTS] = bounds.map(({ text }) => `${text}\n`).join('');
    words.push('-c', CONSTRAINTS);
  }
  words.push(...typed.map(({ text }) => text));
  if (written.length > 0) {
    files[REQUIREMENTS] = fileOf(written);
    words.push('-r', REQUIREMENTS);
  }
  const lines = [
    ...bounds.map((line, at) => ({ ...line, comesFrom: `-c ${CONSTRAINTS} (line ${at + 1})` })),
    ...typed,
    ...written.map(({ line, at }) => ({ ...line, comesFrom: `-r ${REQUIREMENTS} (line ${at})` })),
  ];
  return { request: { ...request, lines }, command: { words, files, target: request.target } };
}

interface Placed {
  readonly line: RootLine;
  /** From 1. */
  readonly at: number;
}

/** Lines of a requirements.txt stay on their lines; of any other file they stand one below the other. */
function placed(lines: readonly RootLine[]): readonly Placed[] {
  const known = lines.map((line) => ({ line, at: Number(PLACE.exec(line.comesFrom ?? '')?.[1]) }));
  const isInOrder = known.every(({ at }, i) => at > (known[i - 1]?.at ?? 0));
  return isInOrder ? known : lines.map((line, i) => ({ line, at: i + 1 }));
}

function fileOf(lines: readonly Placed[]): string {
  let text = '';
  let row = 1;
  for (const { line, at } of lines) {
    text += `${'\n'.repeat(at - row)}${line.text}\n`;
    row = at + 1;
  }
  return text;
}
