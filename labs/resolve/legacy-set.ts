// What legacy pip keeps of each name: RequirementSet and _add_requirement_to_set in
// pip/_internal/resolution/legacy/resolver.py.

import type { SpecifierSet } from '../packaging/specifier.ts';
import { normalizeExtras } from './requirements.ts';
import { formatInstall } from './texts.ts';
import type { Candidate, InstallRequirement } from './types.ts';

/** The one requirement that counts for a name, and what was pinned for it. */
export interface Entry {
  readonly install: InstallRequirement;
  extras: readonly string[];
  /** Only a bound so far: nothing asked for the project itself. */
  isConstraint: boolean;
  /** It began as a bound: pip then takes its extras for others than the same extras asked again. */
  readonly wasConstraint: boolean;
  /** A line of the user's asks for it, which -U may upgrade. */
  isUserSupplied: boolean;
  candidate: Candidate | undefined;
  /** The entries that its candidate asked for, whether or not they were there before. */
  readonly needs: Entry[];
}

/** One entry a project, in the order of first mention. */
export interface LegacySet {
  readonly entries: Map<string, Entry>;
}

/** What became of a requirement that was added. */
export type Addition =
  /** It is to be looked at: the first of its name, or the first that is no constraint. */
  | { readonly kind: 'added'; readonly entry: Entry }
  /** Its name was there before, and that is all that counts. */
  | { readonly kind: 'ignored'; readonly entry: Entry }
  /** Two lines of the user's with one name and different bounds, or a file for a bound: pip ends here. */
  | { readonly kind: 'refused'; readonly message: string };

/** A set without entries. */
export function createLegacySet(): LegacySet {
  return { entries: new Map() };
}

/** Adds a requirement, or not. */
export function addToSet(
  set: LegacySet,
  install: InstallRequirement,
  isConstraint: boolean,
): Addition {
  const { project, name, specifier } = install.requirement;
  const extras = normalizeExtras(install.requirement.extras, '23.2');
  const known = set.entries.get(project);
  if (known === undefined) {
    const isUserSupplied = install.parent === undefined && !isConstraint;
    const entry: Entry = {
      install,
      extras,
      isConstraint,
      wasConstraint: isConstraint,
      isUserSupplied,
      candidate: undefined,
      needs: [],
    };
    set.entries.set(project, entry);
    return { kind: 'added', entry };
  }
  if (install.parent === undefined && !known.wasConstraint) {
    const isSame = sameSpecifiers(known.install.requirement.specifier, specifier);
    if (known.extras.join() === extras.join() && !isSame) {
      const message =
        `ERROR: Double requirement given: ${formatInstall(install)} ` +
        `(already in ${formatInstall(known.install)}, name='${name}')`;
      return { kind: 'refused', message };
    }
  }
  if (isConstraint || !known.isConstraint) return { kind: 'ignored', entry: known };
  if (linkOf(install) !== undefined && linkOf(install) !== linkOf(known.install)) {
    const message =
      `ERROR: Could not satisfy constraints for '${name}': installation from path or url cannot be ` +
      'constrained to a version';
    return { kind: 'refused', message };
  }
  if (install.parent === undefined) known.isUserSupplied = true;
  // The bound stays the requirement: what is asked now adds its extras and nothing else.
  known.isConstraint = false;
  known.extras = [...new Set([...known.extras, ...extras])].sort();
  return { kind: 'added', entry: known };
}

/** What was pinned, in the order in which legacy pip installs it: what is needed comes first. */
export function installationOrder(set: LegacySet): readonly Candidate[] {
  const seen = new Set<Entry>();
  const order: Candidate[] = [];
  const schedule = (entry: Entry): void => {
    if (seen.has(entry) || entry.candidate === undefined) return;
    if (entry.candidate.source.kind === 'installed') return;
    seen.add(entry);
    for (const needed of entry.needs) schedule(needed);
    order.push({ ...entry.candidate, extras: entry.extras });
  };
  for (const entry of set.entries.values()) schedule(entry);
  return order;
}

/** The file that is named instead of an index. */
export function linkOf({ line, requirement }: InstallRequirement): string | undefined {
  return line?.link ?? requirement.url;
}

function sameSpecifiers(a: SpecifierSet, b: SpecifierSet): boolean {
  const canonical = ({ specifiers }: SpecifierSet): ReadonlySet<string> =>
    new Set(specifiers.map((specifier) => specifier.canonical));
  const [left, right] = [canonical(a), canonical(b)];
  return left.size === right.size && [...left].every((text) => right.has(text));
}
