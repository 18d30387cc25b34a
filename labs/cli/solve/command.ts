import { printedLines } from '../../resolve/run.ts';
import { stepsToEvents } from '../../resolve/trace.ts';
import { BadInput } from '../bad-input.ts';
import type { Terminal } from '../terminal.ts';
import { reportFixes } from './fixes.ts';
import { lockfileOf } from './lockfile.ts';
import { readSolveOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { eventText, printAsPip, runToReport } from './report.ts';
import { solve, type Solving } from './solve.ts';
import { stoppedText } from './stopped.ts';
import { ToolFailure } from './tool-failure.ts';

/** `womm solve`: what pip would install, or why it cannot; 0 solved, 1 not. */
export async function runSolve(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await solveAndPrint(words, terminal);
  } catch (failure) {
    if (!(failure instanceof ToolFailure)) throw failure;
    const { message } = failure;
    if (words.includes('--json'))
      terminal.print(`${JSON.stringify({ ok: false, causes: [], message, fixes: [] })}\n`);
    else terminal.complain(`${message}\n`);
    return 1;
  }
}

async function solveAndPrint(words: readonly string[], terminal: Terminal): Promise<number> {
  const options = readSolveOptions(words);
  const note = (line: string): void => terminal.complain(`womm: ${line}\n`);
  const solving = await solve(options, createProgress(terminal), note);
  const { run, request } = solving;
  const { outcome } = run;
  if (!outcome.ok && outcome.stopped !== undefined && outcome.message === '')
    throw new BadInput(`${stoppedText(outcome.stopped)}`);
  if (options.output === 'json') {
    const hasCauses = !outcome.ok && outcome.causes.length > 0;
    const fixes = hasCauses ? await reportFixes(solving, outcome) : [];
    const report = runToReport(run, request, { trace: options.trace, fixes });
    terminal.print(`${JSON.stringify(report)}\n`);
  } else if (options.output === 'pylock' && outcome.ok) {
    terminal.print(lockfileOf(outcome));
  } else {
    printText(solving, options.trace, terminal);
  }
  return outcome.ok ? 0 : 1;
}

function printText({ run, request, sources }: Solving, trace: boolean, terminal: Terminal): void {
  if (trace)
    for (const event of stepsToEvents(run.steps, request)) terminal.print(`${eventText(event)}\n`);
  printAsPip(terminal, [...sources.greeting, ...printedLines(run)]);
}
