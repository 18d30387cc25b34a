import type { LabEvent } from '../core/engine.ts';
import { isRecord } from '../core/json.ts';

/** Whose resolver runs: pip's of today, or the one before 20.3. */
export type Tool = 'pip' | 'pip-legacy';

/** What a learner does at the bench. Steps are looks around: an undo takes a run back whole. */
export type BenchEvent =
  | { readonly type: 'edited'; readonly text: string }
  | { readonly type: 'ran' }
  | { readonly type: 'chose-tool'; readonly tool: Tool }
  | ({ readonly type: 'stepped'; readonly to: number } & Pick<LabEvent, 'move'>)
  | { readonly type: 'named'; readonly project: string };

/** A file longer than this is nobody's. */
export const MOST_CHARACTERS = 100_000;

/** Reads an event of a stored or shared log. */
export function readEvent(value: unknown): BenchEvent | undefined {
  if (!isRecord(value)) return undefined;
  const { type, text, to, project, tool } = value;
  if (type === 'edited' && typeof text === 'string' && text.length <= MOST_CHARACTERS)
    return { type, text };
  if (type === 'ran') return { type };
  if (type === 'chose-tool' && (tool === 'pip' || tool === 'pip-legacy')) return { type, tool };
  if (type === 'stepped' && typeof to === 'number' && Number.isSafeInteger(to))
    return { type, to, move: false };
  if (type === 'named' && typeof project === 'string' && project.length <= 200)
    return { type, project };
  return undefined;
}
