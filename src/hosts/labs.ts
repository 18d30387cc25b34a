import type { AnyLab } from '../labs.ts';

const modules = import.meta.glob<{ default: AnyLab }>('../../labs/scenarios/*/lab.ts');

/** Loads one lab's rules; each lab is a file of its own. */
export async function loadLab(id: string): Promise<AnyLab> {
  const load = modules[`../../labs/scenarios/${id}/lab.ts`];
  if (!load) throw new Error(`no lab ${id}`);
  return (await load()).default;
}
