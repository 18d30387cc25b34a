import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AnyLab } from '../../labs/scenarios/lab-data.ts';

const ROOT = new URL('../../', import.meta.url);

/** Every lab of the book, in the order of their ids. */
export const labs: readonly AnyLab[] = await Promise.all(
  globSync('labs/scenarios/*/lab.ts', { cwd: fileURLToPath(ROOT) })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    // `as`: every lab.ts exports one lab; the type check of labs/scenarios says so.
    .map(async (path) => ((await import(new URL(path, ROOT).href)) as { default: AnyLab }).default),
);

/** A lab's setup with the data that the built site holds for it. */
export async function preparedSetup({ engine, setup }: AnyLab): Promise<unknown> {
  const read = (path: string): Promise<string> =>
    Promise.resolve(readFileSync(new URL(`dist/${path}`, ROOT), 'utf8'));
  return (await engine.prepare?.(setup, read)) ?? setup;
}
