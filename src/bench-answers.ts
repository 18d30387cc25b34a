import { answerTo, type SpecifierLab } from '../labs/packaging/specifier-bench.ts';
import { answerOf } from '../labs/resolve/tag-answer.ts';
import type { TagLab } from '../labs/resolve/tag-bench.ts';
import type { TagChoice } from '../labs/resolve/tag-machines.ts';
import { dataOf } from './lab-index.ts';
import { isSpecifierLab, isTagLab, labOf } from './labs.ts';

/** The newest release that a specifier lets in, on a lab's list of releases. */
export async function newestIn(id: string, specifier: string): Promise<string> {
  const lab = labOf(id);
  if (!isSpecifierLab(lab)) throw new Error(`${id}: not a lab of the bench for specifiers`);
  const { engine, setup }: SpecifierLab = lab;
  const answer = answerTo(specifier, (await engine.prepare?.(setup, () => read(lab))) ?? setup);
  if (answer.kind !== 'read') throw new Error(`${specifier}: pip cannot read it`);
  return answer.fates.findLast(({ isIn }) => isIn)?.version.text ?? '';
}

/** The file that pip takes, on a lab's files; '' where it takes none. */
export async function fileTaken(id: string, choice: TagChoice): Promise<string> {
  const lab = labOf(id);
  if (!isTagLab(lab)) throw new Error(`${id}: not a lab of the bench for tags`);
  const { engine, setup }: TagLab = lab;
  const prepared = await engine.prepare?.(setup, () => read(lab));
  return answerOf(choice, prepared?.pages).taken?.filename ?? '';
}

const read = (lab: Parameters<typeof dataOf>[0]): Promise<string> =>
  Promise.resolve(JSON.stringify(dataOf(lab)));
