// pip's last words: get_installation_error and its parts in
// pip/_internal/resolution/resolvelib/factory.py.

import { chosenFor } from '../packaging/name-choice.ts';
import type { Version } from '../packaging/version.ts';
import { compareVersions } from '../packaging/version.ts';
import { formatConstraint } from './constraints.ts';
import { withoutMarker } from './requirements.ts';
import type { Resolving } from './resolving.ts';
import { loadOffers } from './resolving.ts';
import { compareTexts } from './sorting.ts';
import type { Telling } from './telling.ts';
import {
  formatCandidate,
  formatOrigin,
  formatRequirement,
  joinWithAnd,
  nameAndVersion,
} from './texts.ts';
import type {
  Candidate,
  Cause,
  InstallRequirement,
  PipVersion,
  ResolverRequirement,
} from './types.ts';
import type { ProjectOffers } from './finder.ts';

const HELP =
  'ERROR: ResolutionImpossible: for help visit ' +
  'https://pip.pypa.io/en/latest/topics/dependency-resolution/#dealing-with-dependency-conflicts';

/** What is asked for by whoever forgets `-r`. */
const FORGOTTEN_R = 'requirements.txt';
const HINT =
  'HINT: You are attempting to install a package literally named "requirements.txt" (which cannot exist). ' +
  "Consider using the '-r' flag to install the packages listed in requirements.txt";

/** What pip prints when these causes leave nothing, from the first `ERROR:` line on. */
export function* failureMessage(resolving: Resolving, causes: readonly Cause[]): Telling<string> {
  const unfit = causes.filter(
    ({ requirement }) => requirement.kind === 'requires-python' && !requirement.isSatisfied,
  );
  if (unfit.length > 0) return pythonMessage(resolving, unfit);
  const [only] = causes;
  if (only !== undefined && causes.length === 1) {
    if (!resolving.constraints.has(only.requirement.name)) {
      // Where a line named the file, the index was not asked until now.
      const offers = yield* loadOffers(resolving, only.requirement.project);
      return notFoundMessage(resolving, only, offers);
    }
  }
  return conflictMessage(resolving, causes);
}

function pythonMessage({ python, request }: Resolving, causes: readonly Cause[]): string {
  const version = python.version.text;
  const lines = causes.map(({ requirement, parent }) => ({
    specifier: requirement.kind === 'requires-python' ? requirement.specifier.text : '',
    parent,
  }));
  const [only] = lines;
  if (only !== undefined && lines.length === 1) {
    const name = only.parent?.name ?? '';
    return `ERROR: Package '${name}' requires a different Python: ${version} not in '${only.specifier}'`;
  }
  const required = lines.map(({ specifier, parent }) => {
    const by = parent === undefined ? '' : formatCandidate(parent);
    return `'${specifier}' (required by ${by})`;
  });
  return [`ERROR: Packages require a different Python. ${version} not in:`, ...required].join('\n');
}

function notFoundMessage(
  resolving: Resolving,
  { requirement, parent }: Cause,
  { files }: ProjectOffers,
): string {
  const is23 = resolving.request.version === '23.2';
  const wanted = is23 ? requirementText(requirement) : textWithoutMarker(requirement);
  const from = parent === undefined ? '' : ` (from ${parent.name})`;
  const kept = is23 ? files : files.filter(({ yanked }) => yanked === false);
  const yanked = is23 ? [] : files.filter((file) => file.yanked !== false);
  const lines: string[] = [];
  if (yanked.length > 0) {
    const versions = formatVersions(yanked.map(({ version }) => version));
    lines.push(`ERROR: Ignored the following yanked versions: ${versions}`);
  }
  const skipped = [...resolving.offers.values()].flatMap((known) => known.skippedForPython);
  if (skipped.length > 0) {
    lines.push(
      'ERROR: Ignored the following versions that require a different python version: ' +
        [...new Set(skipped)].sort(compareTexts).join('; '),
    );
  }
  const isFinalOnly = chosenFor(resolving.request.preReleases, requirement.project) === 'no';
  const what = isFinalOnly ? 'final version' : 'version';
  const versions = formatVersions(kept.map(({ version }) => version));
  lines.push(
    `ERROR: Could not find a ${what} that satisfies the requirement ${wanted}${from} ` +
      `(from versions: ${versions})`,
    ...(wanted === FORGOTTEN_R ? [HINT] : []),
    `ERROR: No matching distribution found for ${wanted}${is23 ? '' : from}`,
  );
  return lines.join('\n');
}

/** The versions, each once, ascending; `none` if there is none. */
export function formatVersions(versions: readonly Version[]): string {
  const distinct = new Map<string, Version>();
  for (const version of versions)
    if (!distinct.has(version.key)) distinct.set(version.key, version);
  const sorted = [...distinct.values()].sort(compareVersions);
  return sorted.map(({ text }) => text).join(', ') || 'none';
}

/** What legacy pip prints when nothing fits: the chain instead of the parent, no hints. */
export function legacyNotFoundMessage(
  install: InstallRequirement,
  offers: ProjectOffers,
  version: PipVersion,
): string {
  const shown = version === '23.2' ? install.requirement : withoutMarker(install.requirement);
  const wanted = shown.text + formatOrigin(install);
  const versions = formatVersions(offers.files.map((file) => file.version));
  return [
    `ERROR: Could not find a version that satisfies the requirement ${wanted} (from versions: ${versions})`,
    `ERROR: No matching distribution found for ${wanted}`,
  ].join('\n');
}

function requirementText(requirement: ResolverRequirement): string {
  switch (requirement.kind) {
    case 'specifier':
      return requirement.install.requirement.text;
    case 'explicit':
      return nameAndVersion(requirement.candidate);
    case 'requires-python':
      return `Python ${requirement.specifier.text}`;
  }
}

function textWithoutMarker(requirement: ResolverRequirement): string {
  if (requirement.kind !== 'specifier') return requirementText(requirement);
  return withoutMarker(requirement.install.requirement).text;
}

function conflictMessage(resolving: Resolving, causes: readonly Cause[]): string {
  const { request, constraints } = resolving;
  const asked = causes.map(({ requirement, parent }) => {
    const by = parent === undefined ? 'The user requested' : `${nameAndVersion(parent)} depends on`;
    return `    ${by} ${formatRequirement(requirement)}`;
  });
  const bounded = new Set(causes.map(({ requirement }) => requirement.name));
  const bounds = [...constraints.values()]
    .filter(({ project }) => bounded.has(project))
    .map((bound) => `    The user requested (constraint) ${formatConstraint(bound)}`);
  return [
    `ERROR: Cannot install ${joinWithAnd(triggers(resolving, causes))} because these package versions have conflicting dependencies.`,
    '',
    'The conflict is caused by:',
    ...asked,
    ...bounds,
    '',
    ...(request.version === '23.2' ? [] : emptyNames(causes)),
    'To fix this you could try to:',
    "1. loosen the range of package versions you've specified",
    `2. remove package versions to allow pip ${request.version === '23.2' ? '' : 'to '}attempt to solve the dependency conflict`,
    '',
    HELP,
  ].join('\n');
}

// pip means the names for which the index has nothing, but asks without naming a requirement and so
// always hears "nothing": every name is listed (pypa/pip #14193, pip 25.3 and later).
function emptyNames(causes: readonly Cause[]): readonly string[] {
  const names = [...new Set(causes.map(({ requirement }) => requirement.name))].sort(compareTexts);
  return [
    'Additionally, some packages in these conflicts have no matching distributions available for your environment:',
    ...names.map((name) => `    ${name}`),
    '',
  ];
}

function triggers({ request }: Resolving, causes: readonly Cause[]): readonly string[] {
  const texts = causes.map(({ requirement, parent }) =>
    parent === undefined ? formatRequirement(requirement) : trigger(parent),
  );
  return [...new Set(texts)].sort(compareTexts);
}

// Who is to blame for a parent: the user's `name==version`, or what it came from.
function trigger(parent: Candidate): string {
  const isFetched = parent.base === undefined && parent.source.kind !== 'installed';
  const from = isFetched ? parent.origin.comesFrom : undefined;
  if (from === undefined) return `${parent.name}==${parent.version.text}`;
  return typeof from === 'string' ? from : from.requirement.name;
}
