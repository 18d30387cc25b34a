// Files that are named outright, `name @ URL` or a path: _make_requirements_from_install_req in
// pip/_internal/resolution/resolvelib/factory.py. Not simulated: what has to be built.

import { filenameInUrl } from '../packaging/file-extension.ts';
import { parseWheelFilename } from '../packaging/wheel-filename.ts';
import { buildCandidate } from './build-candidate.ts';
import { withExtras } from './candidates.ts';
import { supportsTags } from './file-fit.ts';
import { spellLink } from './link-requirement.ts';
import { explicitRequirement, normalizeExtras, readAgain, withoutExtras } from './requirements.ts';
import type { Resolving } from './resolving.ts';
import type { Telling } from './telling.ts';
import { Halt, Refusal } from './telling.ts';
import type {
  Asked,
  Candidate,
  InstallRequirement,
  LinkRequirement,
  ResolverRequirement,
} from './types.ts';

/** What is asked, its file fetched if it names one: the base, then the base with extras. */
export function* settleAsked(
  resolving: Resolving,
  asked: Asked,
): Telling<readonly ResolverRequirement[]> {
  if (asked.kind !== 'link') return [asked];
  const { install, link } = asked;
  const fault = wheelFault(resolving, link);
  if (fault !== undefined) throw new Refusal(`ERROR: ${fault}`);
  const { extras } = install.requirement;
  if (resolving.request.version === '23.2') return [yield* asked23(resolving, asked)];
  const template = extras.length === 0 ? install : withoutExtras(install);
  const base = yield* linkCandidate(resolving, link, template);
  if (extras.length === 0) return [explicitRequirement(base)];
  const whole = withExtras(
    resolving,
    base,
    normalizeExtras(extras, resolving.request.version),
    base.origin,
  );
  return [explicitRequirement(base), explicitRequirement(whole)];
}

// One demand for the file with its extras.
function* asked23(
  resolving: Resolving,
  { install, link }: LinkRequirement,
): Telling<ResolverRequirement> {
  const template = spellLink(install, '23.2');
  const base = yield* linkCandidate(resolving, link, template);
  const extras = normalizeExtras(install.requirement.extras, '23.2');
  if (extras.length === 0) return explicitRequirement(base);
  return explicitRequirement(withExtras(resolving, base, extras, template));
}

/** Why pip refuses a wheel named outright, whatever its version; undefined: it does not. */
export function wheelFault({ request }: Resolving, link: string): string | undefined {
  const filename = filenameInUrl(link);
  const wheel = parseWheelFilename(filename);
  if (wheel === undefined || supportsTags(wheel.tags, request)) return undefined;
  return `${filename} is not a supported wheel on this platform.`;
}

/** The candidate for the file at this address, as asked by `install`. */
export function* linkCandidate(
  resolving: Resolving,
  link: string,
  install: InstallRequirement,
): Telling<Candidate> {
  const known = resolving.byUrl.get(link);
  if (known !== undefined) return known;
  const { requirement, line } = install;
  if (line?.editable === true || parseWheelFilename(filenameInUrl(link)) === undefined) {
    throw new Halt({ kind: 'url-requirement', requirement });
  }
  const page = yield { type: 'needs', project: requirement.project, link };
  const file = page?.files[0];
  if (file === undefined) throw new Halt({ kind: 'url-requirement', requirement });
  const source = { kind: 'direct', url: link } as const;
  const candidate = yield* buildCandidate(resolving, file, readAgain(install), source);
  if (candidate === undefined) throw new Halt({ kind: 'url-requirement', requirement });
  return candidate;
}
