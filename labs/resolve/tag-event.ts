import { isRecord } from '../core/json.ts';
import { TAG_MACHINES, TAG_PYTHONS } from './tag-machines.ts';
import type { TagPart } from './tag-refusal.ts';

/** What a learner does: she chooses, asks pip, and says which part of the files is to blame. */
export type TagEvent =
  | { readonly type: 'chose-machine'; readonly machine: string }
  | { readonly type: 'chose-python'; readonly python: string }
  | { readonly type: 'chose-requirement'; readonly requirement: string }
  | { readonly type: 'asked-pip' }
  | { readonly type: 'blamed'; readonly part: TagPart };

/** What may be to blame. */
export const TAG_PARTS: readonly TagPart[] = ['python', 'platform', 'requires-python'];

/** Reads an event of a stored log. */
export function readTagEvent(value: unknown): TagEvent | undefined {
  if (!isRecord(value)) return undefined;
  const { type, machine, python, requirement } = value;
  if (type === 'asked-pip') return { type };
  if (type === 'chose-machine' && TAG_MACHINES.some(({ id }) => id === machine))
    return { type, machine: String(machine) };
  if (type === 'chose-python' && TAG_PYTHONS.some((each) => each === python))
    return { type, python: String(python) };
  if (type === 'chose-requirement' && typeof requirement === 'string' && requirement.length <= 200)
    return { type, requirement };
  const part = TAG_PARTS.find((each) => each === value['part']);
  return type === 'blamed' && part !== undefined ? { type, part } : undefined;
}
