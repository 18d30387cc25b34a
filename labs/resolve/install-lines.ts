// The end of what pip prints: commands/install.py, req/__init__.py, req/req_uninstall.py.

import { normalizeName } from '../packaging/names.ts';
import { environmentDistributions } from './distributions.ts';
import type { InstallPlan } from './install-plan.ts';
import { compareTexts } from './sorting.ts';
import type { Candidate, Request } from './types.ts';

/** The last line of a dry run; none if there is nothing to install. */
export function wouldInstallLine(installs: readonly Candidate[]): readonly string[] {
  if (installs.length === 0) return [];
  const items = installs.map(({ metadata }) => [metadata.name, metadata.version] as const);
  items.sort((a, b) => compareTexts(a[0], b[0]) || compareTexts(a[1], b[1]));
  return [`Would install ${items.map((item) => item.join('-')).join(' ')}`];
}

/** What pip prints while it installs; nothing if there is nothing to install. */
export function installLines(
  { installs, uninstalls }: Omit<InstallPlan, 'printed'>,
  conflicts: readonly string[],
  request: Request,
): readonly string[] {
  if (installs.length === 0) return conflicts;
  const names = installs.map(({ origin }) => origin.requirement.name);
  const old = new Map(uninstalls.map((metadata) => [normalizeName(metadata.name), metadata]));
  return [
    `Installing collected packages: ${names.join(', ')}`,
    ...installs.flatMap((pin) => {
      const metadata = old.get(pin.project);
      if (metadata === undefined) return [];
      const { name, version } = metadata;
      return [
        `  Attempting uninstall: ${pin.origin.requirement.name}`,
        `    Found existing installation: ${name} ${version}`,
        `    Uninstalling ${name}-${version}:`,
        `      Successfully uninstalled ${name}-${version}`,
      ];
    }),
    // What the progress bar leaves.
    ...(installs.length > 1 && request.version !== '23.2' ? [''] : []),
    ...conflicts,
    `Successfully installed ${summary(installs, request)}`,
  ];
}

// With -I the old dist-info stays, and pip reads the version of the one that it meets last.
function summary(installs: readonly Candidate[], request: Request): string {
  const left = new Map(
    request.reinstall === 'ignore-installed'
      ? environmentDistributions(request).map(({ project, version }) => [project, version])
      : [],
  );
  return installs
    .map(({ origin, project, version }) => {
      const shown = left.get(project) ?? version;
      return { name: origin.requirement.name, text: shown.text };
    })
    .toSorted((a, b) => compareTexts(a.name, b.name))
    .map(({ name, text }) => `${name}-${text}`)
    .join(' ');
}
