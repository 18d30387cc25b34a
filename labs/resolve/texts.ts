// How pip writes requirements and candidates: __str__, format_for_error and from_path in
// resolvelib/requirements.py, resolvelib/candidates.py and req/req_install.py.

import { formatLink } from './links.ts';
import type { AnyCandidate, Candidate, InstallRequirement, ResolverRequirement } from './types.ts';

/** `numpy 1.26.4`, as pip names a parent. */
export function nameAndVersion(candidate: Pick<AnyCandidate, 'name' | 'version'>): string {
  return `${candidate.name} ${candidate.version.text}`;
}

/** The requirement in a conflict: `numpy<2 and >=1.23; python_version >= "3.9"`. */
export function formatRequirement(requirement: ResolverRequirement): string {
  if (requirement.kind === 'explicit') return formatCandidate(requirement.candidate);
  if (requirement.kind === 'requires-python') return `Python ${requirement.specifier.text}`;
  return joinWithAnd(requirement.install.requirement.text.split(',').map((part) => part.trim()));
}

/** The candidate with the file that it comes from: `numpy 1.26.4 (from …)`. */
export function formatCandidate(candidate: Candidate): string {
  const { source } = candidate;
  const where = source.kind === 'installed' ? 'Installed' : `from ${formatLink(candidate)}`;
  const base = `${candidate.project} ${candidate.version.text} (${where})`;
  return candidate.extras.length === 0 ? base : `${base} [${candidate.extras.join(', ')}]`;
}

/** The chain of requirements down to the user's line: `grpcio>=1->tensorflow->-r req.txt (line 2)`. */
export function formatChain(install: InstallRequirement | string | undefined): string {
  const links: string[] = [];
  let link = install;
  while (link !== undefined) {
    if (typeof link === 'string') {
      links.push(link);
      break;
    }
    links.push(link.requirement.text);
    link = link.comesFrom;
  }
  return links.join('->');
}

/** The requirement and, in parentheses, the chain that brought it. */
export function formatInstall(install: InstallRequirement): string {
  return install.requirement.text + formatOrigin(install);
}

/** ` (from …)`, or nothing for the command line. */
export function formatOrigin(install: InstallRequirement): string {
  return install.comesFrom === undefined ? '' : ` (from ${formatChain(install.comesFrom)})`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joinWithAnd(parts: readonly string[]): string {
  if (parts.length <= 1) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
