// The same question, put to our own resolver.

import { resolvePip } from '../../labs/resolve/pip.ts';
import { runToAnswer } from '../../labs/resolve/referee/our-answer.ts';
import type { OurAnswer } from '../../labs/resolve/referee/our-answer.ts';
import { drain } from '../../labs/resolve/run.ts';
import type { Installed, Request } from '../../labs/resolve/types.ts';
import type { Refused } from '../oracles/pip-command.ts';
import { commandToRequest } from '../oracles/pip-command.ts';
import { questionPages, questionSources, releaseMetadata } from './our-pages.ts';
import type { Question } from './question.ts';
import { questionCommand } from './question.ts';

/** An answer of ours, how long it took, and how long before to read all METADATA into pages. */
export interface TimedAnswer extends OurAnswer {
  readonly milliseconds: number;
  readonly reading: number;
}

/** What our resolver answers, in the words of the real one; `too-long` after `mostEvents` steps. */
export function askOurs(question: Question, mostEvents = Infinity): TimedAnswer {
  const request = questionToRequest(question);
  const began = performance.now();
  const pages = questionPages(question);
  const started = performance.now();
  if ('refusal' in request) return { ...refused(request), reading: started - began };
  const run = drain(resolvePip(request), (_project, _file, needs) => pages(needs), mostEvents);
  const spent = { reading: started - began, milliseconds: performance.now() - started };
  return { ...runToAnswer(run, request), ...spent };
}

function refused({ refusal }: Refused): OurAnswer & { readonly milliseconds: number } {
  return { rc: 1, pins: null, events: [], output: `${refusal}\n`, milliseconds: 0 };
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
