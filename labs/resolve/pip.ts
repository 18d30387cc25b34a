// pip's modern resolver, from the user's lines to what it prints: resolver.py and factory.py under
// pip/_internal/resolution/resolvelib, and the end of commands/install.py.
//
// Not simulated: building (sdists, -e, version control), lines about what is downloaded.

import type { ProjectPage } from '../packaging/project-page.ts';
import { brokenAfterInstall } from './after-check.ts';
import { conflictLines } from './conflict-lines.ts';
import { failureMessage } from './failure-message.ts';
import { installLines, wouldInstallLine } from './install-lines.ts';
import { installationOrder } from './install-order.ts';
import { planInstall } from './install-plan.ts';
import type { Resolution } from './resolution.ts';
import { resolve } from './resolution.ts';
import { stateToResult } from './result.ts';
import type { Resolving } from './resolving.ts';
import { startResolving } from './resolving.ts';
import { collectRoots } from './roots.ts';
import type { Needs, Step } from './step.ts';
import type { Telling } from './telling.ts';
import { Halt, Refusal } from './telling.ts';
import type { Outcome, Request, Stopped } from './types.ts';

/** Resolves as `pip install` does, telling each step. */
export function* resolvePip(
  request: Request,
): Generator<Step | Needs, Outcome, ProjectPage | undefined> {
  let rounds = 0;
  const resolving = startResolving(request);
  try {
    const roots = yield* collectRoots(resolving);
    const steps = resolve(resolving, roots);
    let answer: ProjectPage | undefined;
    for (;;) {
      const { done, value } = steps.next(answer);
      if (done === true) return yield* toOutcome(resolving, value);
      if (value.type === 'starting-round') rounds = value.index + 1;
      answer = yield value;
    }
  } catch (thrown) {
    if (thrown instanceof Halt) return stopped(thrown.stopped, rounds);
    if (thrown instanceof Refusal) return refused(resolving, thrown.message, rounds);
    throw thrown;
  }
}

function* toOutcome(resolving: Resolving, resolution: Resolution): Telling<Outcome> {
  const { rounds } = resolution;
  switch (resolution.type) {
    case 'impossible': {
      const { causes, state } = resolution;
      const message = yield* failureMessage(resolving, causes);
      return { ...refused(resolving, message, rounds), causes, state };
    }
    case 'too-deep':
      return stopped({ kind: 'too-deep' }, rounds);
    case 'settled':
      return settled(resolving, resolution);
  }
}

function settled(
  resolving: Resolving,
  { state, rounds }: Extract<Resolution, { type: 'settled' }>,
): Outcome {
  const { request } = resolving;
  const result = stateToResult(state);
  if (result.kind === 'endless-walk') return stopped({ kind: 'pip-recursion-error' }, rounds);
  const { pins, graph } = result;
  const printed = resolving.printed.splice(0);
  const plan = planInstall(resolving, pins);
  printed.push(...plan.printed);
  const installs = installationOrder(graph, plan.installs);
  const broken = mayBreak(request) ? brokenAfterInstall(request, installs) : [];
  printed.push(
    ...(request.dryRun === false
      ? installLines({ ...plan, installs }, conflictLines(broken), request)
      : wouldInstallLine(installs)),
  );
  const { uninstalls } = plan;
  return { ok: true, pins, installs, uninstalls, broken, state, rounds, printed };
}

// Into an empty environment a whole solution goes whole.
function mayBreak({ installed, noDeps, onlyDeps }: Request): boolean {
  return noDeps !== true && (installed !== undefined || onlyDeps === true);
}

function refused(
  resolving: Resolving,
  message: string,
  rounds: number,
): Extract<Outcome, { ok: false }> {
  const printed = [...resolving.printed.splice(0), ...message.split('\n')];
  return { ok: false, causes: [], message, rounds, printed };
}

function stopped(reason: Stopped, rounds: number): Outcome {
  return { ok: false, causes: [], message: '', rounds, printed: [], stopped: reason };
}
