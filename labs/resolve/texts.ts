// How pip writes requirements and candidates: __str__, format_for_error and from_path in
// resolvelib/requirements.py, resolvelib/candidates.py and req/req_install.py.

import type { IndexFile } from '../packaging/project-page.ts';
import type {
  AnyCandidate,
  Candidate,
  IndexSource,
  InstallRequirement,
  Request,
  ResolverRequirement,
} from './types.ts';

/** Where pip looks when it is told nothing. */
export const PUBLIC_INDEX: IndexSource = { kind: 'simple', url: 'https://pypi.org/simple' };

/** `numpy 1.26.4`, as pip names a parent. */
export function nameAndVersion(candidate: AnyCandidate): string {
  return `${candidate.name} ${candidate.version.text}`;
}

/** The requirement in a conflict: `numpy<2 and >=1.23; python_version >= "3.9"`. */
export function formatRequirement(requirement: ResolverRequirement, request: Request): string {
  if (requirement.kind === 'explicit') return formatCandidate(requirement.candidate, request);
  if (requirement.kind === 'requires-python') return `Python ${requirement.specifier.text}`;
  return joinWithAnd(requirement.install.requirement.text.split(',').map((part) => part.trim()));
}

/** The candidate with the file that it comes from: `numpy 1.26.4 (from …)`. */
export function formatCandidate(candidate: Candidate, request: Request): string {
  const base = `${candidate.project} ${candidate.version.text} (from ${formatLink(candidate, request)})`;
  return candidate.extras.length === 0 ? base : `${base} [${candidate.extras.join(', ')}]`;
}

/** Where a file is, as pip's Link writes it. */
export function formatLink(
  { file, project }: Pick<Candidate, 'file' | 'project'>,
  request: Request,
): string {
  const index = request.index ?? PUBLIC_INDEX;
  if (index.kind === 'find-links') return `${index.directory}/${file.filename}`;
  const page = `${index.url}/${project}/`;
  const python = file.requiresPython;
  const tail = python === undefined ? '' : ` (requires-python:${python})`;
  return `${fileUrl(file, request)} (from ${page})${tail}`;
}

/** The address of a file alone; its name where the index is known without addresses. */
export function fileUrl(file: IndexFile, request: Request): string {
  const index = request.index ?? PUBLIC_INDEX;
  return index.kind === 'find-links'
    ? `file://${index.directory}/${file.filename}`
    : (file.url ?? file.filename);
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

/** `Collecting …` for a file of an index, `Processing …` for one in a folder. */
export function headerLine(request: Request, file: IndexFile, install: InstallRequirement): string {
  const index = request.index ?? PUBLIC_INDEX;
  const what =
    index.kind === 'find-links'
      ? `Processing ${index.shown ?? index.directory}/${file.filename}`
      : `Collecting ${install.requirement.text}`;
  return what + formatOrigin(install);
}
