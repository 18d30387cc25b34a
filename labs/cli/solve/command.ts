import { resolveLegacy } from '../../resolve/pip-legacy.ts';
import { resolvePip } from '../../resolve/pip.ts';
import { drain, printedLines, type Run } from '../../resolve/run.ts';
import { stepsToEvents } from '../../resolve/trace.ts';
import type { Request } from '../../resolve/types.ts';
import { BadInput } from '../bad-input.ts';
import type { Terminal } from '../terminal.ts';
import { readRootLines } from './lines.ts';
import { readSolveOptions, type SolveOptions } from './options.ts';
import { eventText, printAsPip, runToReport } from './report.ts';
import { answersFrom, openSource, type Source } from './source.ts';
import { stoppedText } from './stopped.ts';
import { ToolFailure } from './tool-failure.ts';

/** `womm solve`: what pip would install, or why it cannot; 0 solved, 1 not. */
export async function runSolve(words: readonly string[], terminal: Terminal): Promise<number> {
  const options = readSolveOptions(words);
  const lines = await readRootLines(options);
  const source = openSource(options);
  const { target, version } = options;
  const request: Request = { lines, target, version, index: source.index };
  const run = resolveWith(options, request, source);
  if (!run.outcome.ok && run.outcome.stopped !== undefined)
    throw new BadInput(`solve: ${stoppedText(run.outcome.stopped)}`);
  if (options.json) {
    const report = runToReport(run, request, options.trace);
    terminal.print(`${JSON.stringify(report)}\n`);
  } else {
    if (options.trace)
      for (const event of stepsToEvents(run.steps, request))
        terminal.print(`${eventText(event)}\n`);
    printAsPip(terminal, [...source.greeting, ...printedLines(run)]);
  }
  return run.outcome.ok ? 0 : 1;
}

function resolveWith(options: SolveOptions, request: Request, source: Source): Run {
  const resolver = options.tool === 'pip' ? resolvePip(request) : resolveLegacy(request);
  try {
    return drain(resolver, answersFrom(source, options));
  } catch (failure) {
    if (!(failure instanceof ToolFailure)) throw failure;
    const { message } = failure;
    const outcome = { ok: false, causes: [], message, rounds: 0, printed: [message] } as const;
    return { steps: [], outcome };
  }
}
