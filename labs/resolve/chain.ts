import type { State } from './state.ts';
import type { Candidate, Cause, InstallRequirement } from './types.ts';
import { specifierRequirement } from './requirements.ts';

/**
 * The causes from the user's own line down to `cause`, which is the last: each was asked by the
 * candidate that the one before it brought.
 *
 * pip's own text follows the requirement for which it first saw a candidate, which may have been
 * given up since; this follows what is pinned in `state`, by the shortest way.
 */
export function chainToRoot(cause: Cause, state: State | undefined): readonly Cause[] {
  if (state === undefined) return firstChain(cause);
  const ways: (readonly Cause[])[] = [[cause]];
  const seen = new Set<Candidate | undefined>([cause.parent]);
  for (const way of ways) {
    const parent = way[0]?.parent;
    if (parent === undefined) return way;
    for (const above of state.criteria.get(parent.name)?.information ?? []) {
      const isGivenUp =
        above.parent !== undefined && state.pins.get(above.parent.name) !== above.parent;
      if (isGivenUp || seen.has(above.parent)) continue;
      seen.add(above.parent);
      ways.push([above, ...way]);
    }
  }
  return firstChain(cause);
}

// Without pins that may change there is one way only: the one it came.
function firstChain(cause: Cause): readonly Cause[] {
  const chain = [cause];
  let install: InstallRequirement | undefined = cause.parent?.origin;
  while (install !== undefined) {
    const { parent, line } = install;
    chain.unshift({ requirement: specifierRequirement(install), parent, root: line });
    install = parent?.origin;
  }
  return chain;
}
