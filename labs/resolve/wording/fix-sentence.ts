import { parseRequirement } from '../../packaging/requirement.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { Fix } from '../fixes/fix.ts';
import { project, say, version, type Sentence } from './pieces.ts';
import type { Phrases } from './phrases.ts';
import { linesSaid } from './said-lines.ts';

/** What to do. */
export function fixSentence(fix: Fix, phrases: Phrases): Sentence {
  const lines = fix.kind === 'split' ? (fix.apart ?? []) : fix.change.map(({ line }) => line);
  const said = linesSaid(lines, phrases);
  const kept = fix.change.filter(({ to }) => to !== undefined);
  if (fix.kind !== 'drop' || kept.length === 0)
    return phrases.start(phrases.fix[fix.kind](fix, lines.map(said)));
  // Some lines go, others change: each of the two is said as what it is.
  const gone = fix.change.filter(({ to }) => to === undefined).map(({ line }) => said(line));
  const changed = kept.map(({ line }) => said(line));
  return phrases.start(
    phrases.andAlso(
      phrases.fix.drop(fix, gone),
      phrases.fix.move({ ...fix, change: kept }, changed),
    ),
  );
}

/** The pins of the projects that the reader knows of: those of her lines, and where they met. */
export function effectOf(fix: Fix, explanation: Explanation, phrases: Phrases): Sentence {
  const known = new Set(explanation.lines.map(({ requirement }) => requirement.project));
  if ('project' in explanation) known.add(explanation.project);
  for (const { line, to } of fix.change) {
    const changed = parseRequirement(to ?? line.text);
    known.add('project' in changed ? changed.project : line.requirement.project);
  }
  const shown = fix.pins.filter((pin) => known.has(pin.project));
  return phrases.start(
    phrases.effect({
      pins: shown.map((pin) => say`${project(pin.project)} ${version(pin.version.text)}`),
      more: fix.pins.length - shown.length,
    }),
  );
}
