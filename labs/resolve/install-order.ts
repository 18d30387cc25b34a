// In which order pip installs: get_installation_order and get_topological_weights in
// pip/_internal/resolution/resolvelib/resolver.py. What nothing left depends on goes first; where
// there are cycles, what lies deepest. The walk through cycles ends after a few visits of each name,
// and there the real order varies with the hash seed.

import { compareTexts } from './sorting.ts';
import type { Candidate } from './types.ts';

/** Who asks for whom, by name; the user is ''. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The user, who asks for the roots. */
export const USER = '';

const MOST_VISITS = 5;

/** These candidates in the order in which they are installed. */
export function installationOrder(
  graph: Graph,
  installs: readonly Candidate[],
): readonly Candidate[] {
  const weights = topologicalWeights(graph, new Set(installs.map(({ project }) => project)));
  const weight = ({ project }: Candidate): number => weights.get(project) ?? 0;
  return installs.toSorted((a, b) => weight(b) - weight(a) || compareTexts(b.project, a.project));
}

function topologicalWeights(
  graph: Graph,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const left = new Map([...graph].map(([name, children]) => [name, new Set(children)]));
  const parents = new Map<string, string[]>();
  for (const [name, children] of graph) {
    for (const child of children) parents.set(child, [...(parents.get(child) ?? []), name]);
  }
  for (;;) {
    const leaves = [...left].filter(([name, { size }]) => name !== USER && size === 0);
    if (leaves.length === 0) break;
    for (const [name] of leaves) {
      if (wanted.has(name)) weights.set(name, left.size - 1);
    }
    for (const [name] of leaves) {
      left.delete(name);
      for (const parent of parents.get(name) ?? []) left.get(parent)?.delete(name);
    }
  }
  walkCycles(left, wanted, weights);
  return weights;
}

function walkCycles(graph: Graph, wanted: ReadonlySet<string>, weights: Map<string, number>): void {
  const path = new Set<string>();
  const visits = new Map<string, number>();
  const visit = (name: string): void => {
    if (path.has(name) || (visits.get(name) ?? 0) >= MOST_VISITS) return;
    path.add(name);
    for (const child of graph.get(name) ?? []) visit(child);
    path.delete(name);
    if (!wanted.has(name)) return;
    visits.set(name, (visits.get(name) ?? 0) + 1);
    weights.set(name, Math.max(weights.get(name) ?? 0, path.size));
  };
  visit(USER);
}
