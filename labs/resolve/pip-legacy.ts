// Legacy pip: pip/_internal/resolution/legacy/resolver.py (--use-deprecated=legacy-resolver; what pip
// did before 20.3). The first requirement of a name wins, and nothing is ever taken back.
//
// Dependencies are visited in the order of METADATA. pip before 23.1, on Python before 3.11, followed
// the order of a hash table: one command, several results. Not simulated: that order, hashes,
// building.

import { brokenAfterInstall } from './after-check.ts';
import { legacyConflictLines } from './conflict-lines.ts';
import { constraintFault } from './constraints.ts';
import { contains, parseSpecifierSet } from '../packaging/specifier.ts';
import { requirementsOfMetadata } from './dependencies.ts';
import { chooseForEntry } from './legacy-choice.ts';
import { spellLink } from './link-requirement.ts';
import type { Entry, LegacySet } from './legacy-set.ts';
import { addToSet, createLegacySet, installationOrder } from './legacy-set.ts';
import { installLines, wouldInstallLine } from './install-lines.ts';
import { providedExtras } from './dependencies.ts';
import { ignoredLineNotice, unknownExtraWarning, yankedWarning } from './output-lines.ts';
import { specifierRequirement } from './requirements.ts';
import type { Resolving } from './resolving.ts';
import { startResolving, told } from './resolving.ts';
import { lineApplies } from './line-applies.ts';
import { rootInstall } from './roots.ts';
import type { Telling } from './telling.ts';
import { Halt, Refusal } from './telling.ts';
import type { Candidate, Cause, InstallRequirement, Outcome, Request } from './types.ts';

/** Resolves as legacy pip would, telling each step. */
export function* resolveLegacy(request: Request): Telling<Outcome> {
  const resolving = startResolving(request);
  let rounds = 0;
  try {
    const set = createLegacySet();
    const broken = yield* addRoots(resolving, set);
    if (broken !== undefined) return failed(resolving, broken, rounds);
    const queue = [...set.entries.values()];
    // The list is walked while it grows.
    for (const entry of queue) {
      if (entry.isConstraint || entry.candidate !== undefined) continue;
      yield told(resolving, { type: 'starting-round', index: rounds });
      rounds += 1;
      const failure = yield* pinEntry(resolving, set, entry, queue);
      if (failure !== undefined) return failed(resolving, failure, rounds);
    }
    return solved(resolving, set, rounds);
  } catch (thrown) {
    if (thrown instanceof Refusal) {
      return failed(resolving, { message: thrown.message, causes: [] }, rounds);
    }
    if (!(thrown instanceof Halt)) throw thrown;
    return { ok: false, causes: [], message: '', rounds, printed: [], stopped: thrown.stopped };
  }
}

interface Failure {
  readonly message: string;
  readonly causes: readonly Cause[];
}

function* addRoots(resolving: Resolving, set: LegacySet): Telling<Failure | undefined> {
  yield told(resolving, { type: 'starting' });
  for (const line of resolving.request.lines) {
    if (!lineApplies(line, resolving.environment)) {
      const notice = ignoredLineNotice(line);
      if (notice !== undefined) resolving.printed.push(notice);
      continue;
    }
    const fault = line.constraint ? constraintFault(line) : undefined;
    resolving.printed.push(...(fault?.printed ?? []));
    const install = spellLink(rootInstall(line), resolving.request.version);
    const addition = addToSet(set, install, line.constraint);
    if (addition.kind === 'refused') {
      return { message: addition.message, causes: [cause(install)] };
    }
    if (!line.constraint) yield* tell(resolving, install, addition.kind === 'ignored');
  }
  return undefined;
}

function* pinEntry(
  resolving: Resolving,
  set: LegacySet,
  entry: Entry,
  queue: Entry[],
): Telling<Failure | undefined> {
  const causes = [cause(entry.install)];
  let candidate: Candidate;
  try {
    candidate = yield* chooseForEntry(resolving, entry);
  } catch (thrown) {
    if (thrown instanceof Refusal) return { message: thrown.message, causes };
    throw thrown;
  }
  const unfit = pythonMessage(resolving, candidate);
  if (unfit !== undefined) return { message: unfit, causes };
  entry.candidate = candidate;
  yield told(resolving, { type: 'pinning', candidate });
  if (resolving.request.noDeps !== true) {
    yield* addDependencies(resolving, set, entry, candidate, queue);
  }
  return undefined;
}

function* addDependencies(
  resolving: Resolving,
  set: LegacySet,
  entry: Entry,
  candidate: Candidate,
  queue: Entry[],
): Telling<void> {
  const { metadata, version } = candidate;
  const provided = providedExtras(metadata, resolving.request.version);
  for (const extra of entry.extras) {
    if (!provided.has(extra))
      resolving.printed.push(`  ${unknownExtraWarning(metadata.name, version, extra)}`);
  }
  const known = entry.extras.filter((extra) => provided.has(extra));
  for (const requirement of requirementsOfMetadata(resolving, candidate, known)) {
    const wanted = { requirement, comesFrom: entry.install, parent: candidate, line: undefined };
    const install = spellLink(wanted, resolving.request.version);
    const addition = addToSet(set, install, false);
    yield* tell(resolving, install, addition.kind === 'ignored');
    if (addition.kind === 'refused') throw new Refusal(addition.message);
    entry.needs.push(addition.entry);
    if (addition.kind === 'added') queue.push(addition.entry);
  }
}

function* tell(
  resolving: Resolving,
  install: InstallRequirement,
  isIgnored: boolean,
): Telling<void> {
  const requirement = specifierRequirement(install, resolving.request.version);
  const { parent } = install;
  const type = isIgnored ? 'ignoring-requirement' : 'adding-requirement';
  yield told(resolving, { type, requirement, parent });
}

function pythonMessage({ python }: Resolving, { metadata }: Candidate): string | undefined {
  const { requiresPython } = metadata;
  const specifier = requiresPython === undefined ? undefined : parseSpecifierSet(requiresPython);
  if (specifier === undefined || contains(specifier, python.version)) return undefined;
  return (
    `ERROR: Package '${metadata.name}' requires a different Python: ` +
    `${python.version.text} not in '${specifier.text}'`
  );
}

function cause(install: InstallRequirement): Cause {
  const { parent, line } = install;
  return { requirement: specifierRequirement(install, '23.2'), parent, root: line };
}

function solved(resolving: Resolving, set: LegacySet, rounds: number): Outcome {
  const { request } = resolving;
  const pins = [...set.entries.values()].flatMap(({ candidate, extras }) =>
    candidate === undefined ? [] : [{ ...candidate, extras }],
  );
  const installs = installationOrder(set);
  const fresh = new Set(installs.map(({ project }) => project));
  const uninstalls = [...resolving.installed.values()]
    .filter(({ project }) => fresh.has(project))
    .map(({ metadata }) => metadata);
  const broken = request.noDeps === true ? [] : brokenAfterInstall(request, installs);
  const printed = resolving.printed.splice(0);
  printed.push(
    ...(request.dryRun === false
      ? installLines({ installs, uninstalls }, legacyConflictLines(broken), request)
      : wouldInstallLine(installs)),
  );
  return { ok: true, pins, installs, uninstalls, rounds, printed, broken };
}

function failed(resolving: Resolving, { message, causes }: Failure, rounds: number): Outcome {
  const printed = [...resolving.printed.splice(0), ...message.split('\n')];
  return { ok: false, causes, message, rounds, printed };
}
