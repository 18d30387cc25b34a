// pip 20.3 and later: get_installation_error in resolution/resolvelib/factory.py.

import { normalizeName } from '../../packaging/names.ts';
import type { PastedCause, PastedConflict } from './pasted.ts';
import { splitJoined } from './joined.ts';
import { between, type Screen } from './screen.ts';

const START = 'Cannot install ';
const END = ' because these package versions have conflicting dependencies';
const CAUSED_BY = 'The conflict is caused by:';
const MOST_CAUSES = 500;

const ASKED = /^The user requested (\(constraint\) )?(\S.{0,500})$/;
const DEPENDS =
  /^([A-Za-z0-9][\w.-]{0,200}(?:\[[\w.,-]{0,200}\])?) (\S{1,100}) depends on (\S.{0,500})$/;
const NAME = /^([A-Za-z0-9](?:[\w.-]{0,200}[A-Za-z0-9])?)/;
const PYTHON = 'Python ';

/** The conflict that a text tells of, or undefined if there is none with causes. */
export function readConflict({ lines, flat, isWhole }: Screen): PastedConflict | undefined {
  const start = lines.findIndex((line) => line.startsWith(CAUSED_BY));
  if (start < 0) return undefined;
  const causes: PastedCause[] = [];
  for (const [at, line] of lines.slice(start + 1, start + 1 + 2 * MOST_CAUSES).entries()) {
    const cause = readCause(line);
    // `at` counts from the line after the heading.
    if (cause !== undefined) causes.push({ ...cause, line: isWhole ? start + at + 2 : undefined });
    else if (line !== '' && causes.length > 0) break;
  }
  if (causes.length === 0) return undefined;
  const triggers = splitJoined(between(flat, START, END, { most: 20_000 }) ?? '');
  return { kind: 'conflict', triggers, causes, projects: sharedProjects(causes) };
}

function readCause(line: string): Omit<PastedCause, 'line'> | undefined {
  const asked = ASKED.exec(line);
  if (asked !== null) {
    const requirement = asked[2] ?? '';
    const isConstraint = asked[1] !== undefined;
    return { parent: undefined, isConstraint, requirement, project: projectOf(requirement) };
  }
  const [, name, version, requirement] = DEPENDS.exec(line) ?? [];
  if (name === undefined || version === undefined || requirement === undefined) return undefined;
  const parent = { name, version };
  return { parent, isConstraint: false, requirement, project: projectOf(requirement) };
}

/** The project that a requirement names; Python for what is asked of the interpreter. */
function projectOf(requirement: string): string {
  if (requirement.startsWith(PYTHON)) return 'Python';
  return normalizeName(NAME.exec(requirement)?.[1] ?? '');
}

function sharedProjects(causes: readonly PastedCause[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { project } of causes) counts.set(project, (counts.get(project) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([project]) => project);
}
