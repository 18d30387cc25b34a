// pyproject.toml as far as it says what to install: PEP 621 ([project]) and PEP 735
// ([dependency-groups]). What the tables of other tools say is theirs.

import type { GroupItem } from './dependency-groups.ts';
import { readGroups } from './dependency-groups.ts';
import type { FileFault, TomlTable } from './toml.ts';
import { createLineFinder, fileFault, isFileFault, parseToml, tableIn, textIn } from './toml.ts';
import type { WrittenRequirement } from './written-requirement.ts';
import { MOST_REQUIREMENTS, writtenRequirement } from './written-requirement.ts';

/** What a pyproject.toml wants installed. */
export interface Pyproject {
  readonly kind: 'pyproject';
  /** As written; undefined in a file that only has groups. */
  readonly name: string | undefined;
  readonly requiresPython: string | undefined;
  readonly dependencies: readonly WrittenRequirement[];
  /** The optional dependencies, by the extra as written. */
  readonly extras: ReadonlyMap<string, readonly WrittenRequirement[]>;
  /** The dependency groups, by their names as written. */
  readonly groups: ReadonlyMap<string, readonly GroupItem[]>;
  /** `[project] dynamic = ["dependencies"]`: only building the project would tell. */
  readonly isDynamic: boolean;
  /** Dependencies stand in this tool's own table, which pip does not read. */
  readonly foreignTool: 'poetry' | undefined;
}

/** What a pyproject.toml says. */
export function parsePyproject(text: string): Pyproject | FileFault {
  const document = parseToml(text);
  if (isFileFault(document)) return document;
  const project = tableIn(document, 'project');
  const lineOf = createLineFinder(text);
  const dependencies = readList(project, 'dependencies', '[project] dependencies', lineOf);
  if (isFileFault(dependencies)) return dependencies;
  const extras = readExtras(tableIn(project, 'optional-dependencies'), lineOf);
  if (isFileFault(extras)) return extras;
  const groups = readGroups(document['dependency-groups'], lineOf);
  if (isFileFault(groups)) return groups;
  const dynamic = project?.['dynamic'];
  return {
    kind: 'pyproject',
    name: textIn(project, 'name'),
    requiresPython: textIn(project, 'requires-python'),
    dependencies,
    extras,
    groups,
    isDynamic: Array.isArray(dynamic) && dynamic.includes('dependencies'),
    foreignTool:
      project?.['dependencies'] === undefined && hasPoetryTable(document) ? 'poetry' : undefined,
  };
}

function readExtras(
  table: TomlTable | undefined,
  lineOf: (text: string) => number | undefined,
): ReadonlyMap<string, readonly WrittenRequirement[]> | FileFault {
  const extras = new Map<string, readonly WrittenRequirement[]>();
  for (const name of Object.keys(table ?? {})) {
    const list = readList(table, name, `[project.optional-dependencies] ${name}`, lineOf);
    if (isFileFault(list)) return list;
    extras.set(name, list);
  }
  return extras;
}

function readList(
  table: TomlTable | undefined,
  key: string,
  place: string,
  lineOf: (text: string) => number | undefined,
): readonly WrittenRequirement[] | FileFault {
  const value = table?.[key] ?? [];
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'string');
  if (!isList) return fileFault(`${place}: expected a list of texts`);
  if (value.length > MOST_REQUIREMENTS)
    return fileFault(`${place}: expected at most ${MOST_REQUIREMENTS} requirements`);
  return value.map((text) => writtenRequirement(text, lineOf));
}

function hasPoetryTable(document: TomlTable): boolean {
  const poetry = tableIn(tableIn(document, 'tool'), 'poetry');
  return tableIn(poetry, 'dependencies') !== undefined;
}
