// PEP 735: groups of requirements in pyproject.toml that may include one another, read as PyPA
// packaging 26.3 does (dependency_groups.py), whose sentences pip prints.

import { normalizeName } from './names.ts';
import { formatParseError } from './requirement.ts';
import type { FileFault } from './toml.ts';
import { asTable, fileFault, textIn } from './toml.ts';
import type { WrittenRequirement } from './written-requirement.ts';
import { MOST_REQUIREMENTS, writtenRequirement } from './written-requirement.ts';

/** One item of a group. */
export type GroupItem =
  | { readonly kind: 'requirement'; readonly written: WrittenRequirement }
  | { readonly kind: 'include'; readonly group: string }
  /** Neither; `message` says why. */
  | { readonly kind: 'invalid'; readonly message: string };

/** Why a group comes to nothing: every fault on the way, in packaging's words. */
export interface GroupFault {
  readonly kind: 'group-fault';
  readonly messages: readonly string[];
}

type Groups = ReadonlyMap<string, readonly GroupItem[]>;

/** The groups of a `[dependency-groups]` table, by their names as written. */
export function readGroups(
  value: unknown,
  lineOf: (text: string) => number | undefined,
): Groups | FileFault {
  const groups = new Map<string, readonly GroupItem[]>();
  const table = value === undefined ? {} : asTable(value);
  if (table === undefined) return fileFault('[dependency-groups]: expected a table');
  const spellings = new Map<string, string>();
  for (const [name, items] of Object.entries(table)) {
    if (!Array.isArray(items)) return fileFault(`[dependency-groups] ${name}: expected a list`);
    if (items.length > MOST_REQUIREMENTS)
      return fileFault(
        `[dependency-groups] ${name}: expected at most ${MOST_REQUIREMENTS} requirements`,
      );
    const other = spellings.get(normalizeName(name));
    if (other !== undefined)
      return fileFault(
        `[dependency-groups]: Duplicate dependency group names: ${normalizeName(name)} (${other}, ${name})`,
      );
    spellings.set(normalizeName(name), name);
    groups.set(
      name,
      items.map((item) => readItem(item, lineOf)),
    );
  }
  return groups;
}

/** The requirements of a group, those of the groups that it includes among them. */
export function groupRequirements(
  groups: Groups,
  name: string,
): readonly WrittenRequirement[] | GroupFault {
  const byName = new Map([...groups].map(([each, items]) => [normalizeName(each), items]));
  const messages: string[] = [];
  const found: WrittenRequirement[] = [];
  let visits = 0;
  // Includes in the order met; a group that stands below itself is reported and not followed.
  const follow = (group: string, path: readonly string[]): void => {
    const items = byName.get(group);
    if (items === undefined) {
      messages.push(`Dependency group '${group}' not found`);
      return;
    }
    for (const item of items) {
      // Groups that include one another twice over could be walked for ever.
      if (messages.length > MOST_FAULTS || (visits += 1) > MOST_REQUIREMENTS) return;
      if (item.kind === 'invalid') messages.push(item.message);
      else if (item.kind === 'requirement') collect(item.written, found, messages);
      else {
        const next = normalizeName(item.group);
        if (path.includes(next) || path.length >= MOST_INCLUDES)
          messages.push(cycleMessage(path[0] ?? group, group, item.group));
        else follow(next, [...path, next]);
      }
    }
  };
  const start = normalizeName(name);
  follow(start, [start]);
  return messages.length > 0 ? { kind: 'group-fault', messages } : found;
}

const MOST_FAULTS = 20;
const MOST_INCLUDES = 50;

function collect(written: WrittenRequirement, found: WrittenRequirement[], faults: string[]): void {
  const { wanted, text } = written;
  if ('kind' in wanted) faults.push(formatParseError(wanted, text));
  else found.push(written);
}

function cycleMessage(requested: string, group: string, included: string): string {
  const reason =
    included === group
      ? `${group} includes itself`
      : `${included} -> ${group}, ${group} -> ${included}`;
  return `Cyclic dependency group include while resolving ${requested}: ${reason}`;
}

function readItem(item: unknown, lineOf: (text: string) => number | undefined): GroupItem {
  if (typeof item === 'string')
    return { kind: 'requirement', written: writtenRequirement(item, lineOf) };
  const table = asTable(item);
  const group = textIn(table, 'include-group');
  const isInclude = table !== undefined && Object.keys(table).join() === 'include-group';
  if (isInclude && group !== undefined) return { kind: 'include', group };
  return { kind: 'invalid', message: 'Invalid dependency group item' };
}
