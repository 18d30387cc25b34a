import type { LabEvent } from '../core/engine.ts';
import { isRecord } from '../core/json.ts';
import { isPlatform, pythonVersion, type Target } from '../packaging/target.ts';

/** Whose resolver runs: pip's of today, or the one before 20.3. */
export type Tool = 'pip' | 'pip-legacy';

/** A Python and a kind of machine. */
export type ChosenTarget = Pick<Target, 'python' | 'platform'>;

/** What a learner does at the bench. Steps are looks around: an undo takes a run back whole. */
export type BenchEvent =
  | { readonly type: 'edited'; readonly text: string }
  | { readonly type: 'ran' }
  | { readonly type: 'chose-tool'; readonly tool: Tool }
  | ({ readonly type: 'chose-target' } & ChosenTarget)
  | ({ readonly type: 'stepped'; readonly to: number } & Pick<LabEvent, 'move'>)
  | { readonly type: 'named'; readonly project: string };

/** A file longer than this is nobody's. */
export const MOST_CHARACTERS = 100_000;

/** Reads an event of a stored or shared log. */
export function readEvent(value: unknown): BenchEvent | undefined {
  if (!isRecord(value)) return undefined;
  const { type, text, to, project, tool, python, platform } = value;
  if (type === 'edited' && typeof text === 'string' && text.length <= MOST_CHARACTERS)
    return { type, text };
  if (type === 'ran') return { type };
  if (type === 'chose-tool' && (tool === 'pip' || tool === 'pip-legacy')) return { type, tool };
  if (type === 'chose-target') {
    const target = readTarget(python, platform);
    return target && { type, ...target };
  }
  if (type === 'stepped' && typeof to === 'number' && Number.isSafeInteger(to))
    return { type, to, move: false };
  if (type === 'named' && typeof project === 'string' && project.length <= 200)
    return { type, project };
  return undefined;
}

/** A Python and a platform of a stored or shared text, if they are any. */
export const readTarget = (python: unknown, platform: unknown): ChosenTarget | undefined =>
  typeof python === 'string' &&
  pythonVersion(python)?.[0] === 3 &&
  typeof platform === 'string' &&
  isPlatform(platform)
    ? { python, platform }
    : undefined;
