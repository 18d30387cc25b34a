// The same question, put to our own resolver.

import { resolvePip } from '../../labs/resolve/pip.ts';
import type { Run } from '../../labs/resolve/run.ts';
import { drain, printedLines } from '../../labs/resolve/run.ts';
import { stepsToEvents } from '../../labs/resolve/trace.ts';
import type { Installed, Outcome, Request } from '../../labs/resolve/types.ts';
import type { Refused } from '../oracles/pip-command.ts';
import { commandToRequest } from '../oracles/pip-command.ts';
import { questionPages, questionSources, releaseMetadata } from './our-pages.ts';
import type { Answer, Question, RecordedEvent } from './question.ts';
import { questionCommand } from './question.ts';

/** An answer of ours, and how long it took before to read all METADATA into pages. */
export interface OurAnswer extends Answer {
  /** Why the simulation ended where pip would have gone on to build something. */
  readonly notSimulated?: 'unknown-metadata' | undefined;
  readonly reading: number;
}

/** What our resolver answers, in the words of the real one; `too-long` after `mostEvents` steps. */
export function askOurs(question: Question, mostEvents = Infinity): OurAnswer {
  const request = questionToRequest(question);
  const began = performance.now();
  const pages = questionPages(question);
  const started = performance.now();
  if ('refusal' in request) return { ...refused(request), reading: started - began };
  const run = drain(resolvePip(request), (_project, _file, needs) => pages(needs), mostEvents);
  const spent = { reading: started - began, milliseconds: performance.now() - started };
  return { ...runToAnswer(run, request), ...spent };
}

function refused({ refusal }: Refused): Answer {
  return { rc: 1, pins: null, events: [], output: `${refusal}\n`, milliseconds: 0 };
}

function runToAnswer(run: Run, request: Request): Omit<OurAnswer, 'milliseconds' | 'reading'> {
  const { outcome } = run;
  const isUnknown = !outcome.ok && outcome.stopped?.kind === 'unknown-metadata';
  return {
    notSimulated: isUnknown ? 'unknown-metadata' : undefined,
    rc: exitCode(outcome),
    pins: outcome.ok
      ? Object.fromEntries(
          outcome.installs.map(({ metadata }) => [metadata.name, metadata.version]),
        )
      : null,
    // The two tuple types say the same of the same lists.
    events: stepsToEvents(run.steps, request) as readonly RecordedEvent[],
    output: printedLines(run)
      .map((line) => `${line}\n`)
      .join(''),
  };
}

/** The question as our resolver is asked, or what pip says before it resolves anything. */
export function questionToRequest(question: Question): Request | Refused {
  const command = { ...questionCommand(question), installed: installedBefore(question) };
  const request = commandToRequest(command);
  if ('refusal' in request) return request;
  const [index, ...moreIndexes] = questionSources(question);
  return { ...request, target: question.target, dryRun: true, index, moreIndexes };
}

function installedBefore({ installed, universe }: Question): Installed | undefined {
  if (installed === undefined) return undefined;
  const distributions = installed.map(([name, version]) =>
    releaseMetadata(name, version, universe[name]?.[version] ?? {}),
  );
  return { location: '$ENV', distributions };
}

/** pip's exit codes: 1 where it gives up, 2 where it crashes. */
function exitCode(outcome: Outcome): Answer['rc'] {
  if (outcome.ok) return 0;
  const stopped = outcome.stopped?.kind;
  if (stopped === 'too-deep' || stopped === 'out-of-steps') return 'too-long';
  return stopped === undefined ? 1 : 2;
}
