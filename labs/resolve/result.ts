// From the last state to what is installed: _build_result in resolvelib, Resolver.resolve in
// pip/_internal/resolution/resolvelib/resolver.py.

import type { Graph } from './install-order.ts';
import { USER } from './install-order.ts';
import type { State } from './state.ts';
import type { AnyCandidate, Candidate } from './types.ts';

/** The pins that lead back to the user's lines, or pip's own crash on the way. */
export type Result =
  | { readonly kind: 'pins'; readonly pins: readonly Candidate[]; readonly graph: Graph }
  | { readonly kind: 'endless-walk' };

/** The projects to install. Pins that only abandoned branches asked for are left out. */
export function stateToResult(state: State): Result {
  const nameOfPin = new Map<AnyCandidate, string>();
  for (const [name, candidate] of state.pins) nameOfPin.set(candidate, name);
  const walk: Walk = { state, nameOfPin, connected: new Set(), path: new Set() };
  for (const name of state.criteria.keys()) {
    if (leadsToRoot(walk, name) === 'endless') return { kind: 'endless-walk' };
  }
  const graph = askingGraph(walk);
  return { kind: 'pins', pins: installedPins(state, walk.connected), graph };
}

function askingGraph({ state, nameOfPin, connected }: Walk): Graph {
  const graph = new Map<string, Set<string>>([[USER, new Set()]]);
  const childrenOf = (name: string): Set<string> => {
    let children = graph.get(name);
    if (children === undefined) graph.set(name, (children = new Set()));
    return children;
  };
  for (const [name, { information }] of state.criteria) {
    if (!connected.has(name)) continue;
    childrenOf(name);
    for (const { parent } of information) {
      const parentName = parent === undefined ? USER : nameOfPin.get(parent);
      if (parentName !== undefined) childrenOf(parentName).add(name);
    }
  }
  return graph;
}

interface Walk {
  readonly state: State;
  readonly nameOfPin: ReadonlyMap<AnyCandidate, string>;
  readonly connected: Set<string>;
  /** The names being asked about; to meet one again is to walk in circles, as pip then does. */
  readonly path: Set<string>;
}

function leadsToRoot(walk: Walk, name: string): boolean | 'endless' {
  if (walk.connected.has(name)) return true;
  const criterion = walk.state.criteria.get(name);
  if (criterion === undefined) return false;
  if (walk.path.has(name)) return 'endless';
  walk.path.add(name);
  let answer: boolean | 'endless' = false;
  for (const { parent } of criterion.information) {
    const parentName = parent === undefined ? undefined : walk.nameOfPin.get(parent);
    if (parent !== undefined && parentName === undefined) continue;
    answer = parentName === undefined || leadsToRoot(walk, parentName);
    if (answer !== false) break;
  }
  walk.path.delete(name);
  if (answer === true) walk.connected.add(name);
  return answer;
}

function installedPins(state: State, connected: ReadonlySet<string>): readonly Candidate[] {
  const extras = new Map<string, Set<string>>();
  const pins = new Map<string, Candidate>();
  for (const [name, candidate] of state.pins) {
    if (candidate.kind === 'python' || !connected.has(name)) continue;
    if (candidate.base === undefined) pins.set(candidate.project, candidate);
    const asked = extras.get(candidate.project) ?? new Set();
    for (const extra of candidate.extras) asked.add(extra);
    extras.set(candidate.project, asked);
  }
  return [...pins.values()].map((pin) => {
    const asked = extras.get(pin.project);
    return asked === undefined || asked.size === 0 ? pin : { ...pin, extras: [...asked].sort() };
  });
}
