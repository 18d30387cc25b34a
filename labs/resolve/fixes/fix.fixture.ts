import { answer } from '../asking.ts';
import { explainFailure, type ExplainOptions } from '../explain/explain-failure.ts';
import { resolvePip } from '../pip.ts';
import { drain } from '../run.ts';
import type { Request } from '../types.ts';
import { fixturePages, fixtureRequest, type UniverseFixture } from '../universe.fixture.ts';
import type { Fix, Fixes } from './fix.ts';
import { findFixes, type FixOptions } from './find-fixes.ts';

/** The fixes for lines that cannot be installed from a small index; undefined where they can, or where pip itself crashes. */
export function fixFixture(
  universe: UniverseFixture,
  lines: readonly string[],
  changes: Partial<Request> = {},
  options: ExplainOptions & FixOptions = {},
): { readonly request: Request; readonly found: Fixes } | undefined {
  const pages = fixturePages(universe);
  const pageOf = (project: string) => pages.get(project);
  const request = fixtureRequest(lines, changes);
  const { outcome } = drain(resolvePip(request), pageOf);
  if (outcome.ok || outcome.stopped?.kind === 'pip-recursion-error') return undefined;
  const explanation = answer(explainFailure(outcome, request, options), pageOf);
  return { request, found: answer(findFixes(explanation, request, options), pageOf) };
}

/** The request after a fix; of a split, both environments. */
export function requestsAfter(fix: Fix, request: Request): readonly Request[] {
  const { target = request.target } = fix;
  const to = new Map(fix.change.map((change) => [change.line.text, change.to]));
  const apart = fix.apart?.map(({ text }) => text) ?? [];
  const texts = request.lines.flatMap(({ text, constraint }) => {
    const changed = to.has(text) ? to.get(text) : text;
    return changed === undefined ? [] : [constraint ? `-c ${changed}` : changed];
  });
  const bounds = texts.filter((text) => text.startsWith('-c '));
  const rest = texts.filter((text) => !apart.includes(text));
  const sets = fix.apart === undefined ? [rest] : [rest, [...bounds, ...apart]];
  return sets.map((lines) => ({ ...fixtureRequest(lines), target }));
}
