import type { AnyLab } from '../labs/scenarios/lab-data.ts';

export {
  isChoosingLab,
  isDoorsLab,
  isPythonLab,
  isResolverLab,
  isSpecifierLab,
  isTagLab,
  isTimeMachineLab,
} from '../labs/scenarios/lab-data.ts';
export type { AnyLab } from '../labs/scenarios/lab-data.ts';

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
