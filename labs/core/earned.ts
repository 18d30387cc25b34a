import { isRecord, parseJson } from './json.ts';

/** Ticks that were earned, apart from any log: task ids by lab id. They survive resets, new editions
 * and unreadable sessions. */
export type Earned = Readonly<Record<string, readonly string[]>>;

/** Reads stored ticks; what is not a tick is left out, `undefined` when nothing can be read at all. */
export function readEarned(text: string): Earned | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value['format'] !== 1 || !isRecord(value['labs'])) return undefined;
  const labs: Record<string, string[]> = {};
  for (const [lab, tasks] of Object.entries(value['labs']))
    if (Array.isArray(tasks) && isId(lab))
      labs[lab] = [...new Set(tasks.filter((id): id is string => typeof id === 'string'))].sort();
  return labs;
}

const ID = /^[a-z0-9][a-z0-9-]{0,99}$/;
const isId = (text: string): boolean => ID.test(text);

export const writeEarned = (labs: Earned): string => JSON.stringify({ format: 1, labs });

/** Both sets of ticks together: nothing earned is ever taken away. */
export function joinEarned(a: Earned, b: Earned): Earned {
  const labs: Record<string, readonly string[]> = {};
  for (const lab of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort())
    labs[lab] = [...new Set([...(a[lab] ?? []), ...(b[lab] ?? [])])].sort();
  return labs;
}
