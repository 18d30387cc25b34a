// pip's modern resolver, from the user's lines to what it prints: resolver.py and factory.py under
// pip/_internal/resolution/resolvelib.
//
// Not simulated: installed packages and upgrades, hashes, building sdists, URLs, several indexes.

import type { ProjectPage } from '../packaging/project-page.ts';
import { failureMessage } from './failure-message.ts';
import { wouldInstallLine, yankedWarning } from './output-lines.ts';
import type { Resolution } from './resolution.ts';
import { resolve } from './resolution.ts';
import { stateToResult } from './result.ts';
import type { Resolving } from './resolving.ts';
import { startResolving } from './resolving.ts';
import { collectRoots } from './roots.ts';
import type { Needs, Step } from './step.ts';
import { Halt } from './telling.ts';
import type { Outcome, Request, Stopped } from './types.ts';

/** Resolves as `pip install --dry-run` into an empty environment, telling each step. */
export function* resolvePip(
  request: Request,
): Generator<Step | Needs, Outcome, ProjectPage | undefined> {
  let rounds = 0;
  try {
    const roots = collectRoots(request);
    const resolving = startResolving(request, roots);
    resolving.printed.push(...roots.printed);
    const steps = resolve(resolving, roots.requirements);
    let answer: ProjectPage | undefined;
    for (;;) {
      const { done, value } = steps.next(answer);
      if (done === true) return toOutcome(resolving, value);
      if (value.type === 'starting-round') rounds = value.index + 1;
      answer = yield value;
    }
  } catch (thrown) {
    if (!(thrown instanceof Halt)) throw thrown;
    return stopped(thrown.stopped, rounds);
  }
}

function toOutcome(resolving: Resolving, resolution: Resolution): Outcome {
  const { rounds } = resolution;
  switch (resolution.type) {
    case 'impossible':
      return failed(resolving, resolution);
    case 'too-deep':
      return stopped({ kind: 'too-deep' }, rounds);
    case 'settled': {
      const result = stateToResult(resolution.state);
      if (result.kind === 'endless-walk') return stopped({ kind: 'pip-recursion-error' }, rounds);
      const { pins } = result;
      const printed = resolving.printed.splice(0);
      for (const pin of pins) printed.push(...yankedWarning(resolving.request, pin.name, pin));
      const last = wouldInstallLine(pins);
      if (last !== undefined) printed.push(last);
      return { ok: true, pins, installs: pins, state: resolution.state, rounds, printed };
    }
  }
}

function failed(
  resolving: Resolving,
  { causes, state, rounds }: Extract<Resolution, { type: 'impossible' }>,
): Outcome {
  const message = failureMessage(resolving, causes);
  const printed = [...resolving.printed.splice(0), ...message.split('\n')];
  return { ok: false, causes, message, state, rounds, printed };
}

function stopped(reason: Stopped, rounds: number): Outcome {
  return { ok: false, causes: [], message: '', rounds, printed: [], stopped: reason };
}
