// Stations in layers: whoever asks stands above what is asked for. The longest way from the top
// decides (K. Sugiyama, S. Tagawa, M. Toda 1981), and the middle of who asks orders a layer.

/** A directed edge between two names. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** A name and how many steps it is below the top. */
export interface Layered {
  readonly name: string;
  readonly layer: number;
}

/** The edges of each name that is their `from`, or their `to`. */
export function edgesBy<E extends Edge>(
  end: keyof Edge,
  edges: readonly E[],
): ReadonlyMap<string, readonly E[]> {
  const byName = new Map<string, E[]>();
  for (const edge of edges) {
    const known = byName.get(edge[end]);
    if (known) known.push(edge);
    else byName.set(edge[end], [edge]);
  }
  return byName;
}

/** Every name that lines lead to (`down`) or come from (`up`), the start included. */
export function followLines(
  start: string,
  edges: readonly Edge[],
  way: 'up' | 'down',
): ReadonlySet<string> {
  const next = edgesBy(way === 'down' ? 'from' : 'to', edges);
  const found = new Set([start]);
  for (const name of found)
    // the set is walked while it grows
    for (const { from, to } of next.get(name) ?? []) found.add(way === 'down' ? to : from);
  return found;
}

/** The names from top to bottom. An edge that closes a circle has no part in the order. */
export function layerStations(names: readonly string[], edges: readonly Edge[]): Layered[] {
  const forward = withoutCircles(names, edges);
  const below = edgesBy('from', forward);
  const above = edgesBy('to', forward);
  const layers = new Map(names.map((name) => [name, 0]));
  for (const name of topDown(names, below, above))
    for (const { to } of below.get(name) ?? [])
      layers.set(to, Math.max(layers.get(to) ?? 0, (layers.get(name) ?? 0) + 1));
  const rows = new Map<string, number>();
  const order: Layered[] = [];
  const members: string[][] = [];
  for (const [name, layer] of layers) (members[layer] ??= []).push(name);
  for (const [layer, here] of members.entries()) {
    const inOrder = here
      .map((name) => ({ name, middle: middleOf(above.get(name) ?? [], rows) }))
      .sort((a, b) => a.middle - b.middle); // equals stay in the order in which they were asked for
    for (const { name } of inOrder) {
      rows.set(name, order.length);
      order.push({ name, layer });
    }
  }
  return order;
}

function middleOf(asking: readonly Edge[], rows: ReadonlyMap<string, number>): number {
  const sum = asking.reduce((total, { from }) => total + (rows.get(from) ?? 0), 0);
  return sum / Math.max(1, asking.length);
}

function withoutCircles(names: readonly string[], edges: readonly Edge[]): readonly Edge[] {
  const below = edgesBy('from', edges);
  const done = new Set<string>();
  const forward: Edge[] = [];
  for (const start of names) {
    // Depth first with a stack of our own: a chain may be as long as an index is large.
    const way: { readonly name: string; readonly left: Edge[] }[] = [];
    const on = new Set<string>();
    const enter = (name: string): void => {
      on.add(name);
      way.push({ name, left: (below.get(name) ?? []).toReversed() });
    };
    if (!done.has(start)) enter(start);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const edge = top.left.pop();
      if (edge === undefined) {
        done.add(top.name);
        on.delete(top.name);
        way.pop();
      } else if (!on.has(edge.to)) {
        forward.push(edge);
        if (!done.has(edge.to)) enter(edge.to);
      }
    }
  }
  return forward;
}

function topDown(
  names: readonly string[],
  below: ReadonlyMap<string, readonly Edge[]>,
  above: ReadonlyMap<string, readonly Edge[]>,
): readonly string[] {
  const waiting = new Map(names.map((name) => [name, above.get(name)?.length ?? 0]));
  const order = names.filter((name) => waiting.get(name) === 0);
  for (const name of order)
    // the list is walked while it grows
    for (const { to } of below.get(name) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) order.push(to);
    }
  return order;
}
