// Which name is pinned next: narrow_requirement_selection and get_preference in
// pip/_internal/resolution/resolvelib/provider.py, of pip 26.3 and of pip 23.2.

import type { Specifier } from '../packaging/specifier.ts';
import type { Criterion } from './criterion.ts';
import { PYTHON_NAME } from './requirements.ts';
import type { Resolving } from './resolving.ts';
import type { State } from './state.ts';
import type { Cause } from './types.ts';

/** What choosing remembers from round to round, whatever is backtracked meanwhile. */
export interface Chooser {
  /** pip 26.3: how often a name that was not pinned took part in a conflict. */
  readonly conflicts: Map<string, number>;
  /** pip 23.2: how far each name was found from the user's lines when it was last asked for. */
  readonly depths: Map<string, number>;
}

/** From this many conflicts on a name is pinned before others (_CONFLICT_PRIORITY_THRESHOLD). */
const PROMOTED_FROM = 5;

const UPPER_BOUNDS: ReadonlySet<string> = new Set(['<', '<=', '~=']);

/** Smaller is sooner; compared part by part, then by name. */
type Preference = readonly number[];

/** A chooser that has seen nothing. */
export function createChooser(): Chooser {
  return { conflicts: new Map(), depths: new Map() };
}

/** The name, of those not satisfied, whose candidate is chosen in this round. */
export function chooseName(
  resolving: Resolving,
  chooser: Chooser,
  state: State,
  unsatisfied: readonly string[],
): string | undefined {
  const { version } = resolving.request;
  if (version === '23.2') {
    const causes = causeNames(state.backtrackCauses);
    return best(unsatisfied, (name) => preference23(resolving, chooser, state, name, causes));
  }
  if (unsatisfied.length === 1) return unsatisfied[0];
  const narrowed = narrow(chooser, state, unsatisfied);
  if (narrowed.length === 1) return narrowed[0];
  return best(narrowed, (name) => preference26(resolving, chooser, state, name));
}

// Requires-Python alone, else the names of the last conflict, else those that conflict often.
function narrow(chooser: Chooser, state: State, names: readonly string[]): readonly string[] {
  const causes = new Set<string>();
  for (const { requirement, parent } of state.backtrackCauses) {
    const involved = parent === undefined ? [requirement.name] : [requirement.name, parent.name];
    for (const name of involved) {
      causes.add(name);
      if (state.pins.has(name)) continue;
      chooser.conflicts.set(name, (chooser.conflicts.get(name) ?? 0) + 1);
    }
  }
  if (names.includes(PYTHON_NAME)) return [PYTHON_NAME];
  const inConflict = names.filter((name) => causes.has(name));
  if (inConflict.length > 0) return inConflict;
  const promoted = names.filter((name) => isPromoted(chooser, name));
  return promoted.length > 0 ? promoted : names;
}

function isPromoted(chooser: Chooser, name: string): boolean {
  return (chooser.conflicts.get(name) ?? 0) >= PROMOTED_FROM;
}

function preference26(
  resolving: Resolving,
  chooser: Chooser,
  state: State,
  name: string,
): Preference {
  const summary = state.criteria.get(name)?.summary;
  const specifiers = summary?.specifier.specifiers ?? [];
  return [
    no(isPromoted(chooser, name)),
    no(summary?.isExplicit === true),
    no(specifiers.some(isPin)),
    no(specifiers.some(isUpperBound)),
    resolving.requestedOrder.get(name) ?? Infinity,
    no(specifiers.length > 0),
  ];
}

function preference23(
  resolving: Resolving,
  chooser: Chooser,
  state: State,
  name: string,
  causes: ReadonlySet<string>,
): Preference {
  const criterion = state.criteria.get(name);
  const specifiers = criterion?.summary.specifier.specifiers ?? [];
  const order = resolving.requestedOrder.get(name);
  const depth = order === undefined ? inferredDepth(chooser, criterion) : 1;
  chooser.depths.set(name, depth);
  return [
    no(name === PYTHON_NAME),
    // pip means "is a URL", but asks whether there is any requirement at all.
    no((criterion?.information.length ?? 0) > 0),
    no(specifiers.some(({ operator }) => operator.startsWith('=='))),
    no(causes.has(name)),
    depth,
    order ?? Infinity,
    no(specifiers.length > 0),
  ];
}

function inferredDepth(chooser: Chooser, criterion: Criterion | undefined): number {
  let least = Infinity;
  for (const { parent } of criterion?.information ?? []) {
    const depth = parent === undefined ? 0 : (chooser.depths.get(parent.name) ?? Infinity);
    least = Math.min(least, depth);
  }
  return least + 1;
}

function causeNames(causes: readonly Cause[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { requirement, parent } of causes) {
    names.add(requirement.name);
    if (parent !== undefined) names.add(parent.name);
  }
  return names;
}

function best(names: readonly string[], prefer: (name: string) => Preference): string | undefined {
  let chosen: { readonly name: string; readonly preference: Preference } | undefined;
  for (const name of names) {
    const preference = prefer(name);
    if (chosen === undefined || isSooner(name, preference, chosen)) chosen = { name, preference };
  }
  return chosen?.name;
}

function isSooner(
  name: string,
  preference: Preference,
  chosen: { readonly name: string; readonly preference: Preference },
): boolean {
  for (const [i, part] of preference.entries()) {
    const other = chosen.preference[i] ?? 0;
    if (part !== other) return part < other;
  }
  return name < chosen.name;
}

function isPin({ operator, version }: Specifier): boolean {
  return operator.startsWith('==') && !version.includes('*');
}

function isUpperBound({ operator, version }: Specifier): boolean {
  return UPPER_BOUNDS.has(operator) || (operator === '==' && version.includes('*'));
}

function no(condition: boolean): number {
  return condition ? 0 : 1;
}
