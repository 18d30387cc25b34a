// The first sentence of an explanation: it names the reader's own lines, whatever lies between.

import type {
  Contradiction,
  Explanation,
  NothingFits,
  RequiredSide,
  Side,
} from '../explain/explanation.ts';
import { tool, type Sentence } from './pieces.ts';
import type { Demand, Phrases } from './phrases.ts';
import { placeOf, rangeOf, type Place } from './ranges.ts';
import type { LineSaid } from './said-lines.ts';

/** More chains than this are no sentence. */
const MOST_CLAUSES = 3;

/** More lines than these are not all named where nothing is known of any of them. */
const MOST_NAMED = 6;

/** What is wrong, in one sentence. */
export function firstSentence(
  explanation: Explanation,
  phrases: Phrases,
  said: LineSaid,
): Sentence {
  const lines = explanation.lines.map(said);
  switch (explanation.kind) {
    case 'conflict':
      return phrases.start(conflictSentence(explanation, phrases, said));
    case 'unknown':
      return phrases.start(phrases.unknown(lines));
    case 'stopped':
      return phrases.start(
        phrases.ended({ ...explanation, lines: lines.length > MOST_NAMED ? [] : lines }),
      );
    case 'breaks-installed': {
      const [first] = explanation.broken;
      if (first === undefined) return phrases.start(phrases.unknown(lines));
      const { pin, requirement, have } = first;
      const pinned = ({ project: name, version: { text } }: typeof pin): Sentence => [
        tool(`${name} ${text}`),
      ];
      return phrases.start(phrases.breaks(pinned(pin), requirement.text, have && pinned(have)));
    }
    default:
      return phrases.start(nothingSentence(explanation, phrases, said));
  }
}

function conflictSentence(
  { sides, lines, project: shared }: Contradiction,
  phrases: Phrases,
  said: LineSaid,
): Sentence {
  const required = sides.filter(isRequired);
  const named = new Set(required.map(({ line }) => line));
  const isPlain =
    required.length === sides.length &&
    sides.length <= MOST_CLAUSES &&
    lines.every((line) => named.has(line));
  if (!isPlain) return phrases.cannotBeMet(lines.map(said), shared, disputed(sides, shared));
  const ordered = required.toSorted((a, b) => lines.indexOf(a.line) - lines.indexOf(b.line));
  if (ordered.every(({ kind }) => kind === 'line'))
    return phrases.differ(
      ordered.map(({ line }) => said(line)),
      shared,
    );
  const clauses = ordered.map((side, i) => {
    const place = placeOf(side, sides);
    const demand = demandOf(side, place, shared, said);
    if (i > 0 && ordered[i - 1]?.line === side.line) return phrases.alsoNeeds(demand);
    if (side.kind === 'constraint') return phrases.bounds(demand.line, shared);
    return side.links.length === 0 ? phrases.asksItself(demand) : phrases.needs(demand);
  });
  return phrases.noneIsAll(clauses);
}

const MOST_DISPUTED = 3;

/** Where what was ruled out or tried met something else. */
function disputed(sides: readonly Side[], shared: string): readonly string[] {
  const projects = sides.flatMap((side): readonly string[] => {
    if (side.kind !== 'ruled-out' && side.kind !== 'tried') return [];
    const { meeting } = side;
    const inner = disputed(meeting.sides, shared);
    if (inner.length > 0) return inner;
    return meeting.sides.length > 0 && meeting.project !== shared ? [meeting.project] : [];
  });
  return [...new Set(projects)].slice(0, MOST_DISPUTED);
}

const isRequired = (side: Side): side is RequiredSide =>
  side.kind === 'line' || side.kind === 'chain' || side.kind === 'constraint';

function demandOf(side: RequiredSide, place: Place, shared: string, said: LineSaid): Demand {
  const last = side.links.at(-1);
  const asks = last === undefined ? [side.line.requirement] : last.asks;
  return {
    line: said(side.line),
    through: side.links.slice(1).map((link) => link.project),
    project: shared,
    range: rangeOf(asks, place),
  };
}

function nothingSentence(nothing: NothingFits, phrases: Phrases, said: LineSaid): Sentence {
  const { side, kind, project: wanted } = nothing;
  const line = said(side.line);
  const demand = side.links.length === 0 ? undefined : demandOf(side, undefined, wanted, said);
  return phrases.nothing[kind](nothing, demand, line);
}
