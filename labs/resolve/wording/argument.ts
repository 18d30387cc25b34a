// What follows the first sentence: each side from the reader's line down, and what it leaves.

import type { Requirement } from '../../packaging/requirement.ts';
import type { Target } from '../../packaging/target.ts';
import type { Version } from '../../packaging/version.ts';
import type {
  Contradiction,
  Explanation,
  Link,
  Meeting,
  NothingFits,
  Side,
} from '../explain/explanation.ts';
import { project, say, version, type Sentence } from './pieces.ts';
import type { Asked, Phrases, Span } from './phrases.ts';
import type { LineSaid } from './said-lines.ts';
import type { SideSaid } from './wording.ts';

/** More wordings of one demand than this are only counted. */
const MOST_ASKS = 2;
/** The newest versions that would have served. */
const MOST_UNFIT = 2;

/** In whose words, and for which machine. */
interface Telling {
  readonly phrases: Phrases;
  readonly said: LineSaid;
  readonly target: Target;
}

/** The sides of a conflict. */
export function sidesOf(
  conflict: Contradiction,
  phrases: Phrases,
  said: LineSaid,
): readonly SideSaid[] {
  const telling: Telling = { phrases, said, target: conflict.target };
  return conflict.sides.map((side) => ({
    links: linkSentences(side, conflict, telling).map(phrases.start),
    leaves: leavesSomething(side, conflict)
      ? phrases.start(leavesSentence(side, conflict, phrases))
      : undefined,
  }));
}

/** What there is to say besides the sides: what is left, what would have served, what was perhaps meant. */
export function restOf(
  explanation: Explanation,
  phrases: Phrases,
  said: LineSaid,
): readonly Sentence[] {
  const { traps, target } = explanation;
  const sayings: Sentence[] = [];
  if (explanation.kind === 'conflict') {
    const { project: shared, versions, unfit, isWhole } = explanation;
    sayings.push(phrases.nothingLeft(shared, versions.length));
    sayings.push(...unfitSentences(shared, unfit, target, phrases));
    if (!isWhole) sayings.push(phrases.onlyLast());
  } else if ('side' in explanation) {
    const { side, nearest } = explanation;
    const meeting = { ...explanation, sides: [side] };
    if (side.links.length > 0)
      sayings.push(...linkSentences(side, meeting, { phrases, said, target }));
    if (explanation.kind === 'no-version')
      sayings.push(...unfitSentences(explanation.project, explanation.unfit, target, phrases));
    if (asksForLocal(explanation)) sayings.push(phrases.localLabel());
    if (nearest.length > 0) sayings.push(phrases.nearest(nearest.map(project)));
  }
  return [...sayings, ...traps.map((trap) => phrases.trap(trap))].map(phrases.start);
}

/** Whether it is worth a sentence how many versions a side leaves: not where it is all of them. */
const leavesSomething = ({ kind, leaves }: Side, { versions }: Meeting): boolean =>
  kind !== 'ruled-out' && kind !== 'tried' && leaves.length < versions.length;

function leavesSentence(
  { leaves }: Side,
  { versions, project: shared }: Meeting,
  phrases: Phrases,
): Sentence {
  return phrases.leaves(
    leaves.length === 0 ? undefined : spanOf(shared, leaves),
    shared,
    versions.length,
  );
}

function linkSentences(side: Side, meeting: Meeting, telling: Telling): readonly Sentence[] {
  const { phrases, said, target } = telling;
  const nested = (inner: Meeting): readonly Sentence[] => [
    ...inner.sides.flatMap((each) => linkSentences(each, inner, telling)),
    ...unfitSentences(inner.project, inner.unfit, target, phrases),
  ];
  switch (side.kind) {
    case 'ruled-out': {
      const span = spanOf(meeting.project, side.versions);
      return [phrases.ruledOut(span, askedOf(side.asks)), ...nested(side.meeting)];
    }
    case 'tried': {
      const pin = say`${project(meeting.project)} ${version(side.version.text)}`;
      return [phrases.tried(pin), ...nested(side.meeting)];
    }
    case 'assumed':
      return side.links.flatMap((link) => oneLink(link, telling));
    default:
      return [
        phrases.lineStands(said(side.line)),
        ...side.links.flatMap((link) => oneLink(link, telling)),
      ];
  }
}

function oneLink(link: Link, telling: Telling): readonly Sentence[] {
  const { phrases } = telling;
  const asks = phrases.asks(spanOf(link.project, link.versions), askedOf(link.asks));
  if (link.besides.length === 0) return [asks];
  const among: Meeting = { project: link.project, versions: [], sides: link.besides, unfit: [] };
  const besides = link.besides.flatMap((side) => linkSentences(side, among, telling));
  return [phrases.besides(link.project), ...besides, asks];
}

/** `torch==2.7.1+cu128`: what PyPI cannot have. */
const asksForLocal = ({ asked }: NothingFits): boolean =>
  asked.specifier.specifiers.some(({ version: wanted }) => wanted.includes('+'));

function unfitSentences(
  shared: string,
  unfit: Meeting['unfit'],
  target: Target,
  phrases: Phrases,
): readonly Sentence[] {
  return unfit.slice(-MOST_UNFIT).map((one) => phrases.unfit(shared, one, target));
}

/** Versions as they are said. */
export function spanOf(name: string, versions: readonly Version[]): Span {
  const [first] = versions;
  const last = versions.at(-1);
  return { project: name, count: versions.length, from: first?.text ?? '', to: last?.text ?? '' };
}

const askedOf = (asks: readonly Requirement[]): Asked => ({
  texts: asks.slice(0, MOST_ASKS).map(({ text }) => text),
  more: Math.max(0, asks.length - MOST_ASKS),
});
