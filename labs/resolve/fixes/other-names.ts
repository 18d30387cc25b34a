import type { Asking } from '../asking.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { Work } from '../solving.ts';
import type { Request, RootLine } from '../types.ts';
import { renamedLine } from './change-line.ts';
import type { Fix } from './fix.ts';
import { pinsOf, withLines } from './solved-again.ts';

/** Lines that name something else than was meant, under the name that was perhaps meant. */
export function* renameLines(
  explanation: Explanation,
  request: Request,
  work: Work,
): Asking<readonly Fix[]> {
  const fixes: Fix[] = [];
  for (const [line, names] of namesMeant(explanation))
    for (const [distance, name] of names.entries()) {
      const to = renamedLine(line, name);
      if (to === undefined) continue;
      const pins = yield* pinsOf(withLines(request, new Map([[line, to]])), work);
      if (pins === undefined) continue;
      const change = [{ line, from: line.text, to: to.text }];
      fixes.push({ kind: 'rename', change, pins, cost: { lines: 1, distance } });
    }
  return fixes;
}

function namesMeant(explanation: Explanation): ReadonlyMap<RootLine, readonly string[]> {
  const names = new Map<RootLine, readonly string[]>();
  for (const { line, trap } of explanation.traps)
    if (trap.instead !== undefined) names.set(line, [trap.instead]);
  if ('nearest' in explanation && explanation.side.links.length === 0) {
    const { line } = explanation.side;
    names.set(line, [...new Set([...(names.get(line) ?? []), ...explanation.nearest])]);
  }
  return names;
}
