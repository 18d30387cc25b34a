import type { LabEvent } from '../labs/core/engine.ts';
import type { Lab } from '../labs/core/lab.ts';
import { resolverBench, type ResolverLab } from '../labs/resolve/bench.ts';

/** A lab of any kind: what its states mean, only its engine and the bench of that kind know. */
export type AnyLab = Lab<unknown, unknown, LabEvent>;

const modules = import.meta.glob<{ default: AnyLab }>('../labs/scenarios/*/lab.ts', {
  eager: true,
});

/** Every lab, for the build; the page itself imports only the one that it shows. */
export const labs: readonly AnyLab[] = Object.values(modules).map((module) => module.default);

/** The lab of an id; an id that no lab has is an author's mistake. */
export function labOf(id: string): AnyLab {
  const lab = labs.find((candidate) => candidate.id === id);
  if (!lab)
    throw new Error(
      `There is no lab "${id}". labs/scenarios/ has: ${labs.map((each) => each.id).join(', ')}`,
    );
  return lab;
}

/** Is it a lab of the resolver's bench? */
export const isResolverLab = (lab: AnyLab): lab is AnyLab & ResolverLab =>
  lab.engine.kind === resolverBench.kind;
