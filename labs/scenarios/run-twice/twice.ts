// What becomes of a notebook whose cells run a second time.

import type { Verdict } from '../../core/lab.ts';
import { isRunnable } from '../../python/running.ts';
import type { PythonState, Run } from '../../python/state.ts';
import { foundBy, valueOf } from '../../python/tellings.ts';

/** The three prices with the right tax on them, once. */
export const RIGHT = '110.0';

const readsAfter = ({ record }: Run): number => Number(foundBy(record) ?? 0);

/** What this kernel ran: first the whole notebook in order, and what came after; undefined: anything else. */
function fromTheTop({
  cells,
  interpreter,
  runs,
}: PythonState): { readonly first: readonly Run[]; readonly again: readonly Run[] } | undefined {
  const sources = new Map(cells.filter(isRunnable).map(({ id, source }) => [id, source]));
  const here = runs.filter((run) => run.interpreter === interpreter.number);
  const isAsItStands = here.every(
    ({ cell, step: { what } }) => what.type === 'cell' && sources.get(cell ?? '') === what.source,
  );
  const first = here.slice(0, sources.size);
  const isInOrder = first.map(({ cell }) => cell).join() === [...sources.keys()].join();
  return isAsItStands && isInOrder ? { first, again: here.slice(sources.size) } : undefined;
}

/**
 * Restart & Run All, and then once more every cell that does not read the prices: is the total still right?
 * Whoever reads them again mends the kernel, not the cell.
 */
export function survivesTwice(state: PythonState): Verdict {
  const ending = state.runs.at(-1)?.record.ending;
  if (ending?.type === 'raised')
    return { ok: false, why: 'stops', with: { error: `${ending.name}: ${ending.message}` } };
  const { first, again } = fromTheTop(state) ?? { first: [], again: [] };
  const top = first.at(-1);
  if (!top) return { ok: false, why: 'not-from-the-top' };
  const value = valueOf(top.record) ?? '–';
  if (value !== RIGHT) return { ok: false, why: 'wrong-total', with: { value } };
  const reads = [0, ...first.map(readsAfter)];
  if (again.some((run) => readsAfter(run) !== reads.at(-1)))
    return { ok: false, why: 'read-again' };
  const others = first.filter((_, i) => reads[i] === reads[i + 1]);
  const last = again.at(-1);
  const isAgain = others.every(({ cell }) => again.some((run) => run.cell === cell));
  if (!last || !isAgain || last.cell !== top.cell) return { ok: false, why: 'not-again' };
  const then = valueOf(last.record) ?? '–';
  return then === RIGHT ? { ok: true } : { ok: false, why: 'grows', with: { value: then } };
}
