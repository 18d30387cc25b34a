// What legacy pip takes for one requirement: _get_dist_for and _check_skip_installed in
// pip/_internal/resolution/legacy/resolver.py, find_requirement in index/package_finder.py.

import { contains } from '../packaging/specifier.ts';
import { compareVersions } from '../packaging/version.ts';
import { buildCandidate } from './build-candidate.ts';
import type { Wanted } from './criterion.ts';
import { linkCandidate, wheelFault } from './direct.ts';
import type { Distribution } from './distributions.ts';
import { legacyNotFoundMessage } from './failure-message.ts';
import { installedCandidate } from './installed.ts';
import type { Entry } from './legacy-set.ts';
import { linkOf } from './legacy-set.ts';
import { bestFile } from './offered.ts';
import { yankedWarning } from './output-lines.ts';
import type { Resolving } from './resolving.ts';
import { loadOffers, sourceOf } from './resolving.ts';
import type { Telling } from './telling.ts';
import { Halt, Refusal } from './telling.ts';
import type { Candidate } from './types.ts';

/** What is installed if it will do, else the best file, else pip's refusal. */
export function* chooseForEntry(resolving: Resolving, entry: Entry): Telling<Candidate> {
  const { install } = entry;
  const link = linkOf(install);
  const present = resolving.installed.get(install.requirement.project);
  const isMet =
    present !== undefined &&
    contains(install.requirement.specifier, present.version, { prereleases: true });
  if (isMet && resolving.request.reinstall !== 'force') {
    const reason = yield* reasonToKeep(resolving, entry, present);
    if (reason !== undefined) return installedCandidate(resolving, present, install, reason);
  }
  if (link === undefined) return yield* bestCandidate(resolving, entry);
  const fault = wheelFault(resolving, link);
  if (fault !== undefined) throw new Refusal(`ERROR: ${fault}`);
  return yield* linkCandidate(resolving, link, install);
}

function* reasonToKeep(
  resolving: Resolving,
  entry: Entry,
  present: Distribution,
): Telling<string | undefined> {
  const { upgrade } = resolving.request;
  if (upgrade === 'only-if-needed' && !entry.isUserSupplied) {
    return 'already satisfied, skipping upgrade';
  }
  if (upgrade !== 'only-if-needed' && upgrade !== 'eager') return 'already satisfied';
  if (linkOf(entry.install) !== undefined) return undefined;
  const { project, specifier } = entry.install.requirement;
  const offers = yield* loadOffers(resolving, project);
  const best = bestFile(offers, { project, specifier, hashes: undefined }, resolving.request);
  const isBest = best === undefined || compareVersions(best.version, present.version) <= 0;
  return isBest ? 'already up-to-date' : undefined;
}

function* bestCandidate(resolving: Resolving, { install }: Entry): Telling<Candidate> {
  const { request } = resolving;
  const { project, specifier, name } = install.requirement;
  const wanted: Wanted = { project, specifier, hashes: undefined };
  const offers = yield* loadOffers(resolving, project);
  const file = bestFile(offers, wanted, request);
  if (file === undefined) {
    throw new Refusal(legacyNotFoundMessage(install, offers, request.version));
  }
  const source = sourceOf(resolving, file);
  resolving.printed.push(...yankedWarning(name, { file, project, source }));
  const candidate = yield* buildCandidate(resolving, file, install);
  if (candidate !== undefined) return candidate;
  // Legacy pip does not pass over unreadable metadata: it ends in a traceback.
  const what = `${project} ${file.version.text}`;
  throw new Halt({ kind: 'unreadable-metadata', candidate: what, file });
}
